using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;

namespace ServiceDesk.Application.Archive;

/// <summary>An open file items may go into.</summary>
public sealed record FileChoice(Guid Id, int Year, string Index, string Title, Guid UnitId, Guid? TopicId, IReadOnlyList<string> Takes);

/// <summary>What is to be filed, as far as a suggestion asks.</summary>
/// <param name="RecordId">Which one.</param>
/// <param name="Year">Year of its number.</param>
/// <param name="Kind">What kind, as <see cref="FiledKind"/> says it.</param>
/// <param name="UnitId">Its unit.</param>
/// <param name="TopicId">Its topic.</param>
/// <param name="WithId">The case it belongs to: what is filed beside it.</param>
public sealed record Unfiled(Guid RecordId, int Year, string Kind, Guid UnitId, Guid? TopicId, Guid? WithId);

/// <summary>Says into which file an item belongs.</summary>
public sealed class FilingPlan(IServiceDeskDb db)
{
    /// <summary>Open files of approved nomenclatures, newest year first.</summary>
    public async Task<IReadOnlyList<FileChoice>> OpenFilesAsync(CancellationToken cancellationToken)
    {
        var files = await db.Set<ArchiveFile>().AsNoTracking()
            .Where(f => f.State == FileState.Open && db.Set<Nomenclature>().Any(n => n.Id == f.NomenclatureId && n.State == NomenclatureState.Approved))
            .Select(f => new FileChoice(f.Id, f.Year, f.Index, f.Title, f.UnitId, f.TopicId, f.Takes)).ToListAsync(cancellationToken);
        return [.. files.OrderByDescending(f => f.Year).ThenBy(f => f.Index, FileIndexOrder.Instance)];
    }

    /// <summary>
    /// Suggests a file for each item: that of the case it belongs to, else the open file of its year that takes its kind; one for its very
    /// topic before one for all, the own unit's before another's. What has no such file gets no suggestion.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, FileChoice>> SuggestAsync(IReadOnlyCollection<Unfiled> items, IReadOnlyList<FileChoice> files, CancellationToken cancellationToken)
    {
        var beside = items.Select(i => i.WithId).OfType<Guid>().Distinct().ToList();
        var lying = await db.Set<FiledItem>().AsNoTracking().Where(i => i.LeftAt == null && beside.Contains(i.RecordId)).ToDictionaryAsync(i => i.RecordId, i => i.FileId, cancellationToken);
        Dictionary<Guid, FileChoice> suggested = [];
        foreach (var item in items)
        {
            var with = item.WithId is { } id && lying.TryGetValue(id, out var fileId) ? files.FirstOrDefault(f => f.Id == fileId) : null;
            if ((with ?? Best(item, files)) is { } file)
                suggested[item.RecordId] = file;
        }

        return suggested;
    }

    private static FileChoice? Best(Unfiled item, IReadOnlyList<FileChoice> files) =>
        files.Where(f => f.Year == item.Year && f.Takes.Contains(item.Kind) && (f.TopicId is null || f.TopicId == item.TopicId))
            .OrderByDescending(f => f.TopicId is not null).ThenByDescending(f => f.UnitId == item.UnitId).FirstOrDefault();
}
