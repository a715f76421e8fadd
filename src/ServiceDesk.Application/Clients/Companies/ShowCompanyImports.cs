using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Clients.Companies;

namespace ServiceDesk.Application.Clients.Companies;

/// <summary>What the look-up table holds and which files were read.</summary>
/// <param name="Companies">Entries that are in the register.</param>
/// <param name="Latest">The latest finished reading of each file.</param>
/// <param name="Runs">The latest readings, the newest first.</param>
public sealed record ShownShelf(int Companies, IReadOnlyList<CompanyImport> Latest, IReadOnlyList<CompanyImport> Runs);

/// <summary>Shows the state of the look-up table.</summary>
public sealed class ShowCompanyShelfHandler(IServiceDeskDb db)
{
    private const int Most = 30;

    /// <summary>Its state.</summary>
    public async Task<ShownShelf> HandleAsync(CancellationToken cancellationToken)
    {
        var runs = db.Set<CompanyImport>().AsNoTracking();
        List<CompanyImport> latest = [];
        foreach (var kind in Enum.GetValues<CompanyFileKind>())
        {
            if (await Finished(runs, kind).FirstOrDefaultAsync(cancellationToken) is { } run)
                latest.Add(run);
        }

        return new ShownShelf(
            await db.Set<Company>().CountAsync(c => c.GoneAt == null, cancellationToken),
            latest,
            await runs.OrderByDescending(r => r.Id).Take(Most).ToListAsync(cancellationToken));
    }

    /// <summary>Readings of a file that changed the table, the newest first.</summary>
    internal static IQueryable<CompanyImport> Finished(IQueryable<CompanyImport> runs, CompanyFileKind kind) =>
        runs.Where(r => r.Kind == kind && !r.IsTrial && r.State == Domain.Cases.ImportState.Done).OrderByDescending(r => r.FinishedAt);
}

/// <summary>One reading with its remarks.</summary>
/// <param name="Run">The reading.</param>
/// <param name="Lines">Remarks in the order of the records, at most <see cref="ShowCompanyImportHandler.MostLines"/>.</param>
/// <param name="LineCount">All remarks kept.</param>
public sealed record ShownCompanyImport(CompanyImport Run, IReadOnlyList<CompanyImportLine> Lines, int LineCount);

/// <summary>Shows a reading, and writes its report.</summary>
public sealed class ShowCompanyImportHandler(IServiceDeskDb db)
{
    /// <summary>Remarks shown; the whole report is a file.</summary>
    public const int MostLines = 200;

    /// <summary>The reading, or null when there is none of that key.</summary>
    public async Task<ShownCompanyImport?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        var run = await db.Set<CompanyImport>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (run is null)
            return null;
        var lines = Lines(id);
        return new ShownCompanyImport(run, await lines.Take(MostLines).ToListAsync(cancellationToken), await lines.CountAsync(cancellationToken));
    }

    /// <summary>Writes the report, remark by remark, in the language of whoever asks.</summary>
    public async Task WriteAsync(Guid id, ISheetWriter report, CancellationToken cancellationToken)
    {
        var t = Texts.Current;
        await report.WriteAsync([t["Cases.Import.Record"], t["Clients.Companies.Code"], t["Cases.Import.Result"], t["Cases.Import.Reason"]], cancellationToken);
        await foreach (var line in Lines(id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            await report.WriteAsync(
                [line.Record, line.Number, t[CompanyImportLine.KeepsOut(line.Remark) ? "Cases.Import.Rejected" : "Cases.Import.Warning"], t.Of(line.Remark)], cancellationToken);
        }
    }

    private IQueryable<CompanyImportLine> Lines(Guid id) =>
        db.Set<CompanyImportLine>().AsNoTracking().Where(l => l.ImportId == id).OrderBy(l => l.Record).ThenBy(l => l.Remark);
}
