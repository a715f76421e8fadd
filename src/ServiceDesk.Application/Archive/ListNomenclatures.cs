using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Archive;

/// <summary>A year of the archive.</summary>
public sealed record NomenclatureRow(int Year, NomenclatureState State, string? Agreement, string? ApprovedBy, DateTimeOffset? ApprovedAt, int Files, int Items, int Open, int Version);

/// <summary>A file in a list.</summary>
public sealed record ArchiveFileRow(
    Guid Id, int Year, string Index, string Title, FileMedium Medium, FileTerm Term, int? Years, string? OtherRule, string Basis, string UnitName, string? Remarks, string? AddedNote, FileState State, DateOnly? ClosedOn,
    DateOnly? KeptThrough, string? ActNumber, int Items, DateOnly? FirstOn, DateOnly? LastOn)
{
    /// <summary>How archives class it.</summary>
    public RetentionClass Class => Term switch { FileTerm.Permanent => RetentionClass.Permanent, FileTerm.Years when Years <= 10 => RetentionClass.Temporary, _ => RetentionClass.Long };

    /// <summary>The term in words.</summary>
    public string TermIn(Texts t) => Term switch
    {
        FileTerm.Years => t.Plural("Archive.Years", Years ?? 0),
        FileTerm.Permanent => t.Of(FileTerm.Permanent),
        _ => OtherRule ?? "",
    };

    /// <summary>First and last day of what lies in it; a dash while there is nothing.</summary>
    public string DatesIn(Dates dates) => (FirstOn, LastOn) switch
    {
        ({ } from, { } to) when from == to => dates.Numeric(from),
        ({ } from, { } to) => $"{dates.Numeric(from)}–{dates.Numeric(to)}",
        _ => "–",
    };
}

/// <summary>Reads the nomenclatures and their files.</summary>
public sealed class ListNomenclaturesHandler(IServiceDeskDb db, ArchiveDesk desk)
{
    /// <summary>All years, newest first.</summary>
    public async Task<IReadOnlyList<NomenclatureRow>> HandleAsync(CancellationToken cancellationToken)
    {
        desk.Demand();
        return await Years(db.Set<Nomenclature>().OrderByDescending(n => n.Year).Take(200)).ToListAsync(cancellationToken);
    }

