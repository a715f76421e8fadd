using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Cases;

public class ShowCasePageTests(Site site) : IClassFixture<Site>
{
    private const string Answer = "Labdien! Konteinerus izvedīs rīt no rīta. Atvainojamies par kavēšanos.";

    [Fact]
    public async Task Nobody_without_the_right_reads_a_case()
    {
        var id = await site.SubmitAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Outsider)).GetAsync($"/desk/cases/{id}")).Status);
        var stranger = await site.SignInAsync(DeskCases.Stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/desk/cases/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/desk/cases/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/desk/cases/{id}/print")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/desk/cases/{id}/close")).Status);
    }

    [Fact]
    public async Task The_page_shows_the_conversation_the_client_and_why_this_date()
    {
        var id = await site.SubmitAsync();
        var page = await OpenAsync(id);
        Assert.Contains(DeskCases.Text, page.TextOf(".msg-in"), StringComparison.Ordinal);
        Assert.Contains(DeskCases.Client, page.TextOf(".side"), StringComparison.Ordinal);
        Assert.Contains("Kāpēc šis datums?", page.TextOf(".clock"), StringComparison.Ordinal);
        Assert.Contains("SIG 21.1", page.TextOf(".clock"), StringComparison.Ordinal);
        Assert.Contains(DeskCases.Email, page.TextOf("form[data-form=reply]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_who_gave_no_leave_is_hidden_in_words_and_the_address_is_masked()
    {
        var id = await site.SubmitAsync(unitMayKnow: false);
        var page = await OpenAsync(id);
        Assert.DoesNotContain(DeskCases.Client, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskCases.Email, page.Html, StringComparison.Ordinal);
        Assert.Contains("Klients nav atļāvis nodaļai zināt, kas viņš ir", page.TextOf(".side"), StringComparison.Ordinal);
        Assert.Contains("@pasts.example", page.TextOf("form[data-form=reply]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sees_heads_only_gets_number_and_dates_and_nothing_else()
    {
        var id = await site.SubmitAsync();
        var page = await OpenAsync(id, DeskCases.Auditor);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Redzat tikai lietas galvu", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.TextOf(".clock"));
        Assert.Null(page.TextOf(".msg"));
        Assert.Null(page.TextOf(".comp"));
        Assert.DoesNotContain("Upes iel", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskCases.Client, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_goes_to_the_outbox_and_closes_the_case_when_it_has_left()
    {
        var id = await site.SubmitAsync();
        await site.SendOutboxAsync();
        var page = await OpenAsync(id);
        var answer = await page.Form("form[data-form=reply]").Fill("Input.Text", Answer).Fill("Input.Outcome", "Granted").SendAsync();
        Assert.Equal($"/desk/cases/{id}", answer.Location);
        Assert.Contains("Atbilde nodota nosūtīšanai", (await answer.FollowAsync()).TextOf(".notice-ok"), StringComparison.Ordinal);

        var item = await site.LoadAsync(id);
        Assert.Equal(DeliveryState.Queued, item.Messages[^1].DeliveryState);
        Assert.Equal(CaseState.InProgress, item.State);
        site.Time.Advance(TimeSpan.FromSeconds(20));
        await site.SendOutboxAsync();
        item = await site.LoadAsync(id);
        Assert.Equal((CaseState.Closed, CaseOutcome.Granted), (item.State, item.Outcome));
        var closed = await OpenAsync(id);
        Assert.NotNull(closed.TextOf("form[data-form=note]"));
        Assert.Null(closed.TextOf("form[data-form=reply]"));
    }

    [Fact]
    public async Task An_empty_reply_says_what_is_missing()
    {
        var page = await OpenAsync(await site.SubmitAsync());
        var again = await page.Form("form[data-form=reply]").SendAsync();
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Uzrakstiet atbildi klientam.", again.TextOf("#errors"), StringComparison.Ordinal);
        Assert.StartsWith("Kļūda:", again.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_without_a_way_to_send_it_is_refused()
    {
        var page = await OpenAsync(await site.SubmitAsync());
        var again = await page.Form("form[data-form=reply]").Fill("Input.Text", Answer).Without("Input.Delivery").SendAsync();
        Assert.Contains("Izvēlieties, kā vēstuli nosūtīt.", again.TextOf("#errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_to_a_client_without_address_is_refused_and_the_text_kept()
    {
        var page = await OpenAsync(await site.SubmitAsync(email: null));
        var again = await page.Form("form[data-form=reply]").Fill("Input.Text", Answer).Fill("Input.Delivery", "Email").SendAsync();
        Assert.Contains("e-pasta adrese nav zināma", again.TextOf("#errors"), StringComparison.Ordinal);
        Assert.Equal(Answer, again.Form("form[data-form=reply]")["Input.Text"]);
    }

    [Fact]
    public async Task An_interim_reply_promises_the_date_once_it_has_left()
    {
        var id = await site.SubmitAsync();
        await site.SendOutboxAsync();
        var page = await OpenAsync(id, query: "?w=interim");
        Assert.Contains("5. darba diena", page.TextOf("#promise-day"), StringComparison.Ordinal);
        var day = page.Form("form[data-form=interim]")["Input.PromisedOn"]!;
        await page.Form("form[data-form=interim]").Fill("Input.Text", "Gaidām pārvadātāja atbildi.").SendAsync();
        site.Time.Advance(TimeSpan.FromSeconds(20));
        await site.SendOutboxAsync();
        Assert.Equal(day, (await site.LoadAsync(id)).NextDueOn!.Value.ToString("yyyy-MM-dd", null));
        Assert.Contains("Solīts līdz", (await OpenAsync(id)).TextOf(".msg-out"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interim_reply_needs_date_and_explanation_and_keeps_within_the_bounds()
    {
        var page = await OpenAsync(await site.SubmitAsync(), query: "?w=interim");
        var empty = await page.Form("form[data-form=interim]").Fill("Input.PromisedOn", "").SendAsync();
        Assert.Contains("Paskaidrojiet klientam, kāpēc vajag vairāk laika.", empty.TextOf("#errors"), StringComparison.Ordinal);
        Assert.Contains("Norādiet datumu, līdz kuram atbildēsim.", empty.TextOf("#errors"), StringComparison.Ordinal);
        var late = await page.Form("form[data-form=interim]").Fill("Input.PromisedOn", "2027-06-18").Fill("Input.Text", "Gaidām.").SendAsync();
        Assert.Contains("Vēlākais datums", late.TextOf("#errors"), StringComparison.Ordinal);
        Assert.Equal("Gaidām.", late.Form("form[data-form=interim]")["Input.Text"]);
        var past = await page.Form("form[data-form=interim]").Fill("Input.PromisedOn", "2020-01-02").Fill("Input.Text", "Gaidām.").SendAsync();
        Assert.Contains("vēlākam par šodienu", past.TextOf("#errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_meaning_of_a_date_is_told_before_it_is_promised()
    {
        var id = await site.SubmitAsync();
        var client = await site.SignInAsync(DeskCases.Owner);
        // Midsummer's Eve 23 June is a holiday.
        Assert.Contains("brīvdiena", (await client.GetAsync($"/desk/cases/{id}?handler=Promise&on=2027-06-23")).Text, StringComparison.Ordinal);
        Assert.Equal("", (await client.GetAsync($"/desk/cases/{id}?handler=Promise&on=2020-01-01")).Text);
    }

    [Fact]
    public async Task A_note_stays_in_the_house()
    {
        var id = await site.SubmitAsync();
        var page = await OpenAsync(id, query: "?w=note");
        Assert.NotNull(page.TextOf(".comp.note"));
        Assert.Contains("Uzrakstiet piezīmi.", (await page.Form("form[data-form=note]").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        await page.Form("form[data-form=note]").Fill("Input.Text", "Zvanīju pārvadātājam.").SendAsync();
        Assert.Contains("Iekšēja piezīme, klients neredz", (await OpenAsync(id)).TextOf(".msg-note"), StringComparison.Ordinal);
        Assert.DoesNotContain("Zvanīju", (await OpenAsync(id, query: "/print")).Text, StringComparison.Ordinal);
        Assert.Contains("Zvanīju", (await OpenAsync(id, query: "/print?notes=true")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_sends_one_letter()
    {
        var id = await site.SubmitAsync();
        var page = await OpenAsync(id);
        var form = page.Form("form[data-form=reply]").Fill("Input.Text", Answer);
        var twice = await Task.WhenAll(form.SendAsync(), form.SendAsync());
        Assert.All(twice, answer => Assert.Equal($"/desk/cases/{id}", answer.Location));
        Assert.Equal($"/desk/cases/{id}", (await form.SendAsync()).Location);
        Assert.Single((await site.LoadAsync(id)).Messages, m => m.Kind == MessageKind.Reply);
        Assert.Equal(1, await site.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().CountAsync(o => o.CaseId == id && o.Subject.StartsWith("Atbilde"))));

        // Other words from the same form, sent after the back button, are not swallowed.
        var other = await form.Fill("Input.Text", "Cits teksts.").SendAsync();
        Assert.Equal("Cits teksts.", other.Form("form[data-form=reply]")["Input.Text"]);
        await other.Form("form[data-form=reply]").SendAsync();
        Assert.Equal(2, (await site.LoadAsync(id)).Messages.Count(m => m.Kind == MessageKind.Reply));
    }

    [Fact]
    public async Task A_stale_save_shows_what_the_other_did_keeps_the_text_and_goes_through_the_second_time()
    {
        var id = await site.SubmitAsync();
        var mine = await OpenAsync(id);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        var colleague = await OpenAsync(id, DeskCases.Head, "?w=note");
        await colleague.Form("form[data-form=note]").Fill("Input.Text", "Es jau zvanīju klientei.").SendAsync();

        var stale = await mine.Form("form[data-form=reply]").Fill("Input.Text", Answer).SendAsync();
        Assert.Contains("lietu izmainīja kolēģis", stale.TextOf("#errors"), StringComparison.Ordinal);
        Assert.Contains("Jānis Kalniņš", stale.TextOf(".meanwhile"), StringComparison.Ordinal);
        Assert.Contains("Es jau zvanīju klientei.", stale.TextOf(".meanwhile"), StringComparison.Ordinal);
        Assert.Equal(Answer, stale.Form("form[data-form=reply]")["Input.Text"]);
        Assert.DoesNotContain((await site.LoadAsync(id)).Messages, m => m.Kind == MessageKind.Reply);

        Assert.Equal($"/desk/cases/{id}", (await stale.Form("form[data-form=reply]").SendAsync()).Location);
        Assert.Single((await site.LoadAsync(id)).Messages, m => m.Kind == MessageKind.Reply);
    }

    [Fact]
    public async Task A_letter_is_taken_back_before_it_leaves_and_its_text_returns()
    {
        var id = await site.SubmitAsync();
        await site.SendOutboxAsync();
        var page = await OpenAsync(id);
        var sent = await (await page.Form("form[data-form=reply]").Fill("Input.Text", Answer).SendAsync()).FollowAsync();
        var form = sent.Form("form[data-form=take-back]");
        var back = await (await form.SendAsync()).FollowAsync();
        Assert.Equal(Answer, back.Form("form[data-form=reply]")["Input.Text"]);
        Assert.Null(back.TextOf(".msg-out"));
        site.Time.Advance(TimeSpan.FromMinutes(5));
        await site.SendOutboxAsync();
        Assert.DoesNotContain((await site.LoadAsync(id)).Messages, m => m is { Kind: MessageKind.Reply, DeliveryState: DeliveryState.Sent });
        Assert.Contains("vairs nevar atsaukt", (await form.SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_survive_a_correction_and_are_given_only_to_readers_of_the_case()
    {
        var id = await site.SubmitAsync();
        var page = await OpenAsync(id);
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n");
        var again = await page.Form("form[data-form=reply]").Attach("Input.Files", "grafiks.pdf", pdf, "application/pdf").SendAsync();
        Assert.Contains("grafiks.pdf", again.TextOf(".kept"), StringComparison.Ordinal);
        await again.Form("form[data-form=reply]").Fill("Input.Text", Answer).SendAsync();
        var file = Assert.Single((await site.LoadAsync(id)).Messages.SelectMany(m => m.Attachments));

        var address = $"/desk/cases/{id}/files/{file.Id}";
        using var mine = await (await site.SignInAsync(DeskCases.Owner)).Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(pdf, await mine.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", mine.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Stranger)).GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Auditor)).GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync($"/desk/cases/{await site.SubmitAsync()}/files/{file.Id}")).Status);
    }

    [Fact]
    public async Task A_failed_letter_is_sent_again_to_a_corrected_address()
    {
        var id = await site.SubmitAsync();
        var letter = await site.FailLastLetterAsync(id);
        var page = await OpenAsync(id);
        Assert.Contains("550 no such mailbox", page.TextOf(".failed-box"), StringComparison.Ordinal);
        var wrong = await page.Form("form[data-form=send-again]").Fill("Failed.Address", "ilze at pasts").SendAsync();
        Assert.Contains("Uz šo e-pasta adresi nevar rakstīt", wrong.TextOf("#errors"), StringComparison.Ordinal);
        await page.Form("form[data-form=send-again]").Fill("Failed.Address", "ilze@pasts.example").SendAsync();
        var item = await site.LoadAsync(id);
        Assert.False(item.HasFailedMessage);
        Assert.Equal("ilze@pasts.example", await site.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().Where(o => o.MessageId == letter).Select(o => o.ToAddress).SingleAsync()));
    }

    [Fact]
    public async Task A_failed_letter_is_settled_only_with_a_reason()
    {
        var id = await site.SubmitAsync(unitMayKnow: false);
        await site.FailLastLetterAsync(id);
        var page = await OpenAsync(id);
        var empty = await page.Form("form[data-form=settle]").SendAsync();
        Assert.Contains("Uzrakstiet, kā klients atbildi saņēma.", empty.TextOf("#errors"), StringComparison.Ordinal);
        await page.Form("form[data-form=settle]").Fill("Failed.Reason", "Pateicu pa tālruni 18. jūnijā.").SendAsync();
        Assert.False((await site.LoadAsync(id)).HasFailedMessage);
    }

    [Fact]
    public async Task Somebody_of_the_unit_takes_a_case_over()
    {
        var id = await site.SubmitAsync();
        var page = await OpenAsync(id);
        await page.Form("form[data-form=take-over]").SendAsync();
        Assert.Equal(await site.EmployeeAsync(DeskCases.Owner), (await site.LoadAsync(id)).AssigneeId);
        Assert.Null((await OpenAsync(id)).TextOf("form[data-form=take-over]"));
    }

    [Fact]
    public async Task When_the_session_has_ended_the_text_is_shown_and_can_be_sent_after_signing_in()
    {
        var id = await site.SubmitAsync();
        var client = await site.SignInAsync(DeskCases.Owner);
        var page = await client.GetAsync($"/desk/cases/{id}");
        var form = page.Form("form[data-form=reply]").Fill("Input.Text", Answer);
        await page.Form("form[action='/sign-out']").SendAsync();

        var kept = await form.SendAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, kept.Status);
        Assert.Contains(Answer, kept.Text, StringComparison.Ordinal);
        await client.SignInAsync(DeskCases.Owner.Email, Application.Demo.DemoPeople.Password);
        Assert.Equal($"/desk/cases/{id}", (await kept.Form("form[data-form=kept]").SendAsync()).Location);
        Assert.Equal(Answer, (await site.LoadAsync(id)).Messages[^1].Letter!.Body);
    }

    [Fact]
    public async Task The_page_asks_the_database_as_often_for_a_long_conversation_as_for_a_short_one()
    {
        var id = await site.SubmitAsync(text: "Bibliotēkas durvis rītos neveras vaļā.", email: "viens.pats@pasts.example");
        var client = await site.SignInAsync(DeskCases.Owner);
        await client.GetAsync($"/desk/cases/{id}");
        site.Queries.Reset();
        await client.GetAsync($"/desk/cases/{id}");
        var before = site.Queries.Count;
        for (var i = 0; i < 12; i++)
        {
            var page = await client.GetAsync($"/desk/cases/{id}?w=note");
            await page.Form("form[data-form=note]").Fill("Input.Text", $"Piezīme {i}").SendAsync();
        }

        await client.GetAsync($"/desk/cases/{id}");
        site.Queries.Reset();
        await client.GetAsync($"/desk/cases/{id}");
        Assert.True(before == site.Queries.Count, site.Queries.Text);
        // The eleventh reads who signs and the drafts, the twelfth writes down who read a complaint.
        Assert.True(site.Queries.Count <= 12, $"{site.Queries.Count}: {site.Queries.Text}");
    }

    private async Task<Page> OpenAsync(Guid id, Application.Demo.DemoPerson? person = null, string query = "") =>
        await (await site.SignInAsync(person ?? DeskCases.Owner)).GetAsync($"/desk/cases/{id}{query}");
}
