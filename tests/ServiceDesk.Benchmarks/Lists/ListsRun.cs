using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Desk;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Benchmarks.Deadlines;
using ServiceDesk.Benchmarks.Search;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Infrastructure;
using ServiceDesk.Infrastructure.Startup;

namespace ServiceDesk.Benchmarks.Lists;

/// <summary>
/// <c>dotnet run -c Release --project tests/ServiceDesk.Benchmarks -- lists FOLDER</c>: takes the register that <c>search FOLDER</c>
/// loaded, makes it look like one in use (everyday.sql, once), and times every view and order of the work list, a page in the middle,
/// the menu's counts with fifteen saved views, and the breach report, for three people with different rights.
/// </summary>
internal static class ListsRun
{
    private const int Rounds = 7;

    public static async Task RunAsync(string folder)
    {
        var host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Recompute.Web(), EnvironmentName = Environments.Production });
        host.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ServiceDesk:DataFolder"] = Path.GetFullPath(Path.Combine(folder, "servicedesk")),
            ["ServiceDesk:Jobs:Enabled"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        var commands = new CommandTimes();
        var reader = new Reader();
        host.Services.AddInfrastructure(host.Configuration, host.Environment);
        host.Services.AddSingleton<IInterceptor>(commands);
        host.Services.Replace(ServiceDescriptor.Singleton<ICurrentUser>(reader));
        using var app = host.Build();
        await app.Services.GetRequiredService<Preparation>().RunAsync(_ => { }, default);
        await app.StartAsync();
        await EnlivenAsync(app.Services);
        var people = await InScopeAsync(app.Services, (IServiceDeskDb db) => db.Set<Case>().Where(c => c.State != CaseState.Closed && c.AssigneeId != null)
            .OrderBy(c => c.Id).Select(c => new { Id = c.AssigneeId!.Value, c.UnitId }).FirstAsync());
        Console.WriteLine("who                       what                                        database ms: median   worst   whole use case");
        foreach (var role in new[] { Role.HeadOfClientService, Role.ClientServiceSpecialist, Role.Employee })
        {
            reader.SitDown(people.Id, people.UnitId, role);
            await MeasureAsync(app.Services, commands, role);
        }

        await app.StopAsync();
    }

    private static async Task MeasureAsync(IServiceProvider services, CommandTimes commands, Role role)
    {
        foreach (var view in Enum.GetValues<CaseView>())
            await ListAsync($"view {view}", new ListCases { View = view });
        foreach (var sort in Enum.GetValues<CaseSort>().Where(s => s != CaseSort.Due))
            await ListAsync($"open, by {sort}", new ListCases { View = CaseView.All, Sort = sort });
        foreach (var sort in Enum.GetValues<CaseSort>())
            await ListAsync($"closed, by {sort}", new ListCases { View = CaseView.All, Closed = true, Sort = sort });
        await ListAsync("closed, unit", new ListCases { View = CaseView.Unit, Closed = true });
        await ListAsync("open, two kinds, this week", new ListCases { View = CaseView.All, Kinds = [CaseKind.Complaint, CaseKind.Question], Due = DueFilter.Week });
        await ListAsync("open, a word", new ListCases { View = CaseView.All, Text = "troksnis" });
        await ListAsync("closed, a word", new ListCases { View = CaseView.All, Text = "troksnis", Closed = true });
        await TimeAsync("menu, 15 saved views", (CountDeskMenuHandler h) => h.HandleAsync(default));
        if (role == Role.HeadOfClientService)
            await TimeAsync("breach report, a quarter", (ReportBreachesHandler h) => h.HandleAsync(new ReportBreaches(new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30)), default));

        async Task ListAsync(string what, ListCases list)
        {
            var first = await InScopeAsync(services, (ListCasesHandler h) => h.HandleAsync(list, default));
            await TimeAsync(what, (ListCasesHandler h) => h.HandleAsync(list, default));
            if (first.Next is { } next)
                await TimeAsync($"{what}, second page", (ListCasesHandler h) => h.HandleAsync(list with { After = next }, default));
        }

        async Task TimeAsync<THandler, TResult>(string what, Func<THandler, Task<TResult>> work)
            where THandler : notnull
        {
            List<double> database = [], whole = [];
            for (var round = 0; round <= Rounds; round++)
            {
                commands.Reset();
                var watch = Stopwatch.StartNew();
                await InScopeAsync(services, work);
                if (round == 0)
                    continue; // the first one also compiles the query
                whole.Add(watch.Elapsed.TotalMilliseconds);
                database.Add(commands.Total.TotalMilliseconds);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{role,-26}{what,-44}{Median(database),20:0.0}{database.Max(),8:0.0}{Median(whole),17:0.0}"));
        }
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    /// <summary>Once for a register: what the loaded cases lack to be an everyday's work, and fifteen views of everybody.</summary>
    private static async Task EnlivenAsync(IServiceProvider services)
    {
        if (!await InScopeAsync(services, (IServiceDeskDb db) => db.Set<SavedView>().AnyAsync()))
            await InScopeAsync(services, (IServiceDeskDb db) => AddViewsAsync(db));
        if (await InScopeAsync(services, (IServiceDeskDb db) => db.Set<Case>().AnyAsync(c => c.State == CaseState.Closed)))
            return;
        await InScopeAsync(services, async (IServiceDeskDb db) =>
        {
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            await db.Database.ExecuteSqlRawAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Lists", "everyday.sql")));
            return await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        });
    }

    private static async Task<int> AddViewsAsync(IServiceDeskDb db)
    {
        var owner = await db.Set<Employee>().FirstAsync();
        for (var i = 0; i < CountDeskMenuHandler.MostViews; i++)
        {
            var view = new SavedView($"Skats {i}", $"view=all&kind={(CaseKind)(i % 5)}{(i % 3 == 0 ? "&closed=true" : "&due=week")}", new Actor(owner.Id, owner.FullName), DateTimeOffset.UnixEpoch);
            view.Share(ViewSharing.Everybody, null, DateTimeOffset.UnixEpoch);
            db.Set<SavedView>().Add(view);
        }

        return await db.SaveChangesAsync();
    }

    private static async Task<TResult> InScopeAsync<TService, TResult>(IServiceProvider services, Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Whoever sits at the keyboard.</summary>
    private sealed class Reader : ICurrentUser
    {
        public Guid? EmployeeId { get; private set; }

        public string Name => "Mērījums";

        public IReadOnlySet<Role> Roles { get; private set; } = new HashSet<Role>();

        public Guid? UnitId { get; private set; }

        public IReadOnlySet<Guid> HeadedUnitIds { get; } = new HashSet<Guid>();

        public void SitDown(Guid id, Guid unitId, Role role) => (EmployeeId, UnitId, Roles) = (id, unitId, new HashSet<Role> { role });
    }
}
