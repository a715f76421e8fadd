extern alias web;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Printing;
using ServiceDesk.Testing.Documents;
using web::ServiceDesk.Web.Documents;

namespace ServiceDesk.Benchmarks.Documents;

/// <summary>How long a letter takes on a warm printer, how many two workers make, what two thousand cost in memory; and plain Chromium beside it.</summary>
internal static class PrintRun
{
    public static async Task<int> RunAsync(string folder, int many)
    {
        Directory.CreateDirectory(folder);
        var services = Services();
        await using var made = services;
        var documents = services.GetRequiredService<DocumentPrinter>();
        var html = services.GetRequiredService<IDocumentHtml>();
        var room = services.GetRequiredService<BrowserRoom>();

        var watch = Stopwatch.StartNew();
        var letter = await documents.PrintAsync(SampleDocuments.Letter, SampleDocuments.Sheet, CancellationToken.None);
        Console.WriteLine($"first letter, browser start included: {watch.ElapsedMilliseconds} ms; {letter.Content.Length:N0} bytes, {letter.Pages} page(s)");
        var claim = await documents.PrintAsync(SampleDocuments.Claim, SampleDocuments.Sheet with { Title = "Pretenzija 4.3-2/26/31", Number = "4.3-2/26/31", FootNote = "Saistītā lieta: 4.1-5/26/1482" }, CancellationToken.None);
        await File.WriteAllBytesAsync(Path.Combine(folder, "letter.pdf"), letter.Content);
        await File.WriteAllBytesAsync(Path.Combine(folder, "claim.pdf"), claim.Content);
        var page = await html.RenderAsync(SampleDocuments.Letter, SampleDocuments.Sheet, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(folder, "letter.html"), page);

        await TimesAsync("HTML of a letter", 50, async () => await html.RenderAsync(SampleDocuments.Letter, SampleDocuments.Sheet, CancellationToken.None));
        await TimesAsync("letter, warm", 50, async () => await documents.PrintAsync(SampleDocuments.Letter, SampleDocuments.Sheet, CancellationToken.None));
        var register = SampleDocuments.Register(2_000);
        await TimesAsync("table of 2,000 rows", 3, async () => await documents.PrintAsync(register, SampleDocuments.Sheet, CancellationToken.None));

        watch.Restart();
        var left = 100;
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await documents.PrintAsync(SampleDocuments.Letter, SampleDocuments.Sheet, CancellationToken.None);
        }));
        Console.WriteLine($"two at a time: {100 / watch.Elapsed.TotalSeconds:F1} letters a second");

        Console.WriteLine("letters | browser, MB | all its processes, MB | this program, MB | ms a letter");
        watch.Restart();
        var since = 0L;
        for (var i = 0; i <= many; i++)
        {
            if (i % (many / 10) == 0)
            {
                Console.WriteLine($"{i} | {room.Process?.Megabytes()} | {Tree(room.Process?.Id ?? 0)} | {Environment.WorkingSet >> 20} | {(i == 0 ? 0 : (watch.ElapsedMilliseconds - since) / (many / 10))}");
                since = watch.ElapsedMilliseconds;
            }

            await documents.PrintAsync(SampleDocuments.Letter, SampleDocuments.Sheet, CancellationToken.None);
        }

        await PlainAsync(folder);
        return 0;
    }

    private static async Task TimesAsync(string what, int times, Func<Task> work)
    {
        await work();
        var watch = new Stopwatch();
        List<double> all = [];
        for (var i = 0; i < times; i++)
        {
            watch.Restart();
            await work();
            all.Add(watch.Elapsed.TotalMilliseconds);
        }

        all.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {all[times / 2]:F1} ms, fastest {all[0]:F1}, slowest {all[^1]:F1}, of {times}"));
    }

    /// <summary>The same HTML by a fresh <c>chromium --print-to-pdf</c> each time.</summary>
    private static async Task PlainAsync(string folder)
    {
        const string Chromium = "/usr/bin/chromium";
        if (!File.Exists(Chromium))
            return;
        await TimesAsync("chromium --print-to-pdf", 10, async () =>
        {
            var start = new ProcessStartInfo(Chromium, ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=" + Path.Combine(folder, "plain.pdf"), Path.Combine(folder, "letter.html")])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            await Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
            await process.WaitForExitAsync();
        });
    }

    /// <summary>Proportional memory of a process and all below it, in megabytes; Linux only.</summary>
    private static long Tree(int root)
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, out _)).Select(n => (Id: int.Parse(n!, CultureInfo.InvariantCulture), Parent: ParentOf(n!))).ToLookup(p => p.Parent, p => p.Id);
        long Sum(int id) => Proportional(id) + parents[id].Sum(Sum);
        return Sum(root) >> 10;
    }

    private static int ParentOf(string id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return -1;
        }
    }

    private static long Proportional(int id)
    {
        try
        {
            return File.ReadLines($"/proc/{id}/smaps_rollup").Where(l => l.StartsWith("Pss:", StringComparison.Ordinal)).Select(l => long.Parse(l[4..].Trim().Split(' ')[0], CultureInfo.InvariantCulture)).FirstOrDefault();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<IHostEnvironment>(new Place()).AddSingleton(LocalTime.Riga);
        services.AddOptions<MunicipalityOptions>();
        services.AddOptions<ServiceDeskOptions>().Configure(o => o.DataFolder = Path.GetTempPath());
        services.AddPrinting(configuration);
        services.AddDocuments();
        return services.BuildServiceProvider();
    }

    private sealed class Place : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "ServiceDesk.Benchmarks";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = Path.GetFullPath("src/ServiceDesk.Web");

        public string EnvironmentName { get; set; } = Environments.Production;
    }
}
