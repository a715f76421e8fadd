using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Cases.Imports;

/// <summary>The latest readings of files of a kind, the newest first.</summary>
public sealed class ListImportsHandler(IServiceDeskDb db)
{
    private const int Most = 50;

    /// <summary>At most fifty.</summary>
    public Task<List<ImportRun>> HandleAsync(ImportKind kind, CancellationToken cancellationToken) =>
        db.Set<ImportRun>().AsNoTracking().Where(r => r.Kind == kind).OrderByDescending(r => r.Id).Take(Most).ToListAsync(cancellationToken);
}

/// <summary>One reading with its remarks.</summary>
/// <param name="Run">The reading.</param>
/// <param name="Lines">Remarks in the order of the records, at most <see cref="ShowImportHandler.MostLines"/>.</param>
/// <param name="LineCount">All remarks.</param>
public sealed record ShownImport(ImportRun Run, IReadOnlyList<ImportLine> Lines, int LineCount);

/// <summary>Shows a reading, and writes its report.</summary>
public sealed class ShowImportHandler(IServiceDeskDb db)
{
    /// <summary>Remarks shown; the whole report is a file.</summary>
    public const int MostLines = 500;

    /// <summary>Key of the word for what came of a record a remark is about.</summary>
    public static string ResultKey(ImportRemark remark) =>
        ImportLine.KeepsOut(remark) ? "Cases.Import.Rejected" : remark == ImportRemark.ClientKnown ? "Clients.Import.Known" : "Cases.Import.Warning";

    /// <summary>The reading, or null when there is none of that kind and key.</summary>
    public async Task<ShownImport?> HandleAsync(ImportKind kind, Guid id, CancellationToken cancellationToken)
    {
        var run = await db.Set<ImportRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Kind == kind, cancellationToken);
        return run is null ? null : new ShownImport(run, await Lines(id).Take(MostLines).ToListAsync(cancellationToken), await Lines(id).CountAsync(cancellationToken));
    }

    /// <summary>The report for a spreadsheet: remark by remark, however many, in the language of whoever asks.</summary>
    public async Task WriteAsync(ImportRun run, ISheetWriter report, CancellationToken cancellationToken)
    {
        var t = Texts.Current;
        await report.WriteAsync([t["Cases.Import.Record"], t[run.Kind == ImportKind.Clients ? "Clients.Import.Column" : "Cases.Import.Number"], t["Cases.Import.Result"], t["Cases.Import.Reason"]], cancellationToken);
        await foreach (var line in Lines(run.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            await report.WriteAsync([line.Record, line.Number, t[ResultKey(line.Remark)], t.Of(line.Remark)], cancellationToken);
    }

    private IQueryable<ImportLine> Lines(Guid id) => db.Set<ImportLine>().AsNoTracking().Where(l => l.RunId == id).OrderBy(l => l.Record).ThenBy(l => l.Remark);
}
