using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Correspondence;

/// <summary>Drafts, prepared texts and the preview, as somebody without scripts uses them.</summary>
public class DraftPagesTests(Site site) : IClassFixture<Site>
{
    private const string Body = "Konteinerus izvedīs rīt no rīta.";

    private async Task<(Guid Id, PageClient Client, Page Page)> OpenAsync(string query = "", string? email = DeskCases.Email)
    {
        var id = await site.SubmitAsync(email: email);
        var client = await site.SignInAsync(DeskCases.Owner);
        return (id, client, await client.GetAsync($"/desk/cases/{id}{query}"));
    }

    [Fact]
    public async Task A_draft_is_saved_by_a_button_and_is_there_when_the_case_is_opened_again()
    {
        var (id, client, page) = await OpenAsync();
        Assert.Equal("Labdien!", page.Form("form[data-form=reply]")["Input.Salutation"]);
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n");
        var saved = await page.Form("form[data-form=reply]").Fill("Input.Text", Body).Fill("Input.Salutation", "Cienījamā kundze!").Fill("Input.Share", "true")
            .Attach("Input.Files", "grafiks.pdf", pdf, "application/pdf").SendToAsync($"/desk/cases/{id}/draft?w=reply");
        Assert.Equal($"/desk/cases/{id}?w=reply#write", saved.Location);
        var again = await client.GetAsync($"/desk/cases/{id}");
        var form = again.Form("form[data-form=reply]");
        Assert.Equal((Body, "Cienījamā kundze!", "0", "true"), (form["Input.Text"], form["Input.Salutation"], form["Input.DraftVersion"], form["Input.Share"]));
        Assert.Contains("grafiks.pdf", again.TextOf(".kept"), StringComparison.Ordinal);
        var list = await client.GetAsync("/desk/drafts");
        Assert.Contains(Body, list.TextOf(".draft-list"), StringComparison.Ordinal);

        // Sent, the file goes with it and the draft is gone.
        await form.SendAsync();
        Assert.Equal("grafiks.pdf", Assert.Single((await site.LoadAsync(id)).Messages[^1].Attachments).FileName);
        Assert.DoesNotContain($"/desk/cases/{id}", (await client.GetAsync("/desk/drafts")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_is_answered_with_a_fragment_and_a_conflict_with_a_choice()
    {
        var (id, client, page) = await OpenAsync();
        var form = page.Form("form[data-form=reply]").Fill("Input.Text", Body);
        client.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        var first = await form.SendToAsync($"/desk/cases/{id}/draft?w=reply");
        Assert.Equal(("Saved", "0"), (first.Document.QuerySelector("[data-fate]")!.GetAttribute("data-fate"), first.Document.QuerySelector("[data-fate]")!.GetAttribute("data-version")));
        var stale = await form.Fill("Input.Text", "Cits teksts no cita loga.").SendToAsync($"/desk/cases/{id}/draft?w=reply");
        Assert.Equal("SavedElsewhere", stale.Document.QuerySelector("[data-fate]")!.GetAttribute("data-fate"));
        Assert.NotNull(stale.TextOf("[data-overwrite]"));
        client.Http.DefaultRequestHeaders.Remove("HX-Request");

        var both = await form.SendToAsync($"/desk/cases/{id}/draft?w=reply");
        Assert.Contains("Cits teksts no cita loga.", both.Text, StringComparison.Ordinal);
        Assert.Contains(Body, both.Text, StringComparison.Ordinal);
        Assert.Equal($"/desk/cases/{id}?w=reply#write", (await both.Form("form[data-form=keep-mine]").SendAsync()).Location);
        Assert.Equal("Cits teksts no cita loga.", (await client.GetAsync($"/desk/cases/{id}")).Form("form[data-form=reply]")["Input.Text"]);
    }

    [Fact]
    public async Task A_prepared_text_is_put_in_without_scripts_and_what_was_typed_stays()
    {
        var (id, client, page) = await OpenAsync();
        var module = await site.RunAsync((IServiceDeskDb db) => db.Set<TextModule>().Where(m => m.Code == "hours").Select(m => m.Id).SingleAsync());
        var answer = await page.Form("form[data-form=reply]").Fill("Input.Text", Body).Fill("Input.Insert", module.ToString()).SendToAsync($"/desk/cases/{id}/draft?handler=Insert&w=reply");
        var text = (await answer.FollowAsync()).Form("form[data-form=reply]")["Input.Text"]!;
        Assert.StartsWith(Body, text, StringComparison.Ordinal);
        Assert.Contains("Apmeklētājus pieņemam: Pr.", text, StringComparison.Ordinal);
        using var json = await client.Http.GetAsync($"/desk/cases/{id}/draft?w=reply&handler=Text&text={module}", TestContext.Current.CancellationToken);
        Assert.Contains("Apmekl", await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Stranger)).GetAsync($"/desk/cases/{id}/draft?w=reply&handler=Text&text={module}")).Status);
    }

