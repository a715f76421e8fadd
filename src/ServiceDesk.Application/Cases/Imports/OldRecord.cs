using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Cases.Imports;

/// <summary>A record of an older register, understood.</summary>
/// <param name="Record">Its place; the heading is 1.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Remarks">What is to be said about it. With one that keeps it out the rest is empty.</param>
public sealed record OldRecord(int Record, string Number, IReadOnlyList<ImportRemark> Remarks) : IArrivedRecord
{
    /// <summary>Whether it may be taken over.</summary>
    public bool IsAccepted => !Remarks.Any(ImportLine.KeepsOut);

    /// <inheritdoc/>
    public int Length => Text.Length;

    /// <summary>What the client wanted.</summary>
    public CaseKind Kind { get; init; }

    /// <summary>How it came.</summary>
    public Channel Channel { get; init; }

    /// <summary>Who wrote.</summary>
    public Contact Contact { get; init; } = Contact.None;

    /// <summary>Subject, at most 200 characters.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The text, of any length.</summary>
    public string Text { get; init; } = "";

    /// <summary>The unit, or null when the register names one we do not know.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Receipt, UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Answer, UTC, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whether it is closed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether a reply is still owed.</summary>
    public bool IsOwed => !IsClosed && AnsweredAt is null;

    /// <summary>A record kept out.</summary>
    public static OldRecord KeptOut(int record, string number, ImportRemark why) =>
        new(record, number.Length > Case.MaxOldNumberLength ? number[..Case.MaxOldNumberLength] : number, [why]);
}
