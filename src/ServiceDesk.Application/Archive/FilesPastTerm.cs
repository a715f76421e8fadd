using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Protection.Retention;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Archive;

/// <summary>
/// Closed files past the term the nomenclature gives them, each as one row with all that lies in it. A hold on anything inside holds the
/// file, and so does a case that was opened again.
/// </summary>
public sealed class FilesPastTerm(IServiceDeskDb db) : IOwnTermSource
{
    /// <inheritdoc/>
    public RecordKind Kind => RecordKind.File;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OwnTermCandidate>> FindAsync(DateOnly today, IQueryable<Guid> excluded, int most, CancellationToken cancellationToken) =>
        await db.Set<ArchiveFile>().AsNoTracking()
            .Where(f => f.State == FileState.Closed && f.KeptThrough < today && !excluded.Contains(f.Id)
                && !db.Set<FiledItem>().Any(i => i.FileId == f.Id && i.LeftAt == null
                    && (db.Set<LegalHold>().Any(h => h.RecordId == i.RecordId && h.LiftedAt == null) || db.Set<Case>().Any(c => c.Id == i.RecordId && c.State != CaseState.Closed))))
            .OrderBy(f => f.KeptThrough).ThenBy(f => f.Id).Take(most)
            .Select(f => new OwnTermCandidate(
                new RetentionCandidate(f.Id, f.Index + " (" + f.Year + ")", db.Set<FiledItem>().Count(i => i.FileId == f.Id && i.LeftAt == null), f.ClosedOn!.Value), f.KeptThrough!.Value, f.Basis))
            .ToListAsync(cancellationToken);
}

/// <summary>
/// Letters, certificates and claims that lie in no file, past the usual term. Contracts, minutes, acts and orders are kept by the term of
/// their file only, which differs too much to be guessed.
/// </summary>
public sealed class DocumentsPastTerm(IServiceDeskDb db, LocalTime local) : IRetentionSource
{
    /// <inheritdoc/>
    public RecordKind Kind => RecordKind.Document;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RetentionCandidate>> FindAsync(DateOnly closedBy, IQueryable<Guid> excluded, int most, CancellationToken cancellationToken)
    {
        var end = local.EndOf(closedBy);
        return await db.Set<Document>().AsNoTracking()
            .Where(d => (d.Kind == DocumentKind.Letter || d.Kind == DocumentKind.Certificate || d.Kind == DocumentKind.Claim || d.Kind == DocumentKind.ClaimAnswer)
                && d.State != DocumentState.Draft && d.State != DocumentState.Destroyed && d.DatedOn <= closedBy && !excluded.Contains(d.Id)
                && !db.Set<FiledItem>().Any(i => i.RecordId == d.Id && i.LeftAt == null)
                && !db.Set<Case>().Any(c => c.Id == d.CaseId && (c.State != CaseState.Closed || c.ClosedAt >= end)))
            .OrderBy(d => d.DatedOn).ThenBy(d => d.Id).Take(most)
            .Select(d => new RetentionCandidate(d.Id, d.Number!, 1, d.DatedOn!.Value)).ToListAsync(cancellationToken);
    }
}
