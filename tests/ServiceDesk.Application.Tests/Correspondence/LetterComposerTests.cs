using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Tests.Deadlines;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Correspondence;

public class LetterComposerTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static DemoPerson Person(string name) => DemoPeople.All.First(p => p.Name == name);

    [Theory, EachDatabase]
    public async Task A_reply_has_every_part_the_standard_asks_for(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 18, 11);
        var id = await house.CaseAsync(email: "peteris@pasts.example");
        await house.ActAsAsync(Person("Līga"));
        await house.RunAsync((SendReplyHandler h) => h.HandleAsync(
            new SendReply(id, " Konteiners\r\nizvests. ", Delivery.Email, null, [], null, null, new LetterFrame("Cienījamais kungs!", "Nekas vairs nav jādara.", "A-17")), None));
        var (message, letter) = await LastAsync(house, id);
        var parts = message.Letter!;
        Assert.Equal("Konteiners\nizvests.", parts.Body);
        Assert.Matches(@"^Par Jūsu ziņojumu Nr\. A-17 \(mūsu Nr\. 4\.1-5/26/\d+\), kas saņemts 2026\. gada 18\. jūnijā$", parts.Reference.Replace('\u00A0', ' '));
        Assert.Equal(
            ["Ar cieņu", "Līga Zariņa", "Labiekārtošanas inženiere", "Labiekārtošanas un komunālā nodaļa, Lejasupes novada pašvaldība", "tālr. 64100130, liga.zarina@lejasupe.example"],
            parts.Signature.Replace('\u00A0', ' ').Split('\n')[..5]);
        Assert.Null(parts.Notice);
        Assert.Equal(parts.AsText(), message.Text);
        // The e-mail tells where to follow the case before the signature, and says nothing twice.
        var order = new[] { "Cienījamais kungs!", "A-17", "izvests.", "Nekas vairs nav jādara.", "/track", "Ar cieņu" }.Select(part => letter.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
        Assert.Equal(letter.IndexOf("Par Jūsu ziņojumu", StringComparison.Ordinal), letter.LastIndexOf("Par Jūsu ziņojumu", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task An_interim_reply_says_its_date_inside_the_letter(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 18, 11);
        var id = await house.CaseAsync(email: "peteris@pasts.example");
        await house.ActAsAsync(Person("Līga"));
        await house.RunAsync((SendInterimReplyHandler h) => h.HandleAsync(
            new SendInterimReply(id, "Gaidām mērnieku.", new DateOnly(2026, 7, 3), Delivery.Email, null, null, new LetterFrame(null, "Paldies par pacietību.", null)), None));
        var (message, letter) = await LastAsync(house, id);
        Assert.Contains("2026. gada 3. jūlijam", message.Letter!.Promise!.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal("Labdien!", message.Letter.Salutation);
        Assert.Equal(letter.IndexOf(message.Letter.Promise, StringComparison.Ordinal), letter.LastIndexOf(message.Letter.Promise, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task No_letter_leaves_empty_or_with_a_gap_in_it(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await house.CaseAsync();
        await house.ActAsAsync(Person("Līga"));
        Task<Refusal> Refused(string body, string? salutation = null, string? next = null) => Assert.ThrowsAsync<Refusal>(() => house.RunAsync((SendReplyHandler h) =>
            h.HandleAsync(new SendReply(id, body, Delivery.Phone, null, [], null, null, new LetterFrame(salutation, next, null)), None)));
        Assert.Equal("Cases.Refusal.TextMissing", (await Refused(" ")).Key);
        Assert.Equal("{{?kad}}", (await Refused("Izdarīts {{?kad}}.")).Arguments[0]);
        Assert.Equal("{{client.name}}", (await Refused("Izdarīts.", "Labdien, {{client.name}}!")).Arguments[0]);
        Assert.Equal("Correspondence.Refusal.UnfilledVariable", (await Refused("Izdarīts.", next: "Līdz {{due.date}}.")).Key);
        Assert.DoesNotContain(await house.RunAsync((IServiceDeskDb db) => db.Set<Message>().Where(m => m.CaseId == id).ToListAsync(None)), m => m.Kind == MessageKind.Reply);
    }

    [Theory, EachDatabase]
    public async Task Seeds_fill_without_gaps_and_every_sample_is_whole(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.RunAsync((PreparedTextsSeed seed) => seed.SeedAsync(None));
        var texts = await house.RunAsync((IServiceDeskDb db) => db.Set<PreparedText>().AsNoTracking().ToListAsync(None));
        Assert.All([texts.OfType<LetterTemplate>().Count(), texts.OfType<TextModule>().Count(), texts.OfType<UsefulLink>().Count()], count => Assert.InRange(count, 12, 20));
        await using var scope = house.Scope();
        var facts = (LetterFacts)scope.ServiceProvider.GetService(typeof(LetterFacts))!;
        foreach (var language in Texts.Languages)
        {
            foreach (var module in texts.OfType<TextModule>())
                Assert.DoesNotContain("{{c", Placeholders.Fill(module.In(language), facts.Sample(language)), StringComparison.Ordinal);
            Assert.All(Placeholders.Names, name => Assert.False(string.IsNullOrWhiteSpace(facts.Sample(language)[name]), name));
        }
    }

    [Theory, EachDatabase]
    public async Task The_template_that_says_most_about_where_it_belongs_is_proposed_first(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await house.CaseAsync();
        await house.ActAsAsync(Role.HeadOfClientService);
        var item = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == id, None));
        var made = await MakeAsync(house, PreparedTextKind.Template, Template("Mūsu nodaļas sūdzība") with { UnitId = item.UnitId });
        await MakeAsync(house, PreparedTextKind.Template, Template("Cita nodaļa") with { UnitId = house.User.UnitId });
        await MakeAsync(house, PreparedTextKind.Template, Template("Atbildētām") with { State = CaseState.Answered });
        await house.ActAsAsync(Person("Līga"));
        var offered = await house.RunAsync((OfferPreparedTextsHandler h) => h.HandleAsync(
            new LetterAtHand(LetterKind.Reply, CaseKind.Complaint, CaseState.InProgress, "lv", item.UnitId, null), None));
        Assert.Equal(made, offered.Templates[0].Id);
        Assert.DoesNotContain(offered.Templates, t => t.Name is "Cita nodaļa" or "Atbildētām" or "Atbilde uz jautājumu");
        Assert.Contains(offered.Modules, m => m.Code == "hours");
        Assert.DoesNotContain(offered.Links, l => l.Name == "Our promises to clients");

        var filled = await house.RunAsync((FillPreparedTextHandler h) => h.HandleAsync(id, made, None));
        Assert.Equal($"Par {item.Number}, Pēteris Kalējs.", filled!.Body);
        await house.ActAsAsync(Person("Agnese"));
        Assert.Null(await house.RunAsync((FillPreparedTextHandler h) => h.HandleAsync(id, made, None)));
    }

    [Theory, EachDatabase]
    public async Task Texts_are_edited_by_who_may_with_history_and_without_losing_a_colleagues_change(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.Communications);
        var module = new PreparedContent { Name = "Sniegs", Code = "snow", TextLv = "Ielas tīrām pēc grafika." };
        var id = await MakeAsync(house, PreparedTextKind.Module, module);
        Assert.Equal("Correspondence.Refusal.CodeTaken", await RefusedAsync(() => MakeAsync(house, PreparedTextKind.Module, module)));
        await EditAsync(house, id, module with { TextLv = "Ielas tīrām kārtām." }, 0);
        Assert.Equal("Correspondence.Refusal.TextMoved", await RefusedAsync(() => EditAsync(house, id, module with { TextLv = "Cits." }, 0)));
        Assert.Equal("Correspondence.Refusal.UnknownVariable", await RefusedAsync(() => EditAsync(house, id, module with { TextLv = "{{snow}}" }, 1)));
        await house.RunAsync((EditPreparedTextHandler h) => h.RestoreAsync(id, PreparedTextKind.Module, 1, 1, None));
        await house.RunAsync((EditPreparedTextHandler h) => h.RetireAsync(id, PreparedTextKind.Module, true, 2, None));
        var shown = await house.RunAsync((ShowPreparedTextsHandler h) => h.FindAsync(id, PreparedTextKind.Module, None));
        Assert.True(shown!.IsRetired);
        Assert.Equal("Ielas tīrām pēc grafika.", shown.Content.TextLv);
        Assert.Equal([EditionAct.Retired, EditionAct.Restored, EditionAct.Changed, EditionAct.Created], shown.Editions.Select(e => e.Act));
        Assert.Equal(("TextLv", "Ielas tīrām pēc grafika.", "Ielas tīrām kārtām."), shown.Editions[2].Changes.Select(c => (c.Field, c.Before, c.After)).Single());
        Assert.Equal("Toms Rubenis", shown.Editions[0].By);
        Assert.Null(await house.RunAsync((ShowPreparedTextsHandler h) => h.FindAsync(id, PreparedTextKind.Template, None)));
        Assert.Equal(4, await house.RunAsync((IServiceDeskDb db) => db.Set<ChangeRecord>().CountAsync(c => c.Thing == ChangedThing.TextModule && c.Name == "Sniegs", None)));

        await house.ActAsAsync(Role.Employee);
        Assert.Equal("Cases.Refusal.NotAllowed", await RefusedAsync(() => MakeAsync(house, PreparedTextKind.Module, module with { Code = "snow2" })));
        Assert.Equal("Cases.Refusal.NotAllowed", await RefusedAsync(() => house.RunAsync((EditPreparedTextHandler h) => h.RetireAsync(id, PreparedTextKind.Module, false, 3, None))));
    }

    [Theory, EachDatabase]
    public async Task The_preview_is_the_letter_that_will_be_sent(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await house.CaseAsync(email: "peteris@pasts.example");
        await house.ActAsAsync(Person("Līga"));
        Assert.Null(await house.RunAsync((PreviewLetterHandler h) => h.HandleAsync(id, DraftTab.Reply, None)));
        await house.RunAsync((SaveDraftHandler h) => h.HandleAsync(
            new SaveDraft(id, DraftTab.Reply, new DraftText { Salutation = "Labdien!", Body = "Izdarīts.", NextSteps = "Viss." }, [], false, null), None));
        var preview = await house.RunAsync((PreviewLetterHandler h) => h.HandleAsync(id, DraftTab.Reply, None));
        await house.RunAsync((SendReplyHandler h) => h.HandleAsync(new SendReply(id, "Izdarīts.", Delivery.Email, null, [], null, null, new LetterFrame("Labdien!", "Viss.", null)), None));
        var (message, letter) = await LastAsync(house, id);
        Assert.Equal(message.Letter, preview!.Parts);
        Assert.Equal(letter, preview.Email);
        Assert.Null(preview.Unfilled);
        await house.ActAsAsync(Person("Jānis"));
        Assert.Null(await house.RunAsync((PreviewLetterHandler h) => h.HandleAsync(id, DraftTab.Reply, None)));
    }

    private static PreparedContent Template(string name) =>
        new() { Name = name, Letter = LetterKind.Reply, CaseKind = CaseKind.Complaint, Language = "lv", Body = "Par {{case.number}}, {{client.name}}." };

    private static Task<Guid> MakeAsync(House house, PreparedTextKind sort, PreparedContent content) =>
        house.RunAsync((EditPreparedTextHandler h) => h.HandleAsync(new EditPreparedText(null, sort, content, 0), None));

    private static Task<Guid> EditAsync(House house, Guid id, PreparedContent content, int version) =>
        house.RunAsync((EditPreparedTextHandler h) => h.HandleAsync(new EditPreparedText(id, PreparedTextKind.Module, content, version), None));

    private static Task<(Message Message, string Letter)> LastAsync(House house, Guid id) => house.RunAsync(async (IServiceDeskDb db) =>
    {
        var message = await db.Set<Message>().AsNoTracking().Where(m => m.CaseId == id && m.Letter != null).OrderByDescending(m => m.Ordinal).FirstAsync(None);
        return (message, await db.Set<OutgoingMessage>().Where(o => o.MessageId == message.Id).Select(o => o.Body).SingleAsync(None));
    });

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<Refusal>(act)).Key;
}
