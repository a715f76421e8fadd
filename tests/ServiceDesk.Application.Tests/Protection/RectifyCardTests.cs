using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Protection.Requests;
using ServiceDesk.Application.Protection.Rights;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Protection;

public class RectifyCardTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Facts_are_put_right_with_history_and_listed_in_the_answer(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (card, id) = await ReadyAsync(house, "Anna Prede", "29777888", "160275-10302");
        await PutAsync(house, id, "Name", "Anna Priede", "Pati, uzrādot pasi");
        await PutAsync(house, id, "BirthDate", "16.02.1975.", "Pase");
        await PutAsync(house, id, await KeyAsync(house, id, ClientField.Phone), "29111222", "Pati, zvanot no šī numura");
        await PutAsync(house, id, await KeyAsync(house, id, ClientField.Email), null, "Pati: adrese ir māsas");
        await PutAsync(house, id, "Address", "Upes iela 1-2, Sigulda, LV-2150", "Deklarētās dzīvesvietas izziņa");

        var now = await CardAsync(house, card);
        Assert.Equal(("Anna Priede", new DateOnly(1975, 2, 16)), (now.Name, now.BirthDate));
        Assert.Equal("Anna Priede", Assert.Single(now.Names).Name); // the wrong name never was the person's
        Assert.Equal((ClientReachKind.Phone, "+37129111222", true), Assert.Single(now.Reaches.Select(r => (r.Kind, r.Value, r.IsPrimary))));
        Assert.Equal("Upes iela 1-2, Sigulda, LV-2150", Assert.Single(now.Addresses).Line);
        var lines = now.History.Where(e => e.Kind == ClientEventKind.Rectified).OrderBy(e => e.Ordinal).ToList();
        Assert.Equal([ClientField.Name, ClientField.BirthDate, ClientField.Phone, ClientField.Email, ClientField.Address], lines.Select(l => l.Field!.Value));
        Assert.Equal(("Anna Prede", "Anna Priede", "Pati, uzrādot pasi", house.User.Name), (lines[0].Was, lines[0].Became, lines[0].Reason, lines[0].ActorName));
        // Lists and searches find the card by what is right.
        Assert.Contains(await house.RunAsync((FindPersonCardsHandler h) => h.HandleAsync("29111222", None)), c => c.Id == card);
        Assert.DoesNotContain(await house.RunAsync((FindPersonCardsHandler h) => h.HandleAsync("29777888", None)), c => c.Id == card);

        await PersonRequestTests.TendAsync(house, id, (h, seen) => h.AnswerAsync(id, seen, new PersonAnswer("Izlabojām.", AnswerWay.Post, null), None));
        var done = (await PersonRequestTests.ShowAsync(house, id)).Request;
        foreach (var line in new[] { "Labotie dati:", "– Vārds vai nosaukums: bija Anna Prede, tagad Anna Priede", "– Dzimšanas datums: pievienots 16.02.1975.", "– E-pasts: svītrots anna@pasts.example", "– Adrese: pievienots Upes iela 1-2" })
            Assert.Contains(line, done.Answer, StringComparison.Ordinal);
        Assert.Equal(5, done.Steps.Count(s => s.Kind == PersonRequestStepKind.Rectified));
    }

    [Theory, EachDatabase]
    public async Task A_wrong_personal_code_goes_and_none_stands_in_the_histories(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (card, id) = await ReadyAsync(house, "Berta Egle", "29777881", "160275-10302");
        await PutAsync(house, id, "PersonalCode", "161175-19997", "Fizisko personu reģistrs");
        var now = await CardAsync(house, card);
        Assert.Equal(("9997", true), Assert.Single(now.Codes.Select(c => (c.LastFour, c.IsCurrent))));
        var line = now.History.Single(e => e.Kind == ClientEventKind.Rectified);
        Assert.Equal((null, null), (line.Was, line.Became));
        var correction = Assert.Single((await PersonRequestTests.ShowAsync(house, id)).Request.Corrections);
        Assert.Equal(("••••••-•0302", "••••••-•9997"), (correction.Was, correction.Became));
    }

    [Theory, EachDatabase]
    public async Task What_is_missing_or_wrong_has_its_sentence_and_changes_nothing(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (card, id) = await ReadyAsync(house, "Cilda Kļava", "29777882", null);
        Assert.Equal(["Protection.Rectify.FactMissing"], await FaultsAsync(house, id, null, "x", "Pase"));
        Assert.Equal(["Protection.Rectify.ValueMissing", "Protection.Refusal.ProofMissing"], await FaultsAsync(house, id, "Name", " ", " "));
        Assert.Equal(["Protection.Rectify.BothGiven", "Protection.Rectify.NameNeeded"], await FaultsAsync(house, id, "Name", "Zane", "Pase", isNone: true));
        Assert.Equal(["Protection.Rectify.NoDate"], await FaultsAsync(house, id, "BirthDate", "vakar", "Pase"));
        Assert.Equal(["Clients.Birth.InFuture"], await FaultsAsync(house, id, "BirthDate", "01.01.2999.", "Pase"));
        Assert.Single(await FaultsAsync(house, id, "Phone", "12", "Pase"));
        Assert.Equal("Protection.Refusal.SameValue", (await Assert.ThrowsAsync<Refusal>(() => FaultsAsync(house, id, "Name", "Cilda Kļava", "Pase"))).Key);
        Assert.Equal("Protection.Refusal.SameValue", (await Assert.ThrowsAsync<Refusal>(() => FaultsAsync(house, id, "Phone", "29777882", "Pase"))).Key);
        Assert.DoesNotContain((await CardAsync(house, card)).History, e => e.Kind == ClientEventKind.Rectified);
    }

    [Theory, EachDatabase]
    public async Task A_form_sent_twice_puts_right_once_and_a_card_changed_meanwhile_is_told(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (_, id) = await ReadyAsync(house, "Dora Liepa", "29777883", null);
        var seen = (await FormAsync(house, id)).CardVersion;
        var command = new RectifyCard(id, Guid.CreateVersion7(), seen, "Name", "Dora Liepiņa", false, "Pase", false);
        Assert.Empty(await house.RunAsync((RectifyCardHandler h) => h.HandleAsync(command, None)));
        Assert.Empty(await house.RunAsync((RectifyCardHandler h) => h.HandleAsync(command, None)));
        Assert.Single((await FormAsync(house, id)).Request.Corrections);
        Assert.Equal("Clients.Refusal.Stale", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((RectifyCardHandler h) => h.HandleAsync(command with { Token = Guid.CreateVersion7() }, None)))).Key);
    }

    [Theory, EachDatabase]
    public async Task Only_the_officer_and_only_once_it_is_known_who_asks_also_while_processing_is_restricted(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (card, id) = await ReadyAsync(house, "Elga Osis", "29777884", null, known: false);
        Assert.Equal("Protection.Refusal.IdentityUnchecked", (await Assert.ThrowsAsync<Refusal>(() => FaultsAsync(house, id, "Name", "Elga Ose", "Pase"))).Key);
        await PersonRequestTests.TendAsync(house, id, (h, seen) => h.CheckIdentityAsync(id, seen, IdentityCheck.Document, null, None));
        var version = (await PersonRequestTests.ShowAsync(house, id)).Request.Version;
        await house.RunAsync((RestrictPersonHandler h) => h.HandleAsync(id, version, true, "Apstrīd datu pareizību", None));
        await PutAsync(house, id, "Name", "Elga Ose", "Pase");
        Assert.Equal("Elga Ose", (await CardAsync(house, card)).Name);
        foreach (var role in new[] { Role.HeadOfClientService, Role.Administrator })
        {
            await house.ActAsAsync(role);
            Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((RectifyCardHandler h) => h.ShowAsync(id, None)))).Key);
            Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() =>
                house.RunAsync((RectifyCardHandler h) => h.HandleAsync(new RectifyCard(id, Guid.CreateVersion7(), 0, "Name", "X", false, "Pase", false), None)))).Key);
        }
    }

    private static async Task<(Guid Card, Guid Request)> ReadyAsync(House house, string name, string phone, string? code, bool known = true)
    {
        var (card, _) = await PersonRequestTests.PersonAsync(house, name, phone, code);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var id = await PersonRequestTests.RegisterAsync(house);
        await PersonRequestTests.TendAsync(house, id, (h, seen) => h.ChooseCardAsync(id, seen, card, None));
        if (known)
            await PersonRequestTests.TendAsync(house, id, (h, seen) => h.CheckIdentityAsync(id, seen, IdentityCheck.Document, null, None));
        return (card, id);
    }

    private static async Task<RectifyForm> FormAsync(House house, Guid id) => (await house.RunAsync((RectifyCardHandler h) => h.ShowAsync(id, None)))!;

    private static async Task<string> KeyAsync(House house, Guid id, ClientField field) => (await FormAsync(house, id)).Facts.Single(f => f.Field == field && f.Value is not null).Key;

    private static async Task PutAsync(House house, Guid id, string fact, string? value, string proof) => Assert.Empty(await FaultsAsync(house, id, fact, value, proof, value is null));

    private static async Task<IEnumerable<string>> FaultsAsync(House house, Guid id, string? fact, string? value, string proof, bool isNone = false)
    {
        var seen = (await FormAsync(house, id)).CardVersion;
        return (await house.RunAsync((RectifyCardHandler h) => h.HandleAsync(new RectifyCard(id, Guid.CreateVersion7(), seen, fact, value, isNone, proof, false), None))).Select(f => f.Key);
    }

    private static Task<Client> CardAsync(House house, Guid id) => house.RunAsync((IServiceDeskDb db) =>
        db.Set<Client>().AsNoTracking().Include(c => c.Names).Include(c => c.Reaches).Include(c => c.Addresses).Include(c => c.Codes).Include(c => c.History).SingleAsync(c => c.Id == id, None));
}
