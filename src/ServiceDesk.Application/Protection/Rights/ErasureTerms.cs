using ServiceDesk.Application.Protection.Retention;

namespace ServiceDesk.Application.Protection.Rights;

/// <summary>Why a case may not be erased yet.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="IsOpen">It is still being dealt with; the term has not begun.</param>
/// <param name="KeptThrough">Last local day of the term; null while open, and for what is kept for ever.</param>
/// <param name="Basis">The law or nomenclature behind the term.</param>
public sealed record ErasureBlock(Guid CaseId, bool IsOpen, DateOnly? KeptThrough, string Basis);

/// <summary>Answers which cases the law obliges to keep, and until when: by the retention terms and holds the house keeps on its pages.</summary>
public sealed class ErasureTerms(RetentionTerms terms)
{
    /// <summary>The cases among these that may not go today: open ones, those within their term, and those on hold, which have no last day.</summary>
    public async Task<IReadOnlyDictionary<Guid, ErasureBlock>> BlocksAsync(IReadOnlyList<Guid> cases, CancellationToken cancellationToken) =>
        (await terms.BlocksOfCasesAsync(cases, cancellationToken))
            .ToDictionary(b => b.RecordId, b => new ErasureBlock(b.RecordId, b.IsOpen, b.HoldReason is null ? b.KeptThrough : null, b.HoldReason ?? b.Basis));
}
