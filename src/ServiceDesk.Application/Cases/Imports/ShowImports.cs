using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Cases.Imports;

/// <summary>The latest readings of older registers, the newest first.</summary>
public sealed class ListImportsHandler(IServiceDeskDb db)
{
    private const int Most = 50;

    /// <summary>At most fifty.</summary>
    public Task<List<ImportRun>> HandleAsync(CancellationToken cancellationToken) =>
        db.Set<ImportRun>().AsNoTracking().OrderByDescending(r => r.Id).Take(Most).ToListAsync(cancellationToken);
}

/// <summary>One reading with its remarks.</summary>
/// <param name="Run">The reading.</param>
/// <param name="Lines">Remarks in the order of the records, at most <see cref="ShowImportHandler.MostLines"/>.</param>
/// <param name="LineCount">All remarks.</param>
public sealed record ShownImport(ImportRun Run, IReadOnlyList<ImportLine> Lines, int LineCount);

/// <summary>Shows a reading.</summary>
public sealed class ShowImportHandler(IServiceDeskDb db)
{
    /// <summary>Remarks shown; the whole report is a file.</summary>
    public const int MostLines = 500;

    /// <summary>The reading, or null when there is none of that key.</summary>
    public async Task<ShownImport?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        var run = await db.Set<ImportRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (run is null)
            return null;
        var lines = db.Set<ImportLine>().AsNoTracking().Where(l => l.RunId == id);
        return new ShownImport(run, await lines.OrderBy(l => l.Record).ThenBy(l => l.Remark).Take(MostLines).ToListAsync(cancellationToken), await lines.CountAsync(cancellationToken));
    }
}

/// <summary>Writes the report of a reading as a file for spreadsheets.</summary>
public sealed class WriteImportReportHandler(IServiceDeskDb db)
{
    private const string FormulaSigns = "=+-@\t\r";

    /// <summary>Remark by remark, however many, in the language of whoever asks.</summary>
    public async Task HandleAsync(Guid id, TextWriter report, CancellationToken cancellationToken)
    {
        var t = Texts.Current;
        await report.WriteLineAsync(string.Join(';', t["Cases.Import.Record"], t["Cases.Import.Number"], t["Cases.Import.Result"], t["Cases.Import.Reason"]));
        var lines = db.Set<ImportLine>().AsNoTracking().Where(l => l.RunId == id).OrderBy(l => l.Record).ThenBy(l => l.Remark);
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var result = ImportLine.KeepsOut(line.Remark) ? t["Cases.Import.Rejected"] : t["Cases.Import.Warning"];
            await report.WriteLineAsync(string.Join(';', line.Record, Quote(line.Number), Quote(result), Quote(t.Of(line.Remark))));
        }
    }

    /// <summary>A number of an older register may be anything, also a formula: a leading apostrophe makes it a text.</summary>
    private static string Quote(string value)
    {
        var harmless = value.Length > 0 && FormulaSigns.Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
