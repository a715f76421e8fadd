using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Clients.OfCases;

/// <summary>Whose case it is: said by staff, never by what a stranger typed.</summary>
public class AttachClientTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_case_goes_onto_a_card_to_another_and_off_again_and_keeps_what_was_told(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (first, second) = (await MakeAsync(house, "Pirmā Kārte"), await MakeAsync(house, "Otrā Kārte"));
        var id = await CaseAsync(house, new Contact { Name = "Kāda Kārte", Phone = "26123123" });
        await AttachAsync(house, id, first);
        await AttachAsync(house, id, first);
        Assert.Equal(first, (await LoadAsync(house, id)).ClientId);
        await AttachAsync(house, id, second);
        await house.RunAsync((AttachClientHandler h) => h.DetachAsync(id, null, None));
        var item = await LoadAsync(house, id);
        Assert.Null(item.ClientId);
        Assert.Equal(("Kāda Kārte", "26123123"), (item.Contact.Name, item.Contact.Phone));
        Assert.Equal(
            [CaseEventKind.ClientAttached, CaseEventKind.ClientAttached, CaseEventKind.ClientDetached],
            item.History.OrderBy(e => e.Ordinal).Select(e => e.Kind).Where(k => k is CaseEventKind.ClientAttached or CaseEventKind.ClientDetached));
    }

    [Theory, EachDatabase]
    public async Task A_card_is_made_of_what_was_told_once_however_often_the_form_is_sent(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await CaseAsync(house, new Contact { Name = "Jaunā Karte", Phone = "2612 3999", Email = "Jauna@pasts.example", Address = "Ošu iela 9, Lejasupe" });
        var card = new NewCard(Guid.NewGuid(), ClientKind.Person, HeardFrom: HeardFrom.Internet);
        var made = await house.RunAsync((AttachClientHandler h) => h.HandleAsync(new AttachNewClient(id, card, null), None));
        Assert.Equal(made, await house.RunAsync((AttachClientHandler h) => h.HandleAsync(new AttachNewClient(id, card, null), None)));
        var client = await house.RunAsync((IServiceDeskDb db) => db.Set<Client>().Include(c => c.Reaches).Include(c => c.Addresses).SingleAsync(c => c.Id == made, None));
        Assert.Equal(("Jaunā Karte", ClientKind.Person, HeardFrom.Internet), (client.Name, client.Kind, client.HeardFrom));
        Assert.Equal(["+37126123999", "jauna@pasts.example"], client.Reaches.Select(r => r.Value).Order());
        Assert.Equal("Ošu iela 9, Lejasupe", Assert.Single(client.Addresses).Line);
    }

    [Theory, EachDatabase]
    public async Task A_caller_known_by_number_only_gets_a_card_as_unknown_and_one_who_told_nothing_none(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await CaseAsync(house, new Contact { Phone = "26 777 001" });
        var made = await house.RunAsync((AttachClientHandler h) => h.HandleAsync(new AttachNewClient(id, new NewCard(Guid.NewGuid(), ClientKind.Person), null), None));
        Assert.Equal(ClientKind.Unknown, await house.RunAsync((IServiceDeskDb db) => db.Set<Client>().Where(c => c.Id == made).Select(c => c.Kind).SingleAsync(None)));
        var silent = await CaseAsync(house, Contact.None);
        Assert.Equal("Clients.Lookup.NothingTold", await KeyOfAsync(() => house.RunAsync((AttachClientHandler h) => h.HandleAsync(new AttachNewClient(silent, new NewCard(Guid.NewGuid(), ClientKind.Person), null), None))));
        var broken = await CaseAsync(house, new Contact { Name = "Kļūda", Phone = "12" });
        Assert.Equal("Clients.Phone.Length", await KeyOfAsync(() => house.RunAsync((AttachClientHandler h) => h.HandleAsync(new AttachNewClient(broken, new NewCard(Guid.NewGuid(), ClientKind.Person), null), None))));
    }

    [Theory, EachDatabase]
    public async Task Who_does_not_keep_cards_or_may_not_know_the_client_says_nothing(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var client = await MakeAsync(house, "Slepenā Persona");
        var id = await CaseAsync(house, new Contact { Name = "Slepenā Persona" });
        foreach (var name in new[] { "Edgars", "Jānis", "Agnese", "Kristīne", "Uldis", "Vija", "Oskars" })
        {
            await house.ActAsAsync(DemoPeople.All.First(p => p.Name == name));
            Assert.Equal("Cases.Refusal.NotAllowed", await KeyOfAsync(() => AttachAsync(house, id, client)));
            Assert.Equal("Cases.Refusal.NotAllowed", await KeyOfAsync(() => house.RunAsync((AttachClientHandler h) => h.DetachAsync(id, null, None))));
            Assert.Equal("Cases.Refusal.NotAllowed", await KeyOfAsync(() => house.RunAsync((AttachClientHandler h) => h.HandleAsync(new AttachNewClient(id, new NewCard(Guid.NewGuid(), ClientKind.Person), null), None))));
        }

        // The head of Client Service reads cards and says whose case it is, but makes none.
        await house.ActAsAsync(DemoPeople.All.First(p => p.Name == "Daina"));
        await AttachAsync(house, id, client);
        Assert.Equal("Cases.Refusal.NotAllowed", await KeyOfAsync(() => house.RunAsync((AttachClientHandler h) => h.HandleAsync(new AttachNewClient(id, new NewCard(Guid.NewGuid(), ClientKind.Person), null), None))));
        Assert.Equal("Clients.Refusal.Unknown", await KeyOfAsync(() => AttachAsync(house, id, Guid.NewGuid())));
    }

    [Theory, EachDatabase]
    public async Task A_stale_page_attaches_nothing(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var client = await MakeAsync(house, "Novecojusi Lapa");
        var id = await CaseAsync(house, new Contact { Name = "Novecojusi Lapa" });
        await Assert.ThrowsAsync<StaleCase>(() => house.RunAsync((AttachClientHandler h) => h.HandleAsync(new AttachClient(id, client, new SeenCase(-1, house.Time.GetUtcNow())), None)));
        Assert.Null((await LoadAsync(house, id)).ClientId);
    }

    [Theory, EachDatabase]
    public async Task Cards_are_suggested_by_address_phone_and_name_the_surest_first_and_attached_by_nobody(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var byEmail = await MakeAsync(house, "Pavisam Cita", email: "hintu.testa@pasts.example");
        var byPhone = await MakeAsync(house, "Vēl Cita", "26555777");
        var byName = await MakeAsync(house, "Hintija Testa");
        await MakeAsync(house, "Hintija Testa-Garā");
        var contact = new Contact { Name = "hintija TESTA", Email = "Hintu.Testa@pasts.example", Phone = "+371 26555777", UnitMayKnow = true };
        var id = await CaseAsync(house, contact);
        Assert.Null((await LoadAsync(house, id)).ClientId);
        var hints = await house.RunAsync((SuggestClientsHandler h) => h.HandleAsync(contact, None));
        Assert.Equal([(byEmail, ClientMatch.Email), (byPhone, ClientMatch.Phone), (byName, ClientMatch.Name)], hints.Select(h => (h.Client.Id, h.By)));
        Assert.Empty(await house.RunAsync((SuggestClientsHandler h) => h.HandleAsync(Contact.None, None)));
        await house.ActAsAsync(DemoPeople.All.First(p => p.Name == "Edgars"));
        Assert.Empty(await house.RunAsync((SuggestClientsHandler h) => h.HandleAsync(contact, None)));
    }

    [Theory, EachDatabase]
    public async Task Registering_names_a_client_or_makes_a_card_in_the_same_save(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var client = await MakeAsync(house, "Reģistra Kliente");
        var known = await CaseAsync(house, new Contact { Name = "Reģistra Kliente" }, wanted => wanted with { ClientId = client });
        Assert.Equal(client, (await LoadAsync(house, known)).ClientId);
        var card = new NewCard(Guid.NewGuid(), ClientKind.Person);
        var made = await CaseAsync(house, new Contact { Name = "Reģistra Jaunā", Phone = "26888999" }, wanted => wanted with { NewCard = card });
        Assert.Equal(card.Token, (await LoadAsync(house, made)).ClientId);
        Assert.Equal("Clients.Refusal.Unknown", await KeyOfAsync(() => CaseAsync(house, Contact.None, wanted => wanted with { ClientId = Guid.NewGuid() })));
        Assert.Equal("Clients.Phone.Unknown", await KeyOfAsync(() => CaseAsync(house, new Contact { Phone = "56888999" }, wanted => wanted with { NewCard = new NewCard(Guid.NewGuid(), ClientKind.Person) })));
    }

    [Theory, EachDatabase]
    public async Task Lists_searches_and_counts_of_a_client_tell_only_of_cases_whose_client_one_may_know(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var client = await MakeAsync(house, "Filtra Kliente");
        var open = await CaseAsync(house, new Contact { Name = "Filtra Kliente", UnitMayKnow = true }, wanted => wanted with { ClientId = client, Text = "Filtrvārds vienā." });
        var hidden = await CaseAsync(house, new Contact { Name = "Filtra Kliente" }, wanted => wanted with { ClientId = client, Text = "Filtrvārds otrā." });
        await CaseAsync(house, new Contact { Name = "Filtra Kliente", UnitMayKnow = true }, wanted => wanted with { Text = "Filtrvārds trešā." });
        async Task<(Guid[] Listed, Guid[] Found, int? Open)> SeenAsync(string name)
        {
            await house.ActAsAsync(DemoPeople.All.First(p => p.Name == name));
            return (
                [.. (await house.RunAsync((ListCasesHandler h) => h.HandleAsync(new ListCases { View = CaseView.All, ClientId = client }, None))).Rows.Select(r => r.Id).Order()],
                [.. (await house.RunAsync((SearchCasesHandler h) => h.HandleAsync(new SearchCases { Text = "filtrvards", ClientId = client }, None))).Hits.Select(h => h.Id).Order()],
                (await house.RunAsync((ShowClientPanelHandler h) => h.HandleAsync(client, None)))?.Open);
        }

        Guid[] both = [.. new[] { open, hidden }.Order()];
        foreach (var name in new[] { "Inga", "Daina" })
        {
            var all = await SeenAsync(name);
            Assert.Equal(both, all.Listed);
            Assert.Equal(both, all.Found);
            Assert.Equal(2, all.Open);
        }

        var some = await SeenAsync("Edgars");
        Assert.Equal([open], some.Listed);
        Assert.Equal([open], some.Found);
        Assert.Equal(1, some.Open);
        foreach (var name in new[] { "Uldis", "Vija", "Agnese" })
        {
            var none = await SeenAsync(name);
            Assert.Empty(none.Listed);
            Assert.Empty(none.Found);
            Assert.Null(none.Open);
        }
    }

    private static Task AttachAsync(House house, Guid caseId, Guid client) => house.RunAsync((AttachClientHandler h) => h.HandleAsync(new AttachClient(caseId, client, null), None));

    private static Task<Case> LoadAsync(House house, Guid id) => house.RunAsync((IServiceDeskDb db) => db.Set<Case>().AsNoTracking().Include(c => c.History).SingleAsync(c => c.Id == id, None));

    private static async Task<string> KeyOfAsync(Func<Task> step) => (await Assert.ThrowsAsync<Refusal>(step)).Key;

    private static Task<Guid> MakeAsync(House house, string name, string? phone = null, string? email = null) => house.RunAsync(async (IServiceDeskDb db) =>
    {
        var client = new NewCard(Guid.NewGuid(), ClientKind.Person).Make(new Contact { Name = name, Phone = phone, Email = email }, "lv", Actor.System, new(2026, 6, 18), house.Time.GetUtcNow());
        db.Set<Client>().Add(client);
        await db.SaveChangesAsync(None);
        return client.Id;
    });

    /// <summary>A case of the roads unit taken on by Edgars, registered by Inga, who acts afterwards.</summary>
    private static async Task<Guid> CaseAsync(House house, Contact contact, Func<NewCase, NewCase>? change = null)
    {
        await house.ActAsAsync(DemoPeople.All.First(p => p.Name == "Inga"));
        var unit = await house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().SingleAsync(u => u.Name == DemoPeople.Roads, None));
        var email = DemoPeople.All.First(p => p.Name == "Edgars").Email;
        var engineer = await house.RunAsync((IServiceDeskDb db) => db.Set<Employee>().SingleAsync(e => e.Email == email, None));
        var wanted = new NewCase
        {
            Token = Guid.NewGuid(),
            Kind = CaseKind.Complaint,
            Channel = Channel.Phone,
            Subject = "Bedre Meža ielā",
            Text = "Pie 4. mājas ir bedre.",
            UnitId = unit.Id,
            AssigneeId = engineer.Id,
            Contact = contact,
        };
        return await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(new RegisterCase(change?.Invoke(wanted) ?? wanted), None));
    }
}