    [Fact]
    public async Task The_proposed_template_begins_an_empty_letter_and_a_gap_keeps_it_in_the_house()
    {
        var (id, _, page) = await OpenAsync();
        Assert.Contains("Sūdzība ir pamatota, trūkums novērsts (ieteicamā)", page.TextOf("#Input_Insert"), StringComparison.Ordinal);
        var begun = await (await page.Form("form[data-form=reply]").SendToAsync($"/desk/cases/{id}/draft?handler=Insert&w=reply")).FollowAsync();
        var refused = await begun.Form("form[data-form=reply]").SendAsync();
        Assert.Contains("neaizpildīta vieta: {{?ko un kad izdarījām}}", refused.TextOf("#errors"), StringComparison.Ordinal);
        Assert.Contains("{{?ko un kad izdarījām}}", refused.Form("form[data-form=reply]")["Input.Text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_shows_page_and_mail_and_sends()
    {
        var (id, client, page) = await OpenAsync();
        var preview = await (await page.Form("form[data-form=reply]").Fill("Input.Text", Body + " Skatiet https://example.org/grafiks.").SendToAsync($"/desk/cases/{id}/draft?handler=Preview&w=reply")).FollowAsync();
        Assert.Contains(Body, preview.TextOf("[aria-labelledby=on-page]"), StringComparison.Ordinal);
        Assert.Contains("Līga Zariņa", preview.TextOf("[aria-labelledby=on-page]"), StringComparison.Ordinal);
        Assert.Contains("Lietas gaitu varat skatīt", preview.TextOf("[aria-labelledby=in-mail]"), StringComparison.Ordinal);
        Assert.Equal("https://example.org/grafiks", preview.Document.QuerySelector(".letter a")!.GetAttribute("href"));
        var sent = await preview.Form("form[data-form=send]").SendAsync();
        Assert.Equal($"/desk/cases/{id}", sent.Location);
        Assert.StartsWith(Body, (await site.LoadAsync(id)).Messages[^1].Letter!.Body, StringComparison.Ordinal);
        Assert.Contains("Līga Zariņa", (await sent.FollowAsync()).TextOf(".msg-out .letter"), StringComparison.Ordinal);
        Assert.Equal($"/desk/cases/{id}?w=reply#write", (await client.GetAsync($"/desk/cases/{id}/preview?w=reply")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Stranger)).GetAsync($"/desk/cases/{id}/preview?w=reply")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Auditor)).GetAsync($"/desk/cases/{id}/preview?w=reply")).Status);
    }

    [Fact]
    public async Task An_interim_reply_is_kept_previewed_and_sent_with_its_date()
    {
        var (id, _, page) = await OpenAsync("?w=interim");
        var day = page.Form("form[data-form=interim]")["Input.PromisedOn"]!;
        var preview = await (await page.Form("form[data-form=interim]").Fill("Input.Text", "Gaidām pārvadātāju.").SendToAsync($"/desk/cases/{id}/draft?handler=Preview&w=interim")).FollowAsync();
        Assert.Contains("Atbildi saņemsiet līdz", preview.TextOf("[aria-labelledby=on-page]"), StringComparison.Ordinal);
        await preview.Form("form[data-form=send]").SendAsync();
        var message = (await site.LoadAsync(id)).Messages[^1];
        Assert.Equal((MessageKind.InterimReply, day), (message.Kind, message.PromisedOn!.Value.ToString("yyyy-MM-dd", null)));
    }

    [Theory]
    [InlineData("Input.Salutation", "Ierakstiet uzrunu.")]
    [InlineData("Input.NextSteps", "Pasakiet, kas notiks tālāk")]
    public async Task A_letter_without_one_of_its_parts_says_what_is_missing(string field, string sentence)
    {
        var (_, _, page) = await OpenAsync();
        var again = await page.Form("form[data-form=reply]").Fill("Input.Text", Body).Fill(field, "").SendAsync();
        Assert.Contains(sentence, again.TextOf("#errors"), StringComparison.Ordinal);
        Assert.Equal(Body, again.Form("form[data-form=reply]")["Input.Text"]);
    }

    [Fact]
    public async Task A_draft_is_thrown_away_and_had_back()
    {
        var (id, client, page) = await OpenAsync("?w=note");
        var there = await (await page.Form("form[data-form=note]").Fill("Input.Text", "Piezīmes sākums").SendToAsync($"/desk/cases/{id}/draft?w=note")).FollowAsync();
        var gone = await (await there.Form("form[data-form=discard-draft]").SendAsync("draft")).FollowAsync();
        Assert.Equal("", gone.Form("form[data-form=note]")["Input.Text"]);
        var back = await (await gone.Form("form[data-form=restore-draft]").SendAsync("draft")).FollowAsync();
        Assert.Equal("Piezīmes sākums", back.Form("form[data-form=note]")["Input.Text"]);
        var list = await client.GetAsync("/desk/drafts");
        var after = await (await list.Form("form[data-form=discard]").SendAsync("draft")).FollowAsync();
        Assert.Contains("Melnraksts izmests", after.Text, StringComparison.Ordinal);
        await after.Form("form[data-form=restore]").SendAsync("draft");
        Assert.Contains("Piezīmes sākums", (await client.GetAsync("/desk/drafts")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_of_the_unit_reads_and_takes_over_a_shared_draft()
    {
        var (id, _, page) = await OpenAsync();
        await page.Form("form[data-form=reply]").Fill("Input.Text", Body).Fill("Input.Share", "true").SendToAsync($"/desk/cases/{id}/draft?w=reply");
        var head = await site.SignInAsync(DeskCases.Head);
        var seen = await head.GetAsync($"/desk/cases/{id}");
        Assert.Contains("Līga Zariņa raksta: Atbilde", seen.TextOf(".draft-note"), StringComparison.Ordinal);
        var address = seen.Document.QuerySelector(".draft-note a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Stranger)).GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Auditor)).GetAsync(address)).Status);
        var draft = await head.GetAsync(address);
        Assert.Contains(Body, draft.Text, StringComparison.Ordinal);
        var taken = await (await draft.Form("form[data-form=take-over]").SendAsync()).FollowAsync();
        Assert.Equal(Body, taken.Form("form[data-form=reply]")["Input.Text"]);
        var told = await page.Form("form[data-form=reply]").Fill("Input.Text", Body + " Vēl.").SendToAsync($"/desk/cases/{id}/draft?w=reply");
        Assert.Equal(HttpStatusCode.Redirect, told.Status); // begun anew, beside the colleague's
    }

    [Fact]
    public async Task Drafts_are_for_those_who_answer()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Auditor)).GetAsync("/desk/drafts")).Status);
        var empty = await (await site.SignInAsync(DeskCases.Person("Sanita"))).GetAsync("/desk/drafts");
        Assert.Contains("Melnrakstu nav.", empty.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_form_of_this_site_gives_the_text_back_and_a_foreign_one_nothing()
    {
        var (id, client, page) = await OpenAsync();
        Task<Page> Post(string origin)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/desk/cases/{id}?handler=Reply&w=reply");
            request.Headers.Add("Sec-Fetch-Site", origin);
            var form = page.Form("form[data-form=reply]").Fill("Input.Text", Body);
            request.Content = new FormUrlEncodedContent(new[] { "Input.Token", "Input.Version", "Input.SeenAt", "Input.Salutation", "Input.Text", "Input.NextSteps", "Input.Delivery" }
                .Select(name => KeyValuePair.Create(name, form[name] ?? "")).Append(new("__RequestVerificationToken", "old")));
            return client.SendAsync(request);
        }

        var foreign = await Post("cross-site");
        Assert.Equal(HttpStatusCode.BadRequest, foreign.Status);
        Assert.DoesNotContain(Body, foreign.Text, StringComparison.Ordinal);
        var kept = await Post("same-origin");
        Assert.Contains(Body, kept.Text, StringComparison.Ordinal);
        var sent = await kept.Form("form[data-form=kept]").SendAsync();
        Assert.Equal($"/desk/cases/{id}", sent.Location);
        Assert.Equal(Body, (await site.LoadAsync(id)).Messages[^1].Letter!.Body);
    }
}
