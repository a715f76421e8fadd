using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Benchmarks.Deadlines;
using ServiceDesk.Benchmarks.Search;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Infrastructure;
using ServiceDesk.Infrastructure.Startup;

namespace ServiceDesk.Benchmarks.Clients;

/// <summary>
/// <c>dotnet run -c Release --project tests/ServiceDesk.Benchmarks -- duplicates FOLDER [cards]</c>: fills a durable embedded PostgreSQL in FOLDER
/// with made-up clients, once, one in twenty of them twice in another writing; then times the nightly search, first and again, and the
/// candidates at the form.
/// </summary>
internal static class DuplicatesRun
{
    private const int CardsPerSave = 500;
    private const int Rounds = 30;

    private static readonly string[] Given = ["Anna", "Jānis", "Līga", "Andris", "Kristīne", "Juris", "Inese", "Māris", "Ilze", "Edgars", "Dace", "Artūrs", "Ieva", "Guntis", "Žanna", "Uldis", "Ņina", "Kārlis", "Evija", "Aivars", "Zane", "Pēteris", "Sanita", "Normunds"];
    private static readonly string[] Roots = ["Bērz", "Kaln", "Ozol", "Liep", "Kļav", "Egl", "Priede", "Vītol", "Zariņ", "Krūm", "Balod", "Zvirbul", "Lāc", "Vilk", "Zaķ", "Strazd", "Grīnberg", "Šmit", "Petrov", "Jansons", "Ābol", "Ķirš", "Ceriņ", "Rudzīt"];
    private static readonly string[] Streets = ["Pils", "Raiņa", "Skolas", "Lāčplēša", "Dārza", "Upes", "Ceriņu", "Vidus", "Strēlnieku", "Krišjāņa Barona"];

    public static async Task RunAsync(string folder, int cards)
    {
        var host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Recompute.Web(), EnvironmentName = Environments.Production });
        host.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ServiceDesk:DataFolder"] = Path.GetFullPath(Path.Combine(folder, "servicedesk")),
            ["ServiceDesk:Jobs:Enabled"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        host.Services.AddInfrastructure(host.Configuration, host.Environment);
        host.Services.Replace(ServiceDescriptor.Singleton<ICurrentUser>(new ReadsAll()));
        using var app = host.Build();
        await app.Services.GetRequiredService<Preparation>().RunAsync(_ => { }, default);
        await app.StartAsync();
        var there = await InScopeAsync(app.Services, (IServiceDeskDb db) => db.Set<Client>().CountAsync());
        if (there < cards)
        {
            var watch = Stopwatch.StartNew();
            await FillAsync(app.Services, cards);
            Say($"{cards} cards written in {watch.Elapsed.TotalSeconds:0} s");
        }

        foreach (var name in new[] { "first search", "second search", "third search" })
        {
            var (watch, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
            var found = await InScopeAsync(app.Services, (FindDuplicatesHandler h) => h.HandleAsync(default));
            Say($"{name}: {watch.Elapsed.TotalSeconds:0.0} s, {(GC.GetTotalAllocatedBytes() - before) / 1_048_576} MB allocated, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MB; {found}");
        }

        var random = new Random(7);
        List<double> times = [];
        for (var i = 0; i < Rounds; i++)
        {
            var card = Card(random.Next(cards));
            var question = new FindCandidates
            {
                Kind = ClientKind.Person,
                Name = card.Name,
                BirthDate = card.BirthDate,
                Reaches = [.. card.Reaches.Select(r => new ReachValue(r.Kind, r.Value, r.Written))],
                Address = card.Addresses[0].Line,
            };
            var watch = Stopwatch.StartNew();
            await InScopeAsync(app.Services, (FindCandidatesHandler h) => h.HandleAsync(question, default));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Say($"candidates at the form: median {times[times.Count / 2]:0.0} ms, worst {times[^1]:0.0} ms");
        await app.StopAsync();
    }

    private static async Task FillAsync(IServiceProvider services, int cards)
    {
        foreach (var numbers in Enumerable.Range(0, cards).Chunk(CardsPerSave))
        {
            await InScopeAsync(services, async (IServiceDeskDb db) =>
            {
                db.Set<Client>().AddRange(numbers.Select(Card));
                return await db.SaveChangesAsync();
            });
        }
    }

    /// <summary>Card number so and so, always the same; every twentieth is the one before it in another writing.</summary>
    private static Client Card(int number)
    {
        var twin = number % 20 == 19;
        var random = new Random(twin ? number - 1 : number);
        var now = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
        var name = $"{Given[random.Next(Given.Length)]} {Roots[random.Next(Roots.Length)]}{(char)('a' + random.Next(20))}{(random.Next(2) == 0 ? "iņš" : "a")}";
        var phone = 20_000_000 + random.Next(9_999_999);
        var email = $"c{random.Next(400_000)}@example.lv";
        var born = new DateOnly(1940, 1, 1).AddDays(random.Next(24_000));
        var address = new AddressElements { Street = Streets[random.Next(Streets.Length)] + " iela", House = $"{random.Next(120) + 1}", Flat = $"{random.Next(60) + 1}", Town = "Sigulda", PostalCode = "LV-2150" };
        var client = Client.Register(ClientKind.Person, twin ? string.Join(' ', name.Split(' ').Reverse()).ToUpperInvariant() : name, Actor.System, now);
        client.Describe(new ClientFacts { Kind = ClientKind.Person, BirthDate = number % 3 == 0 ? null : born }, Actor.System, now);
        client.AddReach(new ReachValue(ClientReachKind.Phone, "+371" + phone.ToString(CultureInfo.InvariantCulture), phone.ToString(CultureInfo.InvariantCulture)), null, Actor.System, now);
        if (number % 2 == 0)
            client.AddReach(new ReachValue(ClientReachKind.Email, email, email), null, Actor.System, now);
        client.AddAddress(ClientAddressKind.Declared, address, null, Actor.System, now);
        return client;
    }

    private static async Task<TResult> InScopeAsync<TService, TResult>(IServiceProvider services, Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
