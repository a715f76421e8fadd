using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Archive.Acts;

/// <summary>Carries a signed act out: destroys, or notes who has the files from now on. Destruction cannot be undone.</summary>
public sealed class CarryOutActHandler(IServiceDeskDb db, ArchiveDesk desk, ArchiveGoing going, ArchiveManifests manifests, Destroyer destroyer, IFileStore files)
{
    /// <summary>
    /// Carries it out. Refused before it is signed, twice, when something in the files has changed since, and when something is held. The
    /// number of pieces of content that went.
    /// </summary>
    public async Task<int> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        desk.Demand();
        var (contents, unused) = await db.InTransactionAsync(token => CarryOutAsync(id, token), cancellationToken);
        foreach (var hash in unused)
            files.Remove(hash, TimeSpan.Zero);
        return contents;
    }

    private async Task<(int Contents, IReadOnlyList<string> Unused)> CarryOutAsync(Guid id, CancellationToken cancellationToken)
    {
        var kind = await db.Set<ArchiveAct>().Where(a => a.Id == id).Select(a => new { a.Kind, a.ListId }).SingleOrDefaultAsync(cancellationToken) ?? throw new Refusal("Archive.Refusal.ActUnknown");
        var (act, paper) = await LoadAsync(id, cancellationToken);
        var about = act.CarriedOutAt is not null ? new Going([], [], [])
            : kind.ListId is { } list ? await going.OfApprovedAsync(list, cancellationToken)
            : await going.OfFilesAsync([.. act.Files.Select(f => f.FileId)], act.Kind, cancellationToken);
        act.CarryOut(paper, (await manifests.OfAsync(about.Listed, cancellationToken)).Sha256, desk.Actor, desk.Now);
        var contents = act.Contents;
        await LeaveAsync(act, paper.Number!, cancellationToken);
        await desk.SaveAsync(cancellationToken);
        if (kind.Kind != ArchiveActKind.Destruction)
            return (contents, []);
        db.Forget();
        return (contents, await destroyer.DestroyAsync(about.Items, paper.Number!, cancellationToken));
    }

    private async Task<(ArchiveAct Act, Document Paper)> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var act = await db.Set<ArchiveAct>().Include(a => a.Files).SingleAsync(a => a.Id == id, cancellationToken);
        return (act, await db.Set<Document>().AsNoTracking().SingleAsync(d => d.Id == act.DocumentId, cancellationToken));
    }

    private async Task LeaveAsync(ArchiveAct act, string number, CancellationToken cancellationToken)
    {
        var ids = act.Files.Select(f => f.FileId).ToList();
        foreach (var file in await db.Set<ArchiveFile>().Where(f => ids.Contains(f.Id)).ToListAsync(cancellationToken))
        {
            switch (act.Kind)
            {
                case ArchiveActKind.Destruction:
                    file.Destroy(number, desk.Today);
                    break;
                case ArchiveActKind.ToArchives:
                    file.HandOver(number, desk.Today);
                    break;
                default:
                    file.GiveTo(act.TakerId!.Value);
                    break;
            }
        }

        if (act.Kind != ArchiveActKind.Destruction)
            return;
        foreach (var item in await db.Set<FiledItem>().Where(i => i.LeftAt == null && ids.Contains(i.FileId)).ToListAsync(cancellationToken))
            item.Destroy(number, desk.Now);
        // What an act of the archive does not touch, logs and cards, keeps the list open for whoever destroys that.
        var others = await db.Set<RetentionRow>().AnyAsync(
            r => r.ListId == act.ListId && r.State == RetentionRowState.Approved && r.Kind != RecordKind.File && r.Kind != RecordKind.Document && r.Kind != RecordKind.Submission && r.Kind != RecordKind.Complaint
                && r.Kind != RecordKind.Inquiry && r.Kind != RecordKind.ImportedCase,
            cancellationToken);
        if (!others)
            (await db.Set<RetentionList>().SingleAsync(l => l.Id == act.ListId, cancellationToken)).TakeOver(number, desk.Now);
    }
}
