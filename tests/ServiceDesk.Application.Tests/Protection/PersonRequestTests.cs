using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Protection.Requests;
using ServiceDesk.Application.Protection.Rights;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Protection;

public class PersonRequestTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_request_gets_a_number_without_gaps_and_a_month_by_the_working_calendar(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 12, 11);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var token = Guid.CreateVersion7();
        var first = await RegisterAsync(house, token: token);
        Assert.Equal(first, await RegisterAsync(house, token: token)); // the same form again
        var second = await RegisterAsync(house, receivedOn: new DateOnly(2026, 5, 20));
        var one = await ShowAsync(house, first);
        var two = await ShowAsync(house, second);
        Assert.Equal(("DA/26/1", "DA/26/2"), (one.Request.Number, two.Request.Number));
        Assert.Equal(new DateOnly(2026, 7, 13), one.Request.DueOn); // 12 July 2026 is a Sunday
        Assert.Equal(new DateOnly(2026, 6, 25), two.Request.DueOn); // 20 June 2026 is a Saturday, the 22nd a day off moved there, then two holidays
        Assert.Equal(PersonRequestState.Received, one.Request.State);
    }

    [Theory, EachDatabase]
    public async Task Only_the_officer_keeps_the_register(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        foreach (var role in new[] { Role.HeadOfClientService, Role.Administrator, Role.Auditor, Role.ClientServiceSpecialist })
        {
            await house.ActAsAsync(role);
            Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => RegisterAsync(house))).Key);
            Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((ListPersonRequestsHandler h) => h.HandleAsync(new(), None)))).Key);
            Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((FindPersonCardsHandler h) => h.HandleAsync("Ilze", None)))).Key);
        }
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_done_before_it_is_known_who_asks_and_a_refusal_tells_of_the_right_to_complain(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var id = await RegisterAsync(house);
        Assert.Equal("Protection.Refusal.IdentityUnchecked", (await Assert.ThrowsAsync<Refusal>(() => AnswerAsync(house, id, null))).Key);
        await TendAsync(house, id, (h, seen) => h.CheckIdentityAsync(id, seen, IdentityCheck.Document, "Vārds un dzimšanas datums", None));
        await AnswerAsync(house, id, RefusalGround.LawObliges);
        var done = (await ShowAsync(house, id)).Request;
        Assert.Equal((PersonRequestState.Refused, RefusalGround.LawObliges), (done.State, done.Ground));
        Assert.Contains("Datu valsts inspekcijai", done.Answer, StringComparison.Ordinal);
        Assert.Contains("Arhīvu likums", done.Answer, StringComparison.Ordinal);
        var letter = await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().SingleAsync(o => o.Id == done.LetterId, None));
        Assert.Equal(("anna@pasts.example", true, $"Atbilde uz pieprasījumu {done.Number}"), (letter.ToAddress, letter.HoldsSecret, letter.Subject));
        Assert.Equal("Protection.Refusal.RequestDone", (await Assert.ThrowsAsync<Refusal>(() => AnswerAsync(house, id, null))).Key);
    }

    [Theory, EachDatabase]
    public async Task The_term_is_extended_once_while_it_runs_and_the_person_is_told_why(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 12, 11);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var id = await RegisterAsync(house);
        await TendAsync(house, id, (h, seen) => h.ExtendAsync(id, seen, "Dati ir trijās sistēmās.", None));
        var shown = await ShowAsync(house, id);
        Assert.Equal((new DateOnly(2026, 9, 14), new DateOnly(2026, 7, 13), false), (shown.Request.DueOn, shown.Request.FirstDueOn, shown.MayExtend));
        Assert.Contains("Dati ir trijās sistēmās.", await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().Where(o => o.Id == shown.Request.LetterId).Select(o => o.Body).SingleAsync(None)), StringComparison.Ordinal);
        Assert.Equal("Protection.Refusal.ExtendedAlready", (await Assert.ThrowsAsync<Refusal>(() => TendAsync(house, id, (h, seen) => h.ExtendAsync(id, seen, "Vēl", None)))).Key);

        var late = await RegisterAsync(house, receivedOn: new DateOnly(2026, 4, 1));
        Assert.Equal("Protection.Refusal.TooLateToExtend", (await Assert.ThrowsAsync<Refusal>(() => TendAsync(house, late, (h, seen) => h.ExtendAsync(late, seen, "Vēl", None)))).Key);
    }

    [Theory, EachDatabase]
    public async Task A_page_older_than_the_request_is_told(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var id = await RegisterAsync(house);
        var seen = (await ShowAsync(house, id)).Request.Version;
        await TendAsync(house, id, (h, version) => h.NoteAsync(id, version, "Zvanīju", None));
        Assert.Equal("Protection.Refusal.ChangedMeanwhile", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((TendPersonRequestHandler h) => h.NoteAsync(id, seen, "Vēlreiz", None)))).Key);
    }

    [Theory, EachDatabase]
    public async Task The_card_is_found_by_whole_values_only(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (card, _) = await PersonAsync(house, "Zaiga Ozoliņa-Kļava", "29333444", "161175-19997");
        await house.ActAsAsync(Role.DataProtectionOfficer);
        foreach (var told in new[] { "Zaiga Ozoliņa-Kļava", "zaiga ozoliņa-kļava", "29333444", "+371 29 333 444", "zaiga@pasts.example", "161175-19997" })
            Assert.True((await house.RunAsync((FindPersonCardsHandler h) => h.HandleAsync(told, None))).Any(c => c.Id == card), told);
        Assert.Empty(await house.RunAsync((FindPersonCardsHandler h) => h.HandleAsync("Zaiga", None)));
        Assert.Equal("Protection.Refusal.TooShortToFind", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((FindPersonCardsHandler h) => h.HandleAsync("Za", None)))).Key);
    }

    [Theory, EachDatabase]
    public async Task Everything_about_the_person_is_one_archive_without_what_is_of_others(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (card, number) = await PersonAsync(house, "Anna Priede", "29777888", "160275-10302");
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var id = await ReadyAsync(house, card);

        using var archive = await ArchiveAsync(house, id);

        var page = Text(archive, "viss-par-jums.html");
        Assert.Contains("Anna Priede", page, StringComparison.Ordinal);
        Assert.Contains("160275-10302".Replace("-", "", StringComparison.Ordinal), page.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(number, page, StringComparison.Ordinal);
        Assert.Contains("Kaimiņš [citas personas dati] trokšņo", page, StringComparison.Ordinal);
        Assert.Contains("29777888", page, StringComparison.Ordinal);
        Assert.DoesNotContain("26111222", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        var json = JsonNode.Parse(Text(archive, "dati.json"))!;
        Assert.Equal("Anna Priede", (string?)json["Client"]![0]!["Name"]);
        Assert.DoesNotContain("Svešais", json.ToJsonString(), StringComparison.Ordinal);
        var file = (string)json["Attachment"]![0]!["file"]!;
        Assert.Equal("pielikums", Text(archive, file));
        Assert.Contains(await house.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().Where(r => r.ClientId == card).Select(r => r.Thing).ToListAsync(None)), t => t == ReadThing.PersonData);
        Assert.Contains((await ShowAsync(house, id)).Request.Steps, s => s.Kind == PersonRequestStepKind.Exported);
    }

    [Theory, EachDatabase]
    public async Task While_processing_is_restricted_nothing_is_done_in_the_cases(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (card, number) = await PersonAsync(house, "Ieva Kalve", "29666777", null);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var id = await ReadyAsync(house, card);
        await RestrictAsync(house, id, true);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var caseId = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Id).SingleAsync(None));
        Assert.Equal("Protection.Refusal.Restricted", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((AddNoteHandler h) => h.HandleAsync(new AddNote(caseId, "Piezīme"), None)))).Key);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        await RestrictAsync(house, id, false);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        await house.RunAsync((AddNoteHandler h) => h.HandleAsync(new AddNote(caseId, "Piezīme"), None));
    }

    internal static Task<Guid> RegisterAsync(House house, Guid? token = null, DateOnly? receivedOn = null) => house.RunAsync((RegisterPersonRequestHandler h) => h.HandleAsync(
        new RegisterPersonRequest(token ?? Guid.CreateVersion7(), PersonRequestKind.Access, Channel.EAddress, new Requester("Anna Priede", "anna@pasts.example", null), "Lūdzu visu, ko par mani zināt.",
            receivedOn ?? DateOnly.FromDateTime(house.Time.GetUtcNow().UtcDateTime)), None));

    internal static async Task<PersonRequestDetails> ShowAsync(House house, Guid id) => (await house.RunAsync((ShowPersonRequestHandler h) => h.HandleAsync(id, None)))!;

    /// <summary>A request whose person is known and whose card is chosen.</summary>
    internal static async Task<Guid> ReadyAsync(House house, Guid card)
    {
        var id = await RegisterAsync(house);
        await TendAsync(house, id, (h, seen) => h.ChooseCardAsync(id, seen, card, None));
        await TendAsync(house, id, (h, seen) => h.CheckIdentityAsync(id, seen, IdentityCheck.ElectronicSignature, null, None));
        return id;
    }

    internal static async Task TendAsync(House house, Guid id, Func<TendPersonRequestHandler, int, Task> step)
    {
        var seen = (await ShowAsync(house, id)).Request.Version;
        await house.RunAsync((TendPersonRequestHandler h) => step(h, seen));
    }

    /// <summary>A person with a card and a case with a letter that names a neighbour's phone, and a file; and a stranger beside.</summary>
    internal static async Task<(Guid Card, string Number)> PersonAsync(House house, string name, string phone, string? code)
    {
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var stored = await house.RunAsync((IFileStore files) => files.SaveAsync(new MemoryStream("pielikums"u8.ToArray()), None));
        var mine = await CaseAsync(house, name, $"Kaimiņš 26111222 trokšņo, zvaniet man {phone}.", [new AttachedFile("plāns.txt", "text/plain", stored.Size, stored.Hash)]);
        var others = await CaseAsync(house, "Svešais Cilvēks", "Svešais teksts", []);
        return await house.RunAsync(async (IServiceProvider services) =>
        {
            var db = services.GetRequiredService<IServiceDeskDb>();
            var now = house.Time.GetUtcNow();
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            var card = Client.Register(ClientKind.Person, name, Actor.System, now);
            card.AddReach(ReachValue.Check(ClientReachKind.Phone, phone, today).Value!, null, Actor.System, now);
            card.AddReach(ReachValue.Check(ClientReachKind.Email, $"{name.Split(' ')[0].ToLowerInvariant()}@pasts.example", today).Value!, null, Actor.System, now);
            if (code is not null)
                card.GiveCode(await services.GetRequiredService<IPersonalCodes>().ProtectAsync(PersonalCode.Check(code, today).Value!, None), Actor.System, now);
            var stranger = Client.Register(ClientKind.Person, "Svešais Cilvēks", Actor.System, now);
            db.Set<Client>().AddRange(card, stranger);
            var cases = await db.Set<Case>().Where(c => c.Id == mine || c.Id == others).ToDictionaryAsync(c => c.Id, None);
            cases[mine].BelongTo(card, Actor.System, now);
            cases[others].BelongTo(stranger, Actor.System, now);
            await db.SaveChangesAsync(None);
            return (card.Id, cases[mine].Number);
        });
    }

    internal static Task<Guid> CaseAsync(House house, string name, string text, IReadOnlyList<AttachedFile> files) => house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(new RegisterCase(new NewCase
    {
        Token = Guid.NewGuid(),
        Kind = CaseKind.Submission,
        Channel = Channel.Phone,
        Subject = $"Par troksni: {name}",
        Text = text,
        UnitId = house.User.UnitId!.Value,
        Contact = new Contact { Name = name },
        Files = files,
    }), None));

    private static Task AnswerAsync(House house, Guid id, RefusalGround? ground) =>
        TendAsync(house, id, (h, seen) => h.AnswerAsync(id, seen, new PersonAnswer("Paskaidrojums.", AnswerWay.Email, ground), None));

    private static async Task RestrictAsync(House house, Guid id, bool on)
    {
        var seen = (await ShowAsync(house, id)).Request.Version;
        await house.RunAsync((RestrictPersonHandler h) => h.HandleAsync(id, seen, on, "Apstrīd datu pareizību", None));
    }

    private static async Task<ZipArchive> ArchiveAsync(House house, Guid id)
    {
        var buffer = new MemoryStream();
        await house.RunAsync(async (ExportPersonHandler h) => await (await h.HandleAsync(id, None)).WriteAsync(buffer, None));
        buffer.Position = 0;
        return new ZipArchive(buffer);
    }

    private static string Text(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
