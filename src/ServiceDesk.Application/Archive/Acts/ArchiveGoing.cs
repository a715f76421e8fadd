using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Archive.Acts;

/// <summary>What an act is about.</summary>
/// <param name="Files">Its files.</param>
/// <param name="Items">Everything in them, and what lies in no file.</param>
/// <param name="Loose">Records of the list that lie in no file, by kind.</param>
/// <param name="Leaves">Whether they leave the house, so that what they hold is fixed when the act is made.</param>
public sealed record Going(IReadOnlyList<ArchiveFile> Files, IReadOnlyList<GoingItem> Items, IReadOnlyList<RetentionRow> Loose, bool Leaves = true)
{
    /// <summary>What the annex lists.</summary>
    public IReadOnlyList<GoingItem> Listed => Leaves ? Items : [];
}

/// <summary>Finds what an act is about, and what stands against it.</summary>
public sealed class ArchiveGoing(IServiceDeskDb db, HoldFilesHandler holds, ArchiveDesk desk)
{
    /// <summary>Kinds of record that go one by one when they lie in no file.</summary>
    private static readonly RecordKind[] LooseKinds = [RecordKind.Submission, RecordKind.Complaint, RecordKind.Inquiry, RecordKind.ImportedCase, RecordKind.Document];

    /// <summary>Everything an approved list lets go: its files with all in them, its cases and documents that lie in none. Refused for other lists, for one an act is about already, and for what is held.</summary>
    public async Task<Going> OfListAsync(Guid listId, CancellationToken cancellationToken)
    {
        var list = await db.Set<RetentionList>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == listId, cancellationToken);
        if (list is not { State: RetentionListState.Approved })
            throw new Refusal("Archive.Refusal.ListMissing");
        if (await db.Set<ArchiveAct>().AnyAsync(a => a.ListId == listId && db.Set<Document>().Any(d => d.Id == a.DocumentId && d.State == DocumentState.Registered), cancellationToken))
            throw new Refusal("Archive.Refusal.ListHasAct", list.Number);
        return await OfApprovedAsync(listId, cancellationToken);
    }

    /// <summary>The same, for an act that is there already.</summary>
    public async Task<Going> OfApprovedAsync(Guid listId, CancellationToken cancellationToken)
    {
        var rows = await db.Set<RetentionRow>().AsNoTracking().Where(r => r.ListId == listId && r.State == RetentionRowState.Approved).ToListAsync(cancellationToken);
        var files = await FilesAsync([.. rows.Where(r => r.Kind == RecordKind.File).Select(r => r.RecordId)], cancellationToken);
        List<RetentionRow> loose = [.. rows.Where(r => LooseKinds.Contains(r.Kind))];
        if (files.Count == 0 && loose.Count == 0)
            throw new Refusal("Archive.Refusal.NoFiles");
        foreach (var file in files.Where(f => f.State != FileState.Closed || f.KeptThrough is not { } day || day >= desk.Today))
            throw new Refusal("Archive.Refusal.NotDue", file.Index);
        var ids = loose.Select(r => r.RecordId).ToList();
        if (await db.Set<LegalHold>().Where(h => h.LiftedAt == null && ids.Contains(h.RecordId)).Select(h => h.Label).FirstOrDefaultAsync(cancellationToken) is { } held)
            throw new Refusal("Protection.Refusal.OnHold", held);
        var items = await ItemsAsync(files, cancellationToken);
        items.AddRange(await LooseAsync(loose, cancellationToken));
        await RefuseOpenAsync(items, cancellationToken);
        return new Going(files, items, loose);
    }

    /// <summary>Closed files to be handed over to the archives, or any files that change hands between employees.</summary>
    public async Task<Going> OfFilesAsync(IReadOnlyCollection<Guid> ids, ArchiveActKind kind, CancellationToken cancellationToken)
    {
        var files = await FilesAsync(ids, cancellationToken, kind == ArchiveActKind.ToArchives);
        if (kind == ArchiveActKind.ToArchives && files.FirstOrDefault(f => f.State != FileState.Closed || f.Class == RetentionClass.Temporary) is { } wrong)
            throw new Refusal("Archive.Refusal.NotForArchives", wrong.Index);
        return new Going(files, await ItemsAsync(files, cancellationToken), [], kind == ArchiveActKind.ToArchives);
    }

    private async Task<List<ArchiveFile>> FilesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken, bool refusesHeld = true)
    {
        var files = await db.Set<ArchiveFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync(cancellationToken);
        if (refusesHeld && await holds.StandingAsync([.. files.Select(f => f.Id)], cancellationToken) is [var (_, label), ..])
            throw new Refusal("Protection.Refusal.OnHold", label);
        return [.. files.OrderBy(f => f.Year).ThenBy(f => f.Index, FileIndexOrder.Instance)];
    }

    private async Task<List<GoingItem>> ItemsAsync(IReadOnlyList<ArchiveFile> files, CancellationToken cancellationToken)
    {
        var ids = files.Select(f => f.Id).ToList();
        var indexes = files.ToDictionary(f => f.Id, f => f.Index);
        var items = await db.Set<FiledItem>().AsNoTracking().Where(i => i.LeftAt == null && ids.Contains(i.FileId)).ToListAsync(cancellationToken);
        return [.. items.Select(i => new GoingItem(i.Thing, i.RecordId, i.Number, i.Kind, i.DatedOn, indexes[i.FileId], i.FileId))];
    }

    private async Task<IReadOnlyList<GoingItem>> LooseAsync(IReadOnlyList<RetentionRow> rows, CancellationToken cancellationToken)
    {
        var indexes = await db.Set<RetentionRule>().AsNoTracking().ToDictionaryAsync(r => r.Kind, r => r.FileIndex, cancellationToken);
        var ids = rows.Select(r => r.RecordId).ToList();
        var kinds = await db.Set<Document>().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Kind, cancellationToken);
        var cases = await db.Set<Case>().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Kind, cancellationToken);
        return [.. rows.Select(r => new GoingItem(
            r.Kind == RecordKind.Document ? FiledThing.Document : FiledThing.Case, r.RecordId, r.Label,
            kinds.TryGetValue(r.RecordId, out var kind) ? FiledKind.Of(kind) : r.Kind == RecordKind.Inquiry ? FiledKind.Inquiry : FiledKind.Of(cases[r.RecordId]), r.ClosedOn, indexes.GetValueOrDefault(r.Kind), null))];
    }

    /// <summary>A case opened again does not go.</summary>
    private async Task RefuseOpenAsync(List<GoingItem> items, CancellationToken cancellationToken)
    {
        foreach (var ids in items.Where(i => i.Thing == FiledThing.Case).Select(i => i.RecordId).Chunk(500))
        {
            if (await db.Set<Case>().Where(c => ids.Contains(c.Id) && c.State != CaseState.Closed).Select(c => c.Number).FirstOrDefaultAsync(cancellationToken) is { } open)
                throw new Refusal("Archive.Refusal.CaseOpen", open);
        }
    }
}
