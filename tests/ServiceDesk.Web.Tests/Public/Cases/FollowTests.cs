using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Public.Cases;

public class FollowTests(Site site) : IClassFixture<Site>
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private static readonly byte[] Pdf = "%PDF-1.7\nteksts"u8.ToArray();

    [Fact]
    public async Task The_way_of_a_case_is_told_in_plain_words_with_the_date_and_why()
    {
        site.Time.SetLocal(2026, 11, 16, 9);
        var (number, key) = await site.SubmitAsync(site.Visitor(), f => f.Attach("Input.Files", "konteineri.png", Png));
        using var visitor = await site.TrackAsync(number, key);
        var page = await visitor.GetAsync("/track/case");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Upes ielā jau divas nedēļas nav izvesti atkritumi", page.TextOf("h1"));
        Assert.Equal(["Jūs rakstījāt", "Apstiprinājām saņemšanu", "Atbilde"], page.TextsOf(".tl h3"));
        Assert.Equal("piektdienai, 20. novembrim", page.TextOf(".answerby .d")); // 18 November, Wednesday, is no working day
        Assert.NotNull(page.Document.QuerySelector(".answerby .strip .off"));
        Assert.Contains("konteineri.png", page.TextOf(".bubble"), StringComparison.Ordinal);
        Assert.Contains("no-store", page.Response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_shows_its_own_date_and_the_one_it_replaced()
    {
        site.Time.SetLocal(2026, 11, 19, 9);
        var (number, key) = await site.SubmitAsync(site.Visitor());
        await site.ChangeAsync(number, async (item, writer, who, now) =>
        {
            var letter = item.PromiseReply("Gaidām pārvadātāja atbildi.", new DateOnly(2026, 12, 1), new PromiseBounds(new DateOnly(2026, 11, 25), new DateOnly(2026, 12, 19)), new DateOnly(2026, 11, 19), Delivery.TrackingPage, who.AsActor(), now);
            await writer.MarkSentAsync(item, letter.Id, now, CancellationToken.None);
        });
        using var visitor = await site.TrackAsync(number, key);
        var page = await visitor.GetAsync("/track/case");

        Assert.Equal("otrdienai, 1. decembrim", page.TextOf(".answerby .d"));
        Assert.Contains("Sniegta starpatbilde", page.TextOf(".answerby"), StringComparison.Ordinal);
        Assert.Contains("Sākotnējais termiņš bija 24. novembris; starpatbildi nosūtījām laikā.", page.TextOf(".answerby .foot")!.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Gaidām pārvadātāja atbildi.", page.TextOf(".bubble-us"), StringComparison.Ordinal);
        Assert.Equal("Solītā atbilde", page.TextsOf(".tl h3")[^1]);
    }

    [Fact]
    public async Task A_date_we_missed_is_said_with_an_apology()
    {
        site.Time.SetLocal(2026, 11, 19, 9);
        var (number, key) = await site.SubmitAsync(site.Visitor());
        site.Time.SetLocal(2026, 11, 26, 9);
        using var visitor = await site.TrackAsync(number, key);
        var page = await visitor.GetAsync("/track/case");

        Assert.NotNull(page.Document.QuerySelector(".answerby.late .due-late"));
        Assert.Contains("Atvainojamies, termiņu neesam ievērojuši.", page.TextOf(".answerby .foot"), StringComparison.Ordinal);
        Assert.Equal("Atbilde kavējas", page.TextsOf(".tl h3")[^1]);
    }

    [Fact]
    public async Task Notes_colleagues_and_letters_that_did_not_leave_are_not_seen()
    {
        var (number, key) = await site.SubmitAsync(site.Visitor(), f => f.Fill("Input.Email", "ilze@pasts.example"));
        var name = "";
        await site.ChangeAsync(number, (item, _, who, now) =>
        {
            name = who.FullName;
            item.Assign(item.UnitId, "Klientu apkalpošanas centrs", who.Id, name, "Slepens iemesls", who.AsActor(), now);
            item.AddNote("Iekšēja piezīme par klientu.", who.AsActor(), now);
            item.Reply("Vēl neizsūtīta atbilde.", [], null, Delivery.Email, who.AsActor(), now);
            return Task.CompletedTask;
        });
        using var visitor = await site.TrackAsync(number, key);
        var html = (await visitor.GetAsync("/track/case")).Html;

        Assert.NotEqual("", name);
        foreach (var secret in new[] { name, "Iekšēja piezīme", "Slepens iemesls", "Vēl neizsūtīta", "ilze@pasts.example" })
            Assert.DoesNotContain(secret, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_adds_a_message_with_a_file_and_a_second_press_adds_nothing()
    {
        using var visitor = site.Visitor();
        var (number, _) = await site.SubmitAsync(visitor);
        var form = (await visitor.GetAsync("/track/case")).Form("form[data-form=add]").Fill("Input.Text", "Maisi vēl guļ.").Attach("Input.Files", "maisi.png", Png);

        var answer = await form.SendAsync();
        await form.SendAsync();

        var page = await answer.FollowAsync();
        Assert.Contains("Paldies, pievienojām.", page.TextOf(".notice"), StringComparison.Ordinal);
        var added = Assert.Single((await site.LoadAsync(number)).Messages, m => m.Kind == MessageKind.Addition);
        Assert.Equal("maisi.png", Assert.Single(added.Attachments).FileName);
    }

    [Theory]
    [InlineData("", "Uzrakstiet, ko vēlaties piebilst.")]
    [InlineData("long", "Saīsiniet tekstu: drīkst būt 20 000 rakstzīmes, tagad ir 20 001. Garāku tekstu pievienojiet kā failu.")]
    public async Task What_is_wrong_with_a_message_is_said_and_its_files_stay(string text, string sentence)
    {
        using var visitor = site.Visitor();
        await site.SubmitAsync(visitor);
        var page = await (await visitor.GetAsync("/track/case")).Form("form[data-form=add]")
            .Fill("Input.Text", text == "long" ? new string('x', 20_001) : text).Attach("Input.Files", "a.pdf", Pdf).SendAsync();
        Assert.Equal(sentence, page.TextOf(".err-sum a[href='#Input_Text']")!.Replace('\u00A0', ' '));
        Assert.Contains("a.pdf", page.TextOf(".kept"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_session_keeps_the_message_until_number_and_key_are_shown_again()
    {
        using var visitor = site.Visitor();
        var (number, key) = await site.SubmitAsync(visitor);
        var form = (await visitor.GetAsync("/track/case")).Form("form[data-form=add]").Fill("Input.Text", "Ļoti garš teksts.").Attach("Input.Files", "a.pdf", Pdf);
        site.Time.Advance(TimeSpan.FromHours(2));

        var lost = await form.SendAsync();
        Assert.Equal("Jūsu teksts ir saglabājies", lost.TextOf("h1"));
        Assert.DoesNotContain(number, lost.Text.Replace("4.1-5/26/1482", "", StringComparison.Ordinal), StringComparison.Ordinal); // the example in the hint may begin like it
        var shown = lost.Form("form[data-form=add]");
        Assert.Equal("Ļoti garš teksts.", shown["Input.Text"]);

        var wrong = await shown.Fill("Input.Number", number).Fill("Input.Key", "2222-2222").SendAsync();
        Assert.Equal("Ar šādu numuru un atslēgu neko neatradām. Pārbaudiet abus.", wrong.TextOf(".err-sum li"));

        var sent = await wrong.Form("form[data-form=add]").Fill("Input.Key", key).SendAsync();
        Assert.Equal("/track/case", sent.Location);
        var added = Assert.Single((await site.LoadAsync(number)).Messages, m => m.Kind == MessageKind.Addition);
        Assert.Equal(("Ļoti garš teksts.", "a.pdf"), (added.Text, Assert.Single(added.Attachments).FileName));
    }

    [Fact]
    public async Task A_forged_message_is_not_added_and_its_text_is_shown()
    {
        using var visitor = site.Visitor();
        var (number, _) = await site.SubmitAsync(visitor);
        var page = await (await visitor.GetAsync("/track/case")).Form("form[data-form=add]").Fill("Input.Text", "Viltots.").Fill("__RequestVerificationToken", "x").SendAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Viltots.", page.Form("form[data-form=add]")["Input.Text"]);
        Assert.DoesNotContain((await site.LoadAsync(number)).Messages, m => m.Kind == MessageKind.Addition);
    }

    [Fact]
    public async Task A_client_who_needs_no_answer_closes_the_case_after_reading_what_follows()
    {
        using var visitor = site.Visitor();
        var (number, _) = await site.SubmitAsync(visitor, f => f.Fill("Input.Email", "ilze@pasts.example"));
        var confirm = await visitor.GetAsync("/track/case/withdraw");
        Assert.Contains("Atbildi vairs negatavosim un nesūtīsim.", confirm.Text, StringComparison.Ordinal);
        Assert.Equal(CaseState.New, (await site.LoadAsync(number)).State);

        var page = await (await confirm.Form("form[data-form=withdraw]").SendAsync()).FollowAsync();
        Assert.Contains("Atbilde nav vajadzīga", page.TextOf(".answerby"), StringComparison.Ordinal);
        Assert.Contains("atvērsim to no jauna", page.Text, StringComparison.Ordinal); // who thinks otherwise later may still write
        Assert.DoesNotContain("Vai jautājums ir atrisināts?", page.Text, StringComparison.Ordinal);
        Assert.Equal((CaseState.Closed, CaseOutcome.NoReplyWanted), ((await site.LoadAsync(number)) is var c ? c.State : default, c.Outcome));
        Assert.Equal("/track/case", (await visitor.GetAsync("/track/case/withdraw")).Location);
    }

    [Fact]
    public async Task A_case_with_an_answer_on_its_way_cannot_be_withdrawn()
    {
        using var visitor = site.Visitor();
        var (number, _) = await site.SubmitAsync(visitor, f => f.Fill("Input.Email", "ilze@pasts.example"));
        await site.ChangeAsync(number, (item, _, who, now) =>
        {
            item.Reply("Atbilde.", [], null, Delivery.Email, who.AsActor(), now);
            return Task.CompletedTask;
        });
        var page = await (await visitor.GetAsync("/track/case/withdraw")).Form("form[data-form=withdraw]").SendAsync();
        Assert.Contains("Atbilde Jums jau ir ceļā", page.TextOf(".err-sum"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_to_a_case_closed_meanwhile_opens_it_again()
    {
        using var visitor = site.Visitor();
        var (number, _) = await site.SubmitAsync(visitor);
        var form = (await visitor.GetAsync("/track/case")).Form("form[data-form=add]").Fill("Input.Text", "Vēl kas.");
        await site.ChangeAsync(number, (item, _, who, now) =>
        {
            item.Close(CaseOutcome.ThanksPassedOn, null, who.AsActor(), now);
            return Task.CompletedTask;
        });
        var page = await (await form.SendAsync()).FollowAsync();
        Assert.Contains("Paldies, lieta atvērta no jauna.", page.Text, StringComparison.Ordinal);
        Assert.Equal(CaseState.New, (await site.LoadAsync(number)).State);
        Assert.Contains("Vēl kas.", page.TextOf(".tl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thanks_after_the_answer_change_nothing_and_are_answered_kindly()
    {
        using var visitor = site.Visitor();
        var (number, _) = await site.SubmitAsync(visitor);
        await CloseWithReplyAsync(number);
        var page = await (await (await visitor.GetAsync("/track/case")).Form("form[data-form=add]").Fill("Input.Text", "Liels paldies!").SendAsync()).FollowAsync();
        Assert.Contains("Paldies par labajiem vārdiem", page.Text, StringComparison.Ordinal);
        Assert.Equal(CaseState.Closed, (await site.LoadAsync(number)).State);
    }

    [Fact]
    public async Task A_client_says_once_that_it_is_not_solved()
    {
        using var visitor = site.Visitor();
        var (number, _) = await site.SubmitAsync(visitor);
        Assert.Equal("/track/case", (await visitor.GetAsync("/track/case/not-solved")).Location); // nothing to say it about yet
        await CloseWithReplyAsync(number);
        Assert.Contains("Vai jautājums ir atrisināts?", (await visitor.GetAsync("/track/case")).Text, StringComparison.Ordinal);
        var form = (await visitor.GetAsync("/track/case/not-solved")).Form("form[data-form=not-solved]");
        Assert.Contains("Uzrakstiet, kas nav atrisināts.", (await form.SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        var page = await (await form.Fill("Input.Text", "Konteineri joprojām ir pilni.").SendAsync()).FollowAsync();
        Assert.Contains("Paldies, ka pateicāt. Lieta atvērta no jauna", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".answerby .d")); // with a new date
        await CloseWithReplyAsync(number);
        Assert.DoesNotContain("Vai jautājums ir atrisināts?", (await visitor.GetAsync("/track/case")).Text, StringComparison.Ordinal);
        Assert.Equal("/track/case", (await visitor.GetAsync("/track/case/not-solved")).Location);
    }

    [Fact]
    public async Task A_message_long_after_closing_becomes_a_new_case_with_its_own_number_and_key()
    {
        using var visitor = site.Visitor();
        var (number, _) = await site.SubmitAsync(visitor);
        await CloseWithReplyAsync(number);
        await site.ChangeAsync(number, (item, _, _, _) => BackdateAsync(item.Id));
        var page = await visitor.GetAsync("/track/case");
        Assert.Contains("no Jūsu ziņas taps jauna lieta", page.Text, StringComparison.Ordinal);
        var done = await (await page.Form("form[data-form=add]").Fill("Input.Text", "Konteineri atkal ir pilni.").SendAsync()).FollowAsync();
        Assert.Contains("tāpēc no Jūsu ziņas tapa jauna lieta", done.Text, StringComparison.Ordinal);
        Assert.NotEqual(number, done.TextOf(".slip dd.num"));
        Assert.Equal(CaseState.Closed, (await site.LoadAsync(number)).State);
    }

    [Fact]
    public async Task A_client_we_asked_reads_what_we_need_and_by_when()
    {
        using var visitor = site.Visitor();
        var (number, _) = await site.SubmitAsync(visitor);
        var today = Domain.Shared.LocalTime.Riga.DateOf(site.Time.Now);
        await site.ChangeAsync(number, async (item, writer, who, now) =>
        {
            var question = item.AskClient("Kurš konteiners?", today.AddDays(7), today, Delivery.TrackingPage, who.AsActor(), now);
            await writer.MarkSentAsync(item, question.Id, now, CancellationToken.None);
        });
        var page = await visitor.GetAsync("/track/case");
        Assert.Contains("Gaidām Jūsu atbildi.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kurš konteiners?", page.TextOf(".tl"), StringComparison.Ordinal);
        await page.Form("form[data-form=add]").Fill("Input.Text", "Zaļais.").SendAsync();
        Assert.Equal(CaseState.InProgress, (await site.LoadAsync(number)).State);
    }

    private Task<int> CloseWithReplyAsync(string number) => site.ChangeAsync(number, async (item, writer, who, now) =>
    {
        var reply = item.Reply("Izvedām.", [], CaseOutcome.Granted, Delivery.TrackingPage, who.AsActor(), now);
        await writer.MarkSentAsync(item, reply.Id, now, CancellationToken.None);
    });

    private Task<int> BackdateAsync(Guid id)
    {
        DateTimeOffset? longAgo = site.Time.Now.AddDays(-40);
        return site.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.ClosedAt, longAgo)));
    }

    [Theory]
    [InlineData("/track/case")]
    [InlineData("/track/case/withdraw")]
    [InlineData("/track/case/not-solved")]
    public async Task Without_number_and_key_nothing_is_shown(string address)
    {
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync(address);
        Assert.Equal("/track", page.Location);
        Assert.Contains("Drošības dēļ lietu aizvērām.", (await page.FollowAsync()).TextOf(".notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_closes_the_case_for_the_next_person()
    {
        using var visitor = site.Visitor();
        await site.SubmitAsync(visitor);
        Assert.Equal("/track", (await (await visitor.GetAsync("/track/case")).Form("form[data-form=end]").SendAsync()).Location);
        Assert.Equal("/track", (await visitor.GetAsync("/track/case")).Location);
    }

    [Fact]
    public async Task Showing_a_case_asks_the_database_six_times()
    {
        using var visitor = site.Visitor();
        await site.SubmitAsync(visitor);
        await visitor.GetAsync("/track/case");
        site.Queries.Reset();
        await visitor.GetAsync("/track/case");
        Assert.True(site.Queries.Count == 6, $"{site.Queries.Count}: {site.Queries.Text}");
    }

    [Fact]
    public async Task A_file_is_handed_only_to_the_client_of_its_case_and_cannot_run()
    {
        using var visitor = site.Visitor();
        await site.SubmitAsync(visitor, f => f.Attach("Input.Files", "līgums.pdf", Pdf).Attach("Input.Files", "foto.png", Png));
        var links = (await visitor.GetAsync("/track/case")).Document.QuerySelectorAll(".doc-l a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(2, links.Count);

        foreach (var (link, disposition, type) in new[] { (links[0], "attachment", "application/pdf"), (links[1], "inline", "image/png") })
        {
            var file = (await visitor.GetAsync(link)).Response;
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal(disposition, file.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal(type, file.Content.Headers.ContentType?.MediaType);
            Assert.Equal("sandbox; default-src 'none'", Assert.Single(file.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(links[0])).Status);
        using var other = site.Visitor();
        await site.SubmitAsync(other);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(links[0])).Status);
    }
}
