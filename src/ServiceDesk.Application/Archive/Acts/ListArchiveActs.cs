using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Archive.Acts;

/// <summary>An act of the archive in a list.</summary>
public sealed record ArchiveActRow(
    Guid Id, ArchiveActKind Kind, string Number, DateOnly DatedOn, DocumentState State, SignatureKind SignedBy, int Files, int Contents, string? Agreement, DateOnly? AgreedOn, string? ManifestSha256,
    DateTimeOffset? CarriedOutAt, string? CarriedOutBy, DateTimeOffset MadeAt);

/// <summary>An approved list that waits for its act.</summary>
public sealed record WaitingList(Guid Id, string Number, int Rows, DateTimeOffset ApprovedAt, string ApprovedBy);

/// <summary>The acts of the archive.</summary>
/// <param name="Waiting">Approved lists without an act.</param>
/// <param name="Acts">Acts, newest first.</param>
/// <param name="HasMore">Whether a further page has acts.</param>
/// <param name="Due">Files past their term that no list proposes yet.</param>
public sealed record ArchiveActPage(IReadOnlyList<WaitingList> Waiting, IReadOnlyList<ArchiveActRow> Acts, bool HasMore, int Due);

/// <summary>Lists acts and shows one.</summary>
public sealed class ListArchiveActsHandler(IServiceDeskDb db, ArchiveDesk desk)
{
    /// <summary>Acts on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page.</summary>
    public async Task<ArchiveActPage> HandleAsync(int page, CancellationToken cancellationToken)
    {
        desk.Demand();
        var today = desk.Today;
        var acts = await Rows(db.Set<ArchiveAct>().OrderByDescending(a => a.MadeAt).ThenBy(a => a.Id).Skip((page - 1) * PageSize).Take(PageSize + 1)).ToListAsync(cancellationToken);
        var waiting = await db.Set<RetentionList>().AsNoTracking()
            .Where(l => l.State == RetentionListState.Approved
                && !db.Set<ArchiveAct>().Any(a => a.ListId == l.Id && db.Set<Document>().Any(d => d.Id == a.DocumentId && d.State == DocumentState.Registered))
                && db.Set<RetentionRow>().Any(r => r.ListId == l.Id && r.State == RetentionRowState.Approved && (r.Kind == RecordKind.File || r.Kind == RecordKind.Document || r.Kind == RecordKind.Submission
                    || r.Kind == RecordKind.Complaint || r.Kind == RecordKind.Inquiry || r.Kind == RecordKind.ImportedCase)))
            .OrderByDescending(l => l.ApprovedAt).Take(50)
            .Select(l => new WaitingList(l.Id, l.Number, db.Set<RetentionRow>().Count(r => r.ListId == l.Id && r.State == RetentionRowState.Approved), l.ApprovedAt!.Value, l.ApprovedBy!)).ToListAsync(cancellationToken);
        var due = await db.Set<ArchiveFile>().CountAsync(
            f => f.State == FileState.Closed && f.KeptThrough < today
                && !db.Set<RetentionRow>().Any(r => r.RecordId == f.Id && r.State != RetentionRowState.Kept), cancellationToken);
        return new ArchiveActPage(waiting, [.. acts.OrderByDescending(a => a.MadeAt).ThenBy(a => a.Id).Take(PageSize)], acts.Count > PageSize, due);
    }

    /// <summary>One act; null when there is none.</summary>
    public async Task<ArchiveActRow?> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        desk.Demand();
        return await Rows(db.Set<ArchiveAct>().Where(a => a.Id == id)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The files of an act.</summary>
    public async Task<IReadOnlyList<Guid>> FilesOfAsync(Guid id, CancellationToken cancellationToken)
    {
        desk.Demand();
        return await db.Set<ArchiveActFile>().Where(f => f.ActId == id).Select(f => f.FileId).ToListAsync(cancellationToken);
    }

    private IQueryable<ArchiveActRow> Rows(IQueryable<ArchiveAct> acts) => acts.AsNoTracking().Join(db.Set<Document>(), a => a.DocumentId, d => d.Id, (a, d) => new ArchiveActRow(
        a.Id, a.Kind, d.Number!, d.DatedOn!.Value, d.State, d.SignedBy, a.Files.Count, a.Contents, a.Agreement, a.AgreedOn, a.ManifestSha256, a.CarriedOutAt, a.CarriedOutBy, a.MadeAt));
}
