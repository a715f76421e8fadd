using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Clients.Timeline;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Benchmarks.Deadlines;
using ServiceDesk.Benchmarks.Search;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Infrastructure;
using ServiceDesk.Infrastructure.Startup;

namespace ServiceDesk.Benchmarks.Clients;

/// <summary>
/// <c>dotnet run -c Release --project tests/ServiceDesk.Benchmarks -- clients FOLDER [50000]</c>: gives the register that
/// <c>search FOLDER</c> loaded so many cards of clients (once), attaches every case to the card of who wrote, and times what somebody types
/// while the phone rings, the cards suggested for a case, the small card, the card, the timeline and the work list of one client, and the
/// nightly search for duplicates. Prints the times; never fails on them.
/// </summary>
internal static class ClientsRun
{
    private const int CardsPerSave = 500;
    private const int Rounds = 15;

    public static async Task RunAsync(string folder, int cards)
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
        await FillAsync(app.Services, cards);
        var person = await InScopeAsync(app.Services, (IServiceDeskDb db) => db.Set<Employee>().OrderBy(e => e.Id).Select(e => new { e.Id, e.UnitId }).FirstAsync());
        var typed = await QuestionsAsync(app.Services);
        Console.WriteLine("who                       what                                        found  database ms:  least  median   worst   whole use case");
        foreach (var role in new[] { Role.HeadOfClientService, Role.ClientServiceSpecialist, Role.Employee })
        {
            reader.SitDown(person.Id, person.UnitId, role);
            await MeasureAsync(app.Services, commands, role, typed);
        }

