using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Archive;

/// <summary>An item of a file.</summary>
public sealed record FiledRow(Guid Id, FiledThing Thing, Guid RecordId, string Number, DateOnly DatedOn, string Kind, DateTimeOffset At, string By, DateTimeOffset? LeftAt, string? LeftBy, string? LeftReason, DateTimeOffset? DestroyedAt, string? ActNumber);

/// <summary>A file with a page of its items.</summary>
/// <param name="File">The file.</param>
/// <param name="Version">Its version.</param>
/// <param name="KeeperName">Who keeps it, once handed over.</param>
/// <param name="Items">Items of the page, by day.</param>
/// <param name="Total">Items on all pages.</param>
/// <param name="Left">Items that were taken out, newest first.</param>
/// <param name="Holds">Holds that stand on the file or on something in it.</param>
/// <param name="OpenCases">Cases in it that were opened again.</param>
public sealed record ArchiveFileView(
    ArchiveFileRow File, int Version, string? KeeperName, IReadOnlyList<FiledRow> Items, int Total, IReadOnlyList<FiledRow> Left, IReadOnlyList<FileHold> Holds, int OpenCases);

/// <summary>A hold that keeps a file.</summary>
public sealed record FileHold(Guid Id, string Label, string Reason, string PlacedBy, DateTimeOffset PlacedAt, DateOnly? UntilOn);

/// <summary>Shows a file.</summary>
public sealed class ShowArchiveFileHandler(IServiceDeskDb db, ArchiveDesk desk, ListNomenclaturesHandler list)
{
    /// <summary>Items on a page.</summary>
    public const int PageSize = 100;

    /// <summary>The file; null when there is none.</summary>
    public async Task<ArchiveFileView?> HandleAsync(Guid id, int page, CancellationToken cancellationToken)
    {
        desk.Demand();
        if (await list.FilesAsync([id], cancellationToken) is not [var file])
            return null;
        var head = await db.Set<ArchiveFile>().AsNoTracking().Where(f => f.Id == id)
            .Select(f => new { f.Version, Keeper = db.Set<Employee>().Where(e => e.Id == f.KeeperId).Select(e => e.Name + " " + e.Surname).FirstOrDefault() }).SingleAsync(cancellationToken);
        var items = db.Set<FiledItem>().AsNoTracking().Where(i => i.FileId == id);
        return new ArchiveFileView(
            file, head.Version, head.Keeper,
            await Rows(items.Where(i => i.LeftAt == null).OrderBy(i => i.DatedOn).ThenBy(i => i.Id).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(cancellationToken),
            file.Items,
            await Rows(items.Where(i => i.LeftAt != null).OrderByDescending(i => i.LeftAt).Take(50)).ToListAsync(cancellationToken),
            await Holds(id).ToListAsync(cancellationToken),
            await db.Set<Case>().CountAsync(c => c.State != CaseState.Closed && items.Any(i => i.LeftAt == null && i.RecordId == c.Id), cancellationToken));
    }

    private IQueryable<FileHold> Holds(Guid fileId) => db.Set<LegalHold>().AsNoTracking()
        .Where(h => h.LiftedAt == null && (h.RecordId == fileId || db.Set<FiledItem>().Any(i => i.FileId == fileId && i.LeftAt == null && i.RecordId == h.RecordId)))
        .OrderBy(h => h.PlacedAt).Select(h => new FileHold(h.Id, h.Label, h.Reason, h.PlacedBy, h.PlacedAt, h.UntilOn)).Take(50);

    private static IQueryable<FiledRow> Rows(IQueryable<FiledItem> items) =>
        items.Select(i => new FiledRow(i.Id, i.Thing, i.RecordId, i.Number, i.DatedOn, i.Kind, i.At, i.By, i.LeftAt, i.LeftBy, i.LeftReason, i.DestroyedAt, i.ActNumber));
}
