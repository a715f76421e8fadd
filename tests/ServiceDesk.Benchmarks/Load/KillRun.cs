using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using ServiceDesk.Infrastructure.Database.Embedded;

namespace ServiceDesk.Benchmarks.Load;

/// <summary>
/// <c>dotnet run -c Release --project tests/ServiceDesk.Benchmarks -- kill [submissions] [kills]</c>: the real site on its own data folder
/// and embedded database takes submissions over HTTP while site and database are killed with -9 in turn. Who gets no answer sends the
/// same form again, as a person would. Then every number a citizen has seen must be in the register, none twice, without gaps.
/// Ends with exit code 1 when one of this is not so. Linux and macOS.
/// </summary>
internal sealed class KillRun : IAsyncDisposable
{
    private const int Citizens = 50;

    private readonly string folder = Directory.CreateTempSubdirectory("servicedesk-kill-").FullName;
    private readonly string web = WebFolder();
    private readonly Uri address = new($"http://localhost:{FreePort()}");
    private readonly ConcurrentDictionary<int, string> confirmed = new();
    private Process? site;
    private int answersLost;
    private int siteKills;
    private int databaseKills;

    public static async Task<int> RunAsync(int submissions, int kills)
    {
        await using var run = new KillRun();
        return await run.RunAllAsync(submissions, kills);
    }

    public async ValueTask DisposeAsync()
    {
        site?.Kill(entireProcessTree: false);
        site?.Dispose();
        KillDatabase();
        await Task.Delay(TimeSpan.FromSeconds(1));
        Directory.Delete(folder, recursive: true);
    }

