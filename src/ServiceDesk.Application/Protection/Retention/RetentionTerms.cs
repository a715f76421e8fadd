using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Retention;

/// <summary>Why a record may not go.</summary>
/// <param name="Kind">Kind of record.</param>
/// <param name="RecordId">Which one.</param>
/// <param name="Label">Its number.</param>
/// <param name="IsOpen">It is still being dealt with; the term has not begun.</param>
/// <param name="KeptThrough">Last local day of the term; null while open, and for what is kept for ever.</param>
/// <param name="Basis">The law or nomenclature behind the term.</param>
/// <param name="HoldReason">Why somebody put it on hold; null when nobody did.</param>
public sealed record RetentionBlock(RecordKind Kind, Guid RecordId, string Label, bool IsOpen, DateOnly? KeptThrough, string Basis, string? HoldReason);

/// <summary>Answers how long things are kept, and what stands against their going. Whoever erases or destroys asks here.</summary>
public sealed class RetentionTerms(IServiceDeskDb db, LocalTime local, TimeProvider time)
{
    /// <summary>The rule of every kind.</summary>
    public async Task<IReadOnlyDictionary<RecordKind, RetentionRule>> AllAsync(CancellationToken cancellationToken) =>
        await db.Set<RetentionRule>().AsNoTracking().ToDictionaryAsync(r => r.Kind, cancellationToken);

    /// <summary>The rule of one kind.</summary>
    public Task<RetentionRule> ForAsync(RecordKind kind, CancellationToken cancellationToken) =>
        db.Set<RetentionRule>().AsNoTracking().SingleAsync(r => r.Kind == kind, cancellationToken);

    /// <summary>Which kind of record a case is.</summary>
    public static RecordKind KindOf(string registerCode, CaseKind kind) => registerCode switch
    {
        Register.Inquiries => RecordKind.Inquiry,
        Register.Imported => RecordKind.ImportedCase,
        _ => kind == CaseKind.Complaint ? RecordKind.Complaint : RecordKind.Submission,
    };

    /// <summary>The cases among these that may not go today: open ones, those within their term, and those on hold.</summary>
    public async Task<IReadOnlyList<RetentionBlock>> BlocksOfCasesAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken)
    {
        if (caseIds.Count == 0)
            return [];
        var today = local.DateOf(time.GetUtcNow());
        var rules = await AllAsync(cancellationToken);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => caseIds.Contains(c.Id)).OrderBy(c => c.RegisteredAt)
            .Select(c => new { c.Id, c.Number, c.Kind, c.State, c.ClosedAt, Register = db.Set<Register>().Where(r => r.Id == c.RegisterId).Select(r => r.Code).First() })
            .ToListAsync(cancellationToken);
        var holds = await HoldsAsync(caseIds, cancellationToken);
        return [.. cases.Select(c =>
        {
            var kind = KindOf(c.Register, c.Kind);
            var rule = rules[kind];
            var through = c.State == CaseState.Closed && c.ClosedAt is { } closed ? rule.KeptThrough(local.DateOf(closed)) : null;
            var isOpen = c.State != CaseState.Closed;
            holds.TryGetValue(c.Id, out var hold);
            var kept = isOpen || rule.Years is null || through >= today || hold is not null;
            return kept ? new RetentionBlock(kind, c.Id, c.Number, isOpen, through, rule.Basis, hold) : null;
        }).OfType<RetentionBlock>()];
    }

    /// <summary>Reasons of the holds that stand on these records.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> HoldsAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellationToken) =>
        await db.Set<LegalHold>().AsNoTracking().Where(h => h.LiftedAt == null && records.Contains(h.RecordId))
            .GroupBy(h => h.RecordId).Select(g => new { g.Key, Reason = g.Min(h => h.Reason) }).ToDictionaryAsync(h => h.Key, h => h.Reason!, cancellationToken);
}
