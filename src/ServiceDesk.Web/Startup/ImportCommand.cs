using System.Globalization;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Startup;

namespace ServiceDesk.Web.Startup;

/// <summary><c>import register|clients FILE.csv [--dry-run] [--report REPORT.csv]</c> in place of opening the door: reads an older register, or a file of clients, and tells what came of it.</summary>
internal static class ImportCommand
{
    private const string DryRun = "--dry-run";
    private const string Report = "--report";

    /// <summary>Whether the arguments ask for it.</summary>
    public static bool IsAskedFor(string[] args) => args is ["import", ..];

    /// <summary>0 when the file was read to its end, also when some records were kept out; 2 when the arguments make no sense; 1 otherwise.</summary>
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        // The console speaks English, as the start does.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var report = args.SkipWhile(a => a != Report).Skip(1).FirstOrDefault();
        if (args is not ["import", "register" or "clients", { Length: > 0 } name, ..] || name.StartsWith("--", StringComparison.Ordinal) || (report is null && args.Contains(Report)))
        {
            await Console.Error.WriteLineAsync($"import register|clients FILE.csv [{DryRun}] [{Report} REPORT.csv]");
            return 2;
        }

        try
        {
            var file = Path.GetFullPath(name, Here(name));
            if (!File.Exists(file))
            {
                await Console.Error.WriteLineAsync($"There is no file {file}.");
                return 1;
            }

            return await ReadAsync(app.Services, args[1] == "clients" ? ImportKind.Clients : ImportKind.Cases, file, args.Contains(DryRun), report is null ? null : Path.GetFullPath(report, Here(name)));
        }
        finally
        {
            await app.Services.GetRequiredService<Preparation>().EndAsync(CancellationToken.None);
        }
    }

    private static async Task<int> ReadAsync(IServiceProvider services, ImportKind kind, string file, bool isTrial, string? report)
    {
        await using var scope = services.CreateAsyncScope();
        await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var start = TimeProvider.System.GetTimestamp();
        Guid id;
        try
        {
            var import = scope.ServiceProvider.GetRequiredService<ImportFileHandler>();
            id = await import.HandleAsync(new ImportFile(kind, Path.GetFileName(file), content, isTrial, Tell), CancellationToken.None);
        }
        catch (Refusal refusal)
        {
            await Console.Error.WriteLineAsync(Texts.Current[refusal.Key]);
            return 1;
        }

        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        var show = scope.ServiceProvider.GetRequiredService<ShowImportHandler>();
        var run = (await show.HandleAsync(kind, id, CancellationToken.None))!.Run;
        await using (var target = report is null ? Console.OpenStandardOutput() : File.Create(report))
        await using (var sheet = new CsvSheet(target))
            await show.WriteAsync(run, sheet, CancellationToken.None);

        Console.WriteLine();
        Console.WriteLine($"{(isTrial ? "would be imported" : "imported"),-18}{run.Imported,8}");
        Console.WriteLine($"{"already there",-18}{run.AlreadyThere,8}");
        Console.WriteLine($"{"rejected",-18}{run.Rejected,8}");
        Console.WriteLine($"{"warnings",-18}{run.Warnings,8}");
        Console.WriteLine($"{"records",-18}{run.Records,8}   {seconds:0.0} s, {run.Records / Math.Max(seconds, 0.001):0} a second, at most {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MB of memory");
        return 0;
    }

    /// <summary>A line each ten thousand records or so, for whoever waits.</summary>
    private static void Tell(ImportRun run)
    {
        if (run.Records % 10_000 < FileImporter<OldRecord>.Batch && run.Records >= 10_000)
            Console.Error.WriteLine($"{run.Records} records, {run.Position * 100 / Math.Max(1, run.Size)} %");
    }

    /// <summary><c>dotnet run --project</c> changes the folder: a relative name means the folder the person stands in.</summary>
    internal static string Here(string name) =>
        File.Exists(name) || Environment.GetEnvironmentVariable("PWD") is not { Length: > 0 } folder || !Path.IsPathFullyQualified(folder)
            ? Environment.CurrentDirectory
            : folder;
}