    /// <summary>One year; null when it has none.</summary>
    public async Task<NomenclatureRow?> OfAsync(int year, CancellationToken cancellationToken)
    {
        desk.Demand();
        return await Years(db.Set<Nomenclature>().Where(n => n.Year == year)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The files of a year in the order of their indexes.</summary>
    public async Task<IReadOnlyList<ArchiveFileRow>> FilesAsync(int year, CancellationToken cancellationToken)
    {
        desk.Demand();
        return Sorted(await Rows(db.Set<ArchiveFile>().Where(f => f.Year == year)).ToListAsync(cancellationToken));
    }

    /// <summary>Files by their keys.</summary>
    public async Task<IReadOnlyList<ArchiveFileRow>> FilesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        desk.Demand();
        return Sorted(await Rows(db.Set<ArchiveFile>().Where(f => ids.Contains(f.Id))).ToListAsync(cancellationToken));
    }

    /// <summary>Files that are still here, open or closed: what may change hands between employees.</summary>
    public async Task<IReadOnlyList<ArchiveFileRow>> HereAsync(CancellationToken cancellationToken)
    {
        desk.Demand();
        return Sorted(await Rows(db.Set<ArchiveFile>().Where(f => (f.State == FileState.Open || f.State == FileState.Closed)
            && db.Set<Nomenclature>().Any(n => n.Id == f.NomenclatureId && n.State != NomenclatureState.Draft))).ToListAsync(cancellationToken));
    }

    /// <summary>Closed files of one class that still lie here, of one year or of all: what a description list is made of.</summary>
    public async Task<IReadOnlyList<ArchiveFileRow>> DescribedAsync(RetentionClass which, int? year, CancellationToken cancellationToken)
    {
        desk.Demand();
        var files = db.Set<ArchiveFile>().Where(f => f.State == FileState.Closed && (year == null || f.Year == year));
        files = which switch
        {
            RetentionClass.Permanent => files.Where(f => f.Term == FileTerm.Permanent),
            RetentionClass.Long => files.Where(f => f.Term == FileTerm.Other || (f.Term == FileTerm.Years && f.Years > 10)),
            _ => files.Where(f => f.Term == FileTerm.Years && f.Years <= 10),
        };
        return Sorted(await Rows(files).ToListAsync(cancellationToken));
    }

    /// <summary>Writes files as a table.</summary>
    public static async Task ExportAsync(IReadOnlyList<ArchiveFileRow> files, ISheetWriter sheet, Texts t, CancellationToken cancellationToken)
    {
        await sheet.WriteAsync(
            [
                t["Archive.Year"], t["Archive.Index"], t["Archive.TitleColumn"], t["Archive.Medium"], t["Archive.Term"], t["Archive.Basis"], t["Shared.Field.Unit"], t["Archive.Items"], t["Archive.FirstOn"], t["Archive.LastOn"],
                t["Archive.State"], t["Archive.ClosedOn"], t["Archive.KeptThrough"], t["Archive.ActNumber"], t["Archive.Remarks"],
            ], cancellationToken);
        foreach (var f in files)
        {
            await sheet.WriteAsync(
                [f.Year, f.Index, f.Title, t.Of(f.Medium), f.TermIn(t), f.Basis, f.UnitName, f.Items, f.FirstOn, f.LastOn, t.Of(f.State), f.ClosedOn, f.KeptThrough, f.ActNumber, Remark(f, t)], cancellationToken);
        }
    }

    /// <summary>The remark of a file, with why it was added after approval.</summary>
    public static string? Remark(ArchiveFileRow file, Texts t) => string.Join("; ", new[] { file.Remarks, file.AddedNote is { } note ? t["Archive.Added", note] : null }.OfType<string>()) is { Length: > 0 } said ? said : null;

    private IQueryable<NomenclatureRow> Years(IQueryable<Nomenclature> nomenclatures) => nomenclatures.AsNoTracking().Select(n => new NomenclatureRow(
        n.Year, n.State, n.Agreement, n.ApprovedBy, n.ApprovedAt,
        db.Set<ArchiveFile>().Count(f => f.NomenclatureId == n.Id),
        db.Set<FiledItem>().Count(i => i.LeftAt == null && db.Set<ArchiveFile>().Any(f => f.Id == i.FileId && f.NomenclatureId == n.Id)),
        db.Set<ArchiveFile>().Count(f => f.NomenclatureId == n.Id && f.State == FileState.Open),
        n.Version));

    private IQueryable<ArchiveFileRow> Rows(IQueryable<ArchiveFile> files) => files.AsNoTracking().Select(f => new ArchiveFileRow(
        f.Id, f.Year, f.Index, f.Title, f.Medium, f.Term, f.Years, f.OtherRule, f.Basis, db.Set<OrgUnit>().Where(u => u.Id == f.UnitId).Select(u => u.Name).First(), f.Remarks, f.AddedNote, f.State, f.ClosedOn, f.KeptThrough,
        f.ActNumber,
        db.Set<FiledItem>().Count(i => i.FileId == f.Id && i.LeftAt == null),
        db.Set<FiledItem>().Where(i => i.FileId == f.Id && i.LeftAt == null).Min(i => (DateOnly?)i.DatedOn),
        db.Set<FiledItem>().Where(i => i.FileId == f.Id && i.LeftAt == null).Max(i => (DateOnly?)i.DatedOn)));

    /// <summary>By year and index, numbers inside an index as numbers: 4.1-5 before 4.1-10.</summary>
    private static List<ArchiveFileRow> Sorted(List<ArchiveFileRow> files) => [.. files.OrderBy(f => f.Year).ThenBy(f => f.Index, FileIndexOrder.Instance)];
}

/// <summary>Orders file indexes with their numbers as numbers.</summary>
public sealed class FileIndexOrder : IComparer<string>
{
    private static readonly StringComparer Natural = StringComparer.Create(System.Globalization.CultureInfo.InvariantCulture, System.Globalization.CompareOptions.NumericOrdering);

    /// <summary>The only one.</summary>
    public static FileIndexOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y) => Natural.Compare(x, y);
}
