using System.Globalization;
using ServiceDesk.Application.Clients.Companies;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Startup;

namespace ServiceDesk.Web.Startup;

/// <summary>
/// <c>import companies FILE.csv [--dry-run] [--report REPORT.csv]</c> in place of opening the door: reads a file of the Enterprise Register's
/// open data into the look-up table and tells what came of it. Fit for a nightly timer of the machine.
/// </summary>
internal static class ImportCompaniesCommand
{
    private const string DryRun = "--dry-run";
    private const string Report = "--report";
    private const int TellEach = 100_000;

    /// <summary>Whether the arguments ask for it.</summary>
    public static bool IsAskedFor(string[] args) => args is ["import", "companies", ..];

    /// <summary>0 when the file was read to its end, also when some records were kept out; 2 when the arguments make no sense; 1 otherwise.</summary>
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        // The console speaks English, as the start does.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        try
        {
            var report = args.SkipWhile(a => a != Report).Skip(1).FirstOrDefault();
            if (args is not ["import", "companies", { Length: > 0 } name, ..] || name.StartsWith("--", StringComparison.Ordinal) || (report is null && args.Contains(Report)))
            {
                await Console.Error.WriteLineAsync($"import companies FILE.csv [{DryRun}] [{Report} REPORT.csv]");
                return 2;
            }

            var file = Path.GetFullPath(name, ImportCommand.Here(name));
            if (!File.Exists(file))
            {
                await Console.Error.WriteLineAsync($"There is no file {file}.");
                return 1;
            }

            return await ReadAsync(app.Services, file, args.Contains(DryRun), report is null ? null : Path.GetFullPath(report, ImportCommand.Here(name)));
        }
        finally
        {
            await app.Services.GetRequiredService<Preparation>().EndAsync(CancellationToken.None);
        }
    }

    private static async Task<int> ReadAsync(IServiceProvider services, string file, bool isTrial, string? report)
    {
        await using var scope = services.CreateAsyncScope();
        await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var start = TimeProvider.System.GetTimestamp();
        Guid id;
        try
        {
            var import = scope.ServiceProvider.GetRequiredService<ImportCompaniesHandler>();
            id = await import.HandleAsync(new ImportCompanies(Path.GetFileName(file), content, isTrial, Tell), CancellationToken.None);
        }
        catch (Refusal refusal)
        {
            await Console.Error.WriteLineAsync(Texts.Current[refusal.Key]);
            return 1;
        }

        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        var show = scope.ServiceProvider.GetRequiredService<ShowCompanyImportHandler>();
        var shown = (await show.HandleAsync(id, CancellationToken.None))!;
        if (report is not null)
        {
            await using var target = File.Create(report);
            await using var sheet = new CsvSheet(target);
            await show.WriteAsync(id, sheet, CancellationToken.None);
        }
        else
        {
            foreach (var line in shown.Lines)
                Console.WriteLine($"{line.Record};{line.Number};{Texts.Current.Of(line.Remark)}");
        }

        var run = shown.Run;
        Console.WriteLine();
        Console.WriteLine($"{(isTrial ? "would be added" : "added"),-18}{run.Added,8}");
        Console.WriteLine($"{"changed",-18}{run.Changed,8}");
        Console.WriteLine($"{"unchanged",-18}{run.Unchanged,8}");
        Console.WriteLine($"{"gone",-18}{run.Gone,8}");
        Console.WriteLine($"{"rejected",-18}{run.Rejected,8}");
        Console.WriteLine($"{"warnings",-18}{run.Warnings,8}");
        Console.WriteLine($"{"records",-18}{run.Records,8}   {seconds:0.0} s, {run.Records / Math.Max(seconds, 0.001):0} a second, at most {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MB of memory");
        return 0;
    }

    private static void Tell(CompanyImport run)
    {
        if (run.Records % TellEach == 0)
            Console.Error.WriteLine($"{run.Records} records, {run.Position * 100 / Math.Max(1, run.Size)} %");
    }
}
