using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Protection.Rights;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Duplicates;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Protection;

/// <summary>Three cards of one person, merged one into another: whichever the request names, nothing of any stays anywhere.</summary>
public class EraseMergedPersonTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly string[] Marks =
    [
        "Zelmotiņa", "Velgotiņa", "Hermotiņa", "zelma@pasts", "velga@pasts", "herma@pasts", "29100101", "29100102", "29100103", "Dimantkalnu", "Cidoniju", "Akacijkalns", "1931-03-04", "brilles", "Mazmeita",
    ];

    [Theory, EachDatabase]
    public async Task Erasing_the_survivor_leaves_nothing_of_the_cards_taken_in(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var (house, survivor, _, deepest) = await MergedAsync(fresh);
        Assert.Equal(Marks.Order(StringComparer.Ordinal), (await FoundAsync(house)).Select(f => f.Mark).Distinct().Order(StringComparer.Ordinal)); // the marks are really there before
        var id = await PersonRequestTests.ReadyAsync(house, deepest); // the oldest card of all was looked up
        Assert.Equal(survivor, (await PersonRequestTests.ShowAsync(house, id)).Request.ClientId);
        await EraseAsync(house, id);
        await NothingStaysAsync(house);
    }

    [Theory, EachDatabase]
    public async Task A_request_that_still_names_a_card_taken_in_erases_the_survivor_too(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var (house, survivor, middle, _) = await MergedAsync(fresh);
        var id = await PersonRequestTests.ReadyAsync(house, survivor);
        await house.RunAsync((IServiceDeskDb db) => db.Set<PersonRequest>().Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.ClientId, middle), None));
        var plan = (await house.RunAsync((ErasePersonHandler h) => h.PreviewAsync(id, None)))!;
        Assert.Equal((Client.NumberOf(survivor), 3, true), (plan.CardNumber, plan.Going.Count, plan.CardGoes));
        await EraseAsync(house, id);
        await NothingStaysAsync(house);
    }

    [Theory, EachDatabase]
    public async Task A_merge_of_erased_cards_cannot_be_undone(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var (house, survivor, _, _) = await MergedAsync(fresh);
        var id = await PersonRequestTests.ReadyAsync(house, survivor);
        await EraseAsync(house, id);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var merge = await house.RunAsync((IServiceDeskDb db) => db.Set<ClientMerge>().Where(m => m.SurvivorId == survivor).Select(m => m.Id).SingleAsync(None));
        Assert.Equal("Clients.Refusal.IsErased", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((UndoClientMergeHandler h) => h.HandleAsync(new UndoClientMerge(merge, false), None)))).Key);
    }

    private static async Task<(House House, Guid Survivor, Guid Middle, Guid Deepest)> MergedAsync(Databases.FreshHouse fresh)
    {
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        var (one, first) = await PersonRequestTests.PersonAsync(house, "Zelma Zelmotiņa", "29100101", null);
        var (two, second) = await PersonRequestTests.PersonAsync(house, "Velga Velgotiņa", "29100102", "160275-10302");
        var (three, third) = await PersonRequestTests.PersonAsync(house, "Herma Hermotiņa", "29100103", "161175-19997");
        await AddAsync(house, one, "Dimantkalnu iela 5");
        await AddAsync(house, two, "Cidoniju iela 7");
        await AddAsync(house, three, "Akacijkalns 9");
        await MergeAsync(house, two, three, MergeField.Code, MergeField.MainPhone);
        await MergeAsync(house, one, two, MergeField.Name, MergeField.BirthDate);
        foreach (var number in new[] { first, second, third })
        {
            await house.ActAsAsync(Role.ClientServiceSpecialist);
            var id = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Id).SingleAsync(None));
            await house.RunAsync((CloseCaseHandler h) => h.HandleAsync(new CloseCase(id, CaseOutcome.Withdrawn, "Mazmeita atsauca", null), None));
        }

        house.Time.SetLocal(2032, 1, 2, 11);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        return (house, one, two, three);
    }

    private static Task AddAsync(House house, Guid id, string address) => house.RunAsync(async (IServiceDeskDb db) =>
    {
        var card = await db.Set<Client>().Include(c => c.Addresses).Include(c => c.Notes).Include(c => c.Names).SingleAsync(c => c.Id == id, None);
        var now = house.Time.GetUtcNow();
        card.AddAddress(ClientAddressKind.Declared, new AddressElements { Free = address }, null, Actor.System, now);
        card.Describe(new ClientFacts { Kind = ClientKind.Person, BirthDate = new DateOnly(1931, 3, 4) }, Actor.System, now);
        card.AddNote("Vajag brilles, lasa slikti", Actor.System, now);
        await db.SaveChangesAsync(None);
    });

    private static async Task MergeAsync(House house, Guid survivor, Guid other, params MergeField[] fromOther)
    {
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var versions = await house.RunAsync((IServiceDeskDb db) => db.Set<Client>().Where(c => c.Id == survivor || c.Id == other).ToDictionaryAsync(c => c.Id, c => c.Version, None));
        await house.RunAsync((MergeClientsHandler h) => h.HandleAsync(new MergeClients(survivor, versions[survivor], other, versions[other], fromOther.ToHashSet()), None));
    }

    private static async Task EraseAsync(House house, Guid id)
    {
        var seen = (await house.RunAsync((ErasePersonHandler h) => h.PreviewAsync(id, None)))!.Fingerprint;
        await house.RunAsync((ErasePersonHandler h) => h.EraseAsync(id, seen, None));
    }

    private static async Task NothingStaysAsync(House house)
    {
        Assert.Empty(await FoundAsync(house));
        Assert.Equal(0, await house.RunAsync((IServiceDeskDb db) => db.Set<ClientCode>().CountAsync(None)));
        Assert.Equal(3, await house.RunAsync((IServiceDeskDb db) => db.Set<Client>().CountAsync(c => c.State == ClientState.Erased, None)));
        // The strangers beside stay as they were.
        Assert.Equal(3, await house.RunAsync((IServiceDeskDb db) => db.Set<Client>().CountAsync(c => c.Name == "Svešais Cilvēks" && c.State == ClientState.Active, None)));
    }

    private static async Task<List<(string Table, string Mark)>> FoundAsync(House house)
    {
        await using var scope = house.Scope();
        var all = await new PersonRows(scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>()).EverythingAsync();
        return [.. all.SelectMany(t => Marks.Where(m => t.Value.Contains(m, StringComparison.OrdinalIgnoreCase)).Select(m => (t.Key, m)))];
    }
}
