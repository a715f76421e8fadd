using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Rights;

/// <summary>Section <c>ServiceDesk:Erasure</c>: how long cases are kept in spite of a request to erase.</summary>
public sealed class ErasureOptions
{
    /// <summary>The section.</summary>
    public const string Section = "ServiceDesk:Erasure";

    /// <summary>Whole years from 1 January of the year after closing; null keeps for ever.</summary>
    public int? CaseYears { get; set; } = 5;

    /// <summary>The law or file nomenclature that says so, as it is told to the person.</summary>
    public string CaseBasis { get; set; } = "Lietu nomenklatūra; Arhīvu likums";
}

/// <summary>Why a case may not be erased yet.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="IsOpen">It is still being dealt with; the term has not begun.</param>
/// <param name="KeptThrough">Last local day of the term; null while open, and for what is kept for ever.</param>
/// <param name="Basis">The law or nomenclature behind the term.</param>
public sealed record ErasureBlock(Guid CaseId, bool IsOpen, DateOnly? KeptThrough, string Basis);

/// <summary>Answers which cases the law obliges to keep, and until when.</summary>
public sealed class ErasureTerms(IServiceDeskDb db, IOptions<ErasureOptions> options, LocalTime local, TimeProvider time)
{
    /// <summary>The cases among these that may not go today: open ones, and those within their term.</summary>
    public async Task<IReadOnlyDictionary<Guid, ErasureBlock>> BlocksAsync(IReadOnlyList<Guid> cases, CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        var rows = await db.Set<Case>().AsNoTracking().Where(c => cases.Contains(c.Id)).Select(c => new { c.Id, c.State, c.ClosedAt }).ToListAsync(cancellationToken);
        return rows.Select(c =>
        {
            var isOpen = c.State != CaseState.Closed || c.ClosedAt is null;
            var through = isOpen || options.Value.CaseYears is not { } years ? (DateOnly?)null : new DateOnly(local.DateOf(c.ClosedAt!.Value).Year + years, 12, 31);
            return isOpen || through is null || through >= today ? new ErasureBlock(c.Id, isOpen, through, options.Value.CaseBasis) : null;
        }).OfType<ErasureBlock>().ToDictionary(b => b.CaseId);
    }
}
