using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Benchmarks.Deadlines;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Infrastructure;
using ServiceDesk.Infrastructure.Startup;

namespace ServiceDesk.Benchmarks.Search;

/// <summary>
/// <c>dotnet run -c Release --project tests/ServiceDesk.Benchmarks -- search FOLDER</c>: loads the cases of FOLDER (clients.tsv,
/// departments.tsv, cases.jsonl) into the durable embedded PostgreSQL beside them, once; then compares the hits of each word of
/// FOLDER/words.json with the number written there and times the first page. Returns 1 when a number differs, never for a time.
/// </summary>
internal static class SearchRun
{
    private const int CasesPerSave = 500;
    private const int Rounds = 15;

    public static async Task<int> RunAsync(string folder)
    {
        var host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Recompute.Web(), EnvironmentName = Environments.Production });
        host.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ServiceDesk:DataFolder"] = Path.GetFullPath(Path.Combine(folder, "servicedesk")),
            ["ServiceDesk:Jobs:Enabled"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        var commands = new CommandTimes();
        host.Services.AddInfrastructure(host.Configuration, host.Environment);
        host.Services.AddSingleton<IInterceptor>(commands);
        host.Services.Replace(ServiceDescriptor.Singleton<ICurrentUser>(new ReadsAll()));
        using var app = host.Build();
        await app.Services.GetRequiredService<Preparation>().RunAsync(_ => { }, default);
        await app.StartAsync();
        await FillAsync(app.Services, folder);
        var differ = await MeasureAsync(app.Services, folder, commands);
        await app.StopAsync();
        return differ == 0 ? 0 : 1;
    }

    private static async Task<int> MeasureAsync(IServiceProvider services, string folder, CommandTimes commands)
    {
        var words = JsonSerializer.Deserialize<Dictionary<string, int>>(await File.ReadAllTextAsync(Path.Combine(folder, "words.json")))!;
        Console.WriteLine("word                        expected   found  without marks  first page ms: median   worst   whole use case");
        var differ = 0;
        foreach (var (word, expected) in words)
        {
            var terms = SearchText.Terms(word);
            var exact = await CountAsync(services, terms, SearchMatch.Exact);
            var folded = await CountAsync(services, SearchText.Terms(SearchText.Fold(word)), SearchMatch.Folded);
            differ += exact == expected ? 0 : 1;
            List<double> database = [], whole = [];
            for (var round = 0; round < Rounds; round++)
            {
                commands.Reset();
                var watch = Stopwatch.StartNew();
                await InScopeAsync(services, (SearchCasesHandler h) => h.HandleAsync(new SearchCases { Text = word }, default));
                whole.Add(watch.Elapsed.TotalMilliseconds);
                database.Add(commands.Total.TotalMilliseconds);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{word,-28}{expected,8}{exact,8}{folded,15}{Median(database),23:0.0}{database.Max(),8:0.0}{Median(whole),17:0.0}"));
        }

        return differ;
    }

    private static Task<int> CountAsync(IServiceProvider services, IReadOnlyList<SearchTerm> terms, SearchMatch match) =>
        InScopeAsync(services, (ICaseSearch s) => s.Find(terms, CaseParts.Number | CaseParts.Texts | CaseParts.Client, match).CountAsync());

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task FillAsync(IServiceProvider services, string folder)
    {
        if (await InScopeAsync(services, (IServiceDeskDb db) => db.Set<Case>().AnyAsync()))
            return;
        var watch = Stopwatch.StartNew();
        var clients = (await File.ReadAllLinesAsync(Path.Combine(folder, "clients.tsv"))).Select(line => line.Split('\t')).ToDictionary(p => int.Parse(p[0], CultureInfo.InvariantCulture));
        var units = (await File.ReadAllLinesAsync(Path.Combine(folder, "departments.tsv"))).Select(line => new OrgUnit(line.Split('\t')[2])).ToArray();
        var officers = units.Select((unit, i) => new Employee("Anna", "Ozola", "Speciāliste", unit, $"anna{i}@merijums.example")).ToArray();
        var register = await InScopeAsync(services, async (IServiceDeskDb db) =>
        {
            db.Set<OrgUnit>().AddRange(units);
            db.Set<Employee>().AddRange(officers);
            await db.SaveChangesAsync(default);
            return await db.Set<Register>().SingleAsync(r => r.Code == Register.Cases);
        });
        var filler = new Filler(clients, units, officers, register, services.GetRequiredService<LocalTime>());
        var number = 0;
        foreach (var batch in File.ReadLines(Path.Combine(folder, "cases.jsonl")).Chunk(CasesPerSave))
        {
            await InScopeAsync(services, (IServiceDeskDb db) =>
            {
                db.Set<Case>().AddRange(batch.Select(line => filler.Read(line, ++number)));
                return db.SaveChangesAsync(default);
            });
        }

        await InScopeAsync(services, (IServiceDeskDb db) => db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"loaded {number} cases in {watch.Elapsed.TotalSeconds:0} s"));
    }

    private static async Task<TResult> InScopeAsync<TService, TResult>(IServiceProvider services, Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
