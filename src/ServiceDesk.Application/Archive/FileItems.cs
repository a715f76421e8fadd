using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Archive;

/// <summary>An item without a file: its head, no word of what was written.</summary>
public sealed record UnfiledRow(Guid Id, string Number, DateOnly DatedOn, string Kind, Guid UnitId, string UnitName, Guid? TopicId, string? TopicName, Guid? WithId)
{
    /// <summary>The file suggested.</summary>
    public FileChoice? Suggested { get; init; }
}

/// <summary>A page of what has no file yet.</summary>
/// <param name="Rows">Oldest first.</param>
/// <param name="HasMore">Whether a further page has rows.</param>
/// <param name="Files">The files one may choose.</param>
/// <param name="Cases">Closed cases without a file.</param>
/// <param name="Documents">Registered documents without a file.</param>
public sealed record UnfiledPage(IReadOnlyList<UnfiledRow> Rows, bool HasMore, IReadOnlyList<FileChoice> Files, int Cases, int Documents);

/// <summary>Files cases that are closed and documents that are registered. The keeper sees their heads only.</summary>
public sealed class FileItemsHandler(IServiceDeskDb db, ArchiveDesk desk, FilingPlan plan)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page of items without a file, each with the file suggested.</summary>
    public async Task<UnfiledPage> ListAsync(FiledThing thing, int page, CancellationToken cancellationToken)
    {
        desk.Demand();
        var (cases, documents) = (UnfiledCases(), UnfiledDocuments());
        var rows = thing == FiledThing.Case
            ? await Rows(cases.OrderBy(c => c.ReceivedOn).ThenBy(c => c.Id).Skip((page - 1) * PageSize).Take(PageSize + 1)).ToListAsync(cancellationToken)
            : await Rows(documents.OrderBy(d => d.DatedOn).ThenBy(d => d.Id).Skip((page - 1) * PageSize).Take(PageSize + 1)).ToListAsync(cancellationToken);
        var files = await plan.OpenFilesAsync(cancellationToken);
        return new UnfiledPage(
            await SuggestedAsync([.. rows.Take(PageSize)], files, cancellationToken), rows.Count > PageSize, files, await cases.CountAsync(cancellationToken), await documents.CountAsync(cancellationToken));
    }

    /// <summary>Files items: each into the file suggested, or all into one. Items without a suggestion stay; the number filed. Refused without any.</summary>
    /// <param name="thing">What they are.</param>
    /// <param name="ids">Which ones.</param>
    /// <param name="into">The file for all of them; null takes the suggestions.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<int> FileAsync(FiledThing thing, IReadOnlyCollection<Guid> ids, Guid? into, CancellationToken cancellationToken)
    {
        desk.Demand();
        if (ids.Count == 0)
            throw new Refusal("Archive.Refusal.NothingChosen");
        var rows = thing == FiledThing.Case
            ? await Rows(UnfiledCases().Where(c => ids.Contains(c.Id))).ToListAsync(cancellationToken)
            : await Rows(UnfiledDocuments().Where(d => ids.Contains(d.Id))).ToListAsync(cancellationToken);
        var files = await plan.OpenFilesAsync(cancellationToken);
        var chosen = into is { } id ? files.FirstOrDefault(f => f.Id == id) ?? throw new Refusal("Archive.Refusal.FileUnknown") : null;
        var filed = 0;
        Dictionary<Guid, ArchiveFile> loaded = [];
        foreach (var row in await SuggestedAsync(rows, files, cancellationToken))
        {
            if ((chosen ?? row.Suggested) is not { } target)
                continue;
            if (!loaded.TryGetValue(target.Id, out var file))
                loaded[target.Id] = file = await desk.FileAsync(target.Id, null, cancellationToken);
            db.Set<FiledItem>().Add(new FiledItem(file, thing, row.Id, row.Number, row.DatedOn, row.Kind, desk.Actor, desk.Now));
            filed++;
        }

        await SaveAsync(cancellationToken);
        return filed;
    }

    /// <summary>Takes an item out of its file and puts it into another, with a reason; the old line stays.</summary>
    public async Task RefileAsync(Guid itemId, Guid? into, string? reason, CancellationToken cancellationToken)
    {
        desk.Demand();
        var item = await db.Set<FiledItem>().SingleOrDefaultAsync(i => i.Id == itemId, cancellationToken) ?? throw new Refusal("Archive.Refusal.FileUnknown");
        if (into is not { } target || target == item.FileId || (await plan.OpenFilesAsync(cancellationToken)).All(f => f.Id != target))
            throw new Refusal("Archive.Refusal.OtherFileMissing");
        item.Leave(await desk.FileAsync(item.FileId, null, cancellationToken), reason, desk.Actor, desk.Now);
        var file = await desk.FileAsync(target, null, cancellationToken);
        await db.InTransactionAsync(async token =>
        {
            await SaveAsync(token);
            db.Set<FiledItem>().Add(new FiledItem(file, item.Thing, item.RecordId, item.Number, item.DatedOn, item.Kind, desk.Actor, desk.Now));
            await SaveAsync(token);
            return true;
        }, cancellationToken);
    }

    /// <summary>Closed cases that lie in no file.</summary>
    internal IQueryable<Case> UnfiledCases() =>
        db.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.Closed && !db.Set<FiledItem>().Any(i => i.RecordId == c.Id && i.LeftAt == null));

    /// <summary>Registered documents that lie in no file. Those of a case wait until it is closed.</summary>
    internal IQueryable<Document> UnfiledDocuments() =>
        db.Set<Document>().AsNoTracking().Where(d => d.Number != null && d.State != DocumentState.Draft && !db.Set<FiledItem>().Any(i => i.RecordId == d.Id && i.LeftAt == null)
            && !db.Set<Case>().Any(c => c.Id == d.CaseId && c.State != CaseState.Closed));

    private IQueryable<UnfiledRow> Rows(IQueryable<Case> cases) => cases.Select(c => new UnfiledRow(
        c.Id, c.Number, c.ReceivedOn, db.Set<Register>().Any(r => r.Id == c.RegisterId && r.Code == Register.Inquiries) ? FiledKind.Inquiry : FiledKind.Of(c.Kind), c.UnitId,
        db.Set<OrgUnit>().Where(u => u.Id == c.UnitId).Select(u => u.Name).First(), c.TopicId, db.Set<Topic>().Where(t => t.Id == c.TopicId).Select(t => t.NameLv).FirstOrDefault(), c.MergedIntoId));

    private IQueryable<UnfiledRow> Rows(IQueryable<Document> documents) => documents.Select(d => new UnfiledRow(
        d.Id, d.Number!, d.DatedOn!.Value, FiledKind.Of(d.Kind), d.UnitId, db.Set<OrgUnit>().Where(u => u.Id == d.UnitId).Select(u => u.Name).First(),
        db.Set<Case>().Where(c => c.Id == d.CaseId).Select(c => c.TopicId).FirstOrDefault(), null, d.CaseId));

    private async Task<IReadOnlyList<UnfiledRow>> SuggestedAsync(List<UnfiledRow> rows, IReadOnlyList<FileChoice> files, CancellationToken cancellationToken)
    {
        var suggested = await plan.SuggestAsync([.. rows.Select(r => new Unfiled(r.Id, r.DatedOn.Year, r.Kind, r.UnitId, r.TopicId, r.WithId))], files, cancellationToken);
        return [.. rows.Select(r => r with { Suggested = suggested.GetValueOrDefault(r.Id) })];
    }

    /// <summary>Two who file the same item at once: the second finds it filed.</summary>
    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await desk.SaveAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            throw new Refusal("Archive.Refusal.ChangedMeanwhile");
        }
    }
}