    private async Task<int> RunAllAsync(int submissions, int kills)
    {
        var clock = Stopwatch.StartNew();
        StartSite();
        await UntilUpAsync();
        Say($"site and database up after {clock.Elapsed.TotalSeconds:0} s; {submissions} submissions by {Citizens} citizens, {kills} kills");

        clock.Restart();
        var next = -1;
        var citizens = Enumerable.Range(0, Citizens).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < submissions;)
                confirmed[i] = await new Citizen(address, $"Iesniegums {i} no izturības pārbaudes.", () => Interlocked.Increment(ref answersLost)).SubmitAsync();
        })).ToList();
        var all = Task.WhenAll(citizens);
        var killer = KillAsync(submissions, kills, all);
        await all;
        Say($"all confirmed after {clock.Elapsed.TotalSeconds:0} s");
        await killer;
        return await CheckAsync(submissions) ? 0 : 1;
    }

    /// <summary>Kills spread evenly over the submissions, each while others are under way.</summary>
    private async Task KillAsync(int submissions, int kills, Task all)
    {
        for (var i = 0; i < kills; i++)
        {
            while (confirmed.Count < submissions * (i + 1) / (kills + 1) && !all.IsCompleted)
                await Task.Delay(100);
            if (all.IsCompleted)
                return;
            if (i % 3 != 1)
            {
                site!.Kill(entireProcessTree: false); // SIGKILL; the database lives on.
                siteKills++;
            }

            if (i % 3 != 0)
            {
                KillDatabase();
                databaseKills++;
            }

            Say($"kill {i + 1}: {(i % 3) switch { 0 => "site", 1 => "database", _ => "site and database" }}, {confirmed.Count} confirmed so far");
            if (site!.WaitForExit(TimeSpan.FromSeconds(1)))
                StartSite();
        }
    }

    private void StartSite()
    {
        site?.Dispose();
        var start = new ProcessStartInfo("dotnet", ["exec", Program(web)]) { WorkingDirectory = web, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_CONTENTROOT", web), ("ASPNETCORE_URLS", address.ToString().TrimEnd('/')),
            ("ServiceDesk__DataFolder", folder), ("ServiceDesk__DemoData", "false"), ("ServiceDesk__PublicAddress", address.ToString().TrimEnd('/')),
            ("ServiceDesk__RateLimits__Submit__Permits", "1000000"), ("ServiceDesk__RateLimits__Track__Permits", "1000000"),
        })
        {
            start.Environment[name] = value;
        }

        site = Process.Start(start)!;
        site.OutputDataReceived += (_, _) => { };
        site.ErrorDataReceived += (_, e) => { if (e.Data is { Length: > 0 }) Say("site: " + e.Data); };
        site.BeginOutputReadLine();
        site.BeginErrorReadLine();
    }

    private async Task UntilUpAsync()
    {
        using var http = new HttpClient();
        for (var i = 0; i < 240; i++)
        {
            try
            {
                if ((await http.GetAsync(new Uri(address, "/submit"))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            if (site!.HasExited)
                throw new InvalidOperationException($"The site ended with {site.ExitCode}.");
            await Task.Delay(500);
        }

        throw new TimeoutException("The site did not come up.");
    }

    /// <summary>The database server and all its processes at once, as a power cut would.</summary>
    private void KillDatabase()
    {
        var file = Path.Combine(folder, "postgres", "cluster", "postmaster.pid");
        if (!File.Exists(file) || !int.TryParse(File.ReadLines(file).First(), CultureInfo.InvariantCulture, out var id))
            return;
        try
        {
            using var server = Process.GetProcessById(id);
            if (server.ProcessName.StartsWith("postgres", StringComparison.Ordinal))
                server.Kill(entireProcessTree: true);
        }
        catch (ArgumentException)
        {
            // It is dead already.
        }
    }

    private async Task<bool> CheckAsync(int submissions)
    {
        await UntilUpAsync();
        await using var server = new EmbeddedPostgres(PostgresBinaries.Find(null, web), Path.Combine(folder, "postgres"));
        await server.StartAsync(default);
        await using var connection = new NpgsqlConnection(server.ConnectionStringFor("servicedesk"));
        await connection.OpenAsync();
        var rows = new List<(string Number, int Sequence, string Text)>();
        await using (var command = new NpgsqlCommand("""
            SELECT c."Number", c."Sequence", m."Text" FROM "Cases" c JOIN "Messages" m ON m."CaseId" = c."Id" AND m."Kind" = 'Submission' ORDER BY c."Sequence"
            """, connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                rows.Add((reader.GetString(0), reader.GetInt32(1), reader.GetString(2)));
        }

        var numbers = rows.Select(r => r.Number).ToHashSet();
        var missing = confirmed.Values.Count(n => !numbers.Contains(n));
        var twice = rows.Count - numbers.Count + confirmed.Count - confirmed.Values.Distinct().Count();
        var repeated = rows.Count - rows.Select(r => r.Text).Distinct().Count();
        var gaps = rows.Count == 0 ? 0 : rows[^1].Sequence - rows.Select(r => r.Sequence).Distinct().Count();
        var ok = missing == 0 && twice == 0 && repeated == 0 && gaps == 0 && confirmed.Count == submissions && rows.Count == submissions;
        Say($"""
            killed with -9: site {siteKills} times, database {databaseKills} times; requests without a good answer: {answersLost}
            submissions {submissions}, confirmed {confirmed.Count}, cases in the register {rows.Count}, last sequence {(rows.Count == 0 ? 0 : rows[^1].Sequence)}
            confirmed but missing: {missing}; numbers given twice: {twice}; submissions registered twice: {repeated}; gaps in the sequence: {gaps}
            {(ok ? "OK" : "FAILED")}
            """);
        return ok;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string WebFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, "src", "ServiceDesk.Web")))
                return Path.Combine(at.FullName, "src", "ServiceDesk.Web");
        }

        throw new DirectoryNotFoundException("src/ServiceDesk.Web");
    }

    /// <summary>The site built in the same configuration as this driver.</summary>
    private static string Program(string web)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(web, "bin", framework.Parent!.Name, framework.Name, "ServiceDesk.Web.dll");
    }

    private static void Say(string text) => Console.WriteLine(text);
}