        for (var night = 1; night <= 3; night++)
        {
            var watch = Stopwatch.StartNew();
            var found = await InScopeAsync(app.Services, (FindDuplicatesHandler h) => h.HandleAsync(default));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"search for duplicates {night}: {watch.Elapsed.TotalSeconds:0.0} s, {found}"));
        }

        await app.StopAsync();
    }

    private static async Task MeasureAsync(IServiceProvider services, CommandTimes commands, Role role, IReadOnlyList<string> typed)
    {
        foreach (var text in typed)
            await TimeAsync($"typed: {text}", (FindClientsHandler h) => h.HandleAsync(new FindClients(text), default), found => found.Clients.Count);
        var (busy, usual) = await InScopeAsync(services, async (IServiceDeskDb db) =>
        {
            var known = await db.Set<Case>().Where(c => c.ClientId != null && c.Contact.UnitMayKnow).OrderBy(c => c.Id).Select(c => c.ClientId!.Value).FirstAsync();
            return (await db.Set<Case>().Where(c => c.ClientId != null).GroupBy(c => c.ClientId).OrderByDescending(g => g.Count()).Select(g => g.Key!.Value).FirstAsync(), known);
        });
        var told = await InScopeAsync(services, (IServiceDeskDb db) => db.Set<Case>().Where(c => c.ClientId == usual).Select(c => c.Contact).FirstAsync());
        await TimeAsync("cards suggested for a case", (SuggestClientsHandler h) => h.HandleAsync(told, default), hints => hints.Count);
        foreach (var (what, id) in new[] { ("client with most cases", busy), ("a client", usual) })
        {
            await TimeAsync($"small card, {what}", (ShowClientPanelHandler h) => h.HandleAsync(id, default), panel => panel?.Open ?? 0);
            if (role != Role.Employee)
                await TimeAsync($"card, {what}", (ShowClientHandler h) => h.HandleAsync(id, default), card => card?.CaseCount ?? 0);
            await TimeAsync($"timeline, {what}", (ShowTimelineHandler h) => h.HandleAsync(new ShowTimeline { ClientId = id }, default), page => page?.Entries.Count ?? 0);
            await TimeAsync($"work list, {what}", (ListCasesHandler h) => h.HandleAsync(new ListCases { View = CaseView.All, ClientId = id }, default), page => page.Total);
        }

        async Task TimeAsync<THandler, TResult>(string what, Func<THandler, Task<TResult>> work, Func<TResult, int> count)
            where THandler : notnull
        {
            List<double> database = [], whole = [];
            var found = 0;
            for (var round = 0; round <= Rounds; round++)
            {
                commands.Reset();
                var watch = Stopwatch.StartNew();
                found = count(await InScopeAsync(services, work));
                if (round == 0)
                    continue; // the first one also compiles the query
                whole.Add(watch.Elapsed.TotalMilliseconds);
                database.Add(commands.Total.TotalMilliseconds);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{role,-26}{what,-44}{found,5}{database.Min(),20:0.0}{Median(database),8:0.0}{database.Max(),8:0.0}{Median(whole),17:0.0}"));
        }
    }

    /// <summary>What people type: two letters, common names and surnames with and without marks, digits, addresses, numbers, and what is nowhere.</summary>
    private static async Task<IReadOnlyList<string>> QuestionsAsync(IServiceProvider services)
    {
        var phone = await InScopeAsync(services, (IServiceDeskDb db) => db.Set<ClientReach>().Where(r => r.Kind == ClientReachKind.Phone).OrderBy(r => r.Id).Select(r => r.Value).FirstAsync());
        var email = await InScopeAsync(services, (IServiceDeskDb db) => db.Set<ClientReach>().Where(r => r.Kind == ClientReachKind.Email).OrderBy(r => r.Id).Select(r => r.Value).FirstAsync());
        var number = await InScopeAsync(services, (IServiceDeskDb db) => db.Set<Client>().Where(c => c.RegistrationNumber != null).OrderBy(c => c.Id).Select(c => c.RegistrationNumber!).FirstAsync());
        return
        [
            "an", "be", "ka", "ri", "Bērziņš", "berzins", "kalnin", "Ozoliņa", "Anna Bērziņa", "anna ber", "janis kalnins", "ilze zzz", "si anna",
            phone, phone[4..], phone[^4..], phone[5..8], "26", "anna " + phone[^3..], email, email[..8], number, number[..5],
            "Brīvības 12", "pils iela 16-5", "Sigulda", "anna sigulda", "sigulda berzina an", "LV-21", "SIA", "iela", "zzzz", "kalniņu dārzi",
        ];
    }

    private static async Task FillAsync(IServiceProvider services, int cards)
    {
        if (await InScopeAsync(services, (IServiceDeskDb db) => db.Set<Client>().AnyAsync()))
            return;
        var watch = Stopwatch.StartNew();
        var told = await InScopeAsync(services, (IServiceDeskDb db) => db.Set<Case>().Where(c => c.Contact.Email != null && c.Contact.Name != null)
            .GroupBy(c => c.Contact.Email).Select(g => new Told(g.Max(c => c.Contact.Name)!, g.Key, g.Max(c => c.Contact.Phone))).ToListAsync());
        var maker = new ClientMaker(20261120, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var people = told.OrderBy(t => t.Email, StringComparer.Ordinal).Take(cards).Select(maker.OfCase).Concat(Enumerable.Range(0, Math.Max(0, cards - told.Count)).Select(_ => maker.Other()));
        foreach (var batch in people.Chunk(CardsPerSave))
        {
            await InScopeAsync(services, (IServiceDeskDb db) =>
            {
                db.Set<Client>().AddRange(batch);
                return db.SaveChangesAsync(default);
            });
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"made {cards} cards in {watch.Elapsed.TotalSeconds:0} s"));
        await InScopeAsync(services, async (IServiceDeskDb db) =>
        {
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            await db.Database.ExecuteSqlRawAsync("""UPDATE "Cases" c SET "ClientId" = r."ClientId" FROM "ClientReaches" r WHERE r."Kind" = 'Email' AND r."Value" = lower(c."Contact_Email")""");
            return await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        });
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

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
