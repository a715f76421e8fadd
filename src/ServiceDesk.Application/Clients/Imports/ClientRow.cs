using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Application.Clients.Imports;

/// <summary>A remark on a row.</summary>
/// <param name="Remark">What is to be said.</param>
/// <param name="Column">The column, as the file calls it.</param>
public sealed record RowRemark(ImportRemark Remark, string Column);

/// <summary>A row of a file of clients, understood and checked as the form checks what is typed.</summary>
/// <param name="Record">Its place; the heading is 1.</param>
/// <param name="Remarks">What is to be said about it.</param>
public sealed record ClientRow(int Record, IReadOnlyList<RowRemark> Remarks) : IArrivedRecord
{
    /// <summary>Whether it may be taken over; only then there is the rest.</summary>
    public bool IsAccepted => Entry is not null && !Remarks.Any(r => ImportLine.KeepsOut(r.Remark));

    /// <summary>What stands in it.</summary>
    public ClientEntry? Entry { get; init; }

    /// <summary>The same, checked.</summary>
    public CheckedEntry? Checked { get; init; }

    /// <summary>The key of the card the row was exported from.</summary>
    public Guid? Card { get; init; }

    /// <summary>Target groups.</summary>
    public IReadOnlyList<TargetGroup> Groups { get; init; } = [];

    /// <inheritdoc/>
    public int Length { get; init; }
}
