using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Cases;

/// <summary>Links, merging, splitting, presence and duplicates as people of the desk see them.</summary>
public class LinkPagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("links")]
    [InlineData("merge")]
    [InlineData("split")]
    public async Task Nobody_without_the_right_comes_in(string page)
    {
        var id = await site.SubmitAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Outsider)).GetAsync($"/desk/cases/{id}/{page}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Stranger)).GetAsync($"/desk/cases/{id}/{page}")).Status);
        var owner = await site.SignInAsync(DeskCases.Owner);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/desk/cases/{Guid.NewGuid()}/{page}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync($"/desk/cases/{id}/{page}")).Status);
    }

    [Theory]
    [InlineData("merge/undo")]
    [InlineData("split/undo")]
    public async Task What_was_never_done_cannot_be_undone(string page)
    {
        var id = await site.SubmitAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync($"/desk/cases/{id}/{page}")).Status);
    }

    [Fact]
    public async Task A_link_is_added_by_number_removed_and_put_back()
    {
        var (id, other) = (await site.SubmitAsync(), await site.SubmitAsync(email: null, text: "Pie skolas nedeg neviena laterna."));
        var number = (await site.LoadAsync(other)).Number;
        var owner = await site.SignInAsync(DeskCases.Owner);
        var form = (await owner.GetAsync($"/desk/cases/{id}/links")).Form("form[data-form=link]");
        var missing = await form.SendAsync();
        Assert.Contains("Ierakstiet otras lietas numuru.", missing.Text, StringComparison.Ordinal);
        var unknown = await missing.Form("form[data-form=link]").Fill("Input.Number", "9.9/26/1").SendAsync();
        Assert.Contains("Lieta ar šādu numuru nav atrasta.", unknown.Text, StringComparison.Ordinal);
        var page = await (await unknown.Form("form[data-form=link]").Fill("Input.Number", number).SendAsync()).FollowAsync();
        Assert.Contains(number, page.TextOf("#links"), StringComparison.Ordinal);

        page = await (await page.Form("form[data-form=remove-link]").SendAsync()).FollowAsync();
        Assert.DoesNotContain(number, page.TextOf("#links"), StringComparison.Ordinal);
        page = await (await page.Form("form[data-form=restore-link]").SendAsync()).FollowAsync();
        Assert.Contains(number, page.TextOf("#links"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_cases_of_a_client_are_compared_merged_and_parted_again()
    {
        var (id, other) = (await site.SubmitAsync(), await site.SubmitAsync(text: "Konteineri Upes ielā vēl arvien pilni."));
        var (first, second) = (await site.LoadAsync(id), await site.LoadAsync(other));
        var owner = await site.SignInAsync(DeskCases.Owner);
        var page = await owner.GetAsync($"/desk/cases/{other}/merge");
        Assert.NotNull(page.TextOf("form[data-form=find]"));
        Assert.Contains("Lieta ar šādu numuru nav atrasta.", (await owner.GetAsync($"/desk/cases/{other}/merge?with=1")).Text, StringComparison.Ordinal);
        Assert.Contains("Lietu nevar saistīt ar sevi pašu.", (await owner.GetAsync($"/desk/cases/{other}/merge?with={Uri.EscapeDataString(second.Number)}")).Text, StringComparison.Ordinal);

        page = await owner.GetAsync($"/desk/cases/{other}/merge?with={Uri.EscapeDataString(first.Number)}");
        Assert.Contains("Apvienojot laiku neiegūst", page.Text, StringComparison.Ordinal);
        page = await (await page.Form("form[data-form=merge]").SendAsync()).FollowAsync();
        Assert.Equal(id, (await site.LoadAsync(other)).MergedIntoId); // the one received first goes on
        Assert.Equal(2, page.TextsOf(".msg-in").Count);
        Assert.Contains(second.Number, page.TextOf(".conv"), StringComparison.Ordinal);
        Assert.Contains("Šī lieta apvienota ar lietu", (await owner.GetAsync($"/desk/cases/{other}")).Text, StringComparison.Ordinal);

        page = await owner.GetAsync($"/desk/cases/{other}/merge/undo");
        Assert.Contains("Kopš apvienošanas klientam nekas nav sūtīts", page.Text, StringComparison.Ordinal);
        page = await (await page.Form("form[data-form=undo-merge]").SendAsync()).FollowAsync();
        Assert.Contains("Apvienošana atcelta.", page.Text, StringComparison.Ordinal);
        Assert.Null((await site.LoadAsync(other)).MergedIntoId);
    }

    [Fact]
    public async Task Cases_of_other_clients_need_client_service_and_a_tick()
    {
        var (id, other) = (await site.SubmitAsync(), await site.SubmitAsync(email: "cits.cilveks@pasts.example"));
        var address = $"/desk/cases/{other}/merge?with={Uri.EscapeDataString((await site.LoadAsync(id)).Number)}";
        var page = await (await site.SignInAsync(DeskCases.Owner)).GetAsync(address);
        Assert.Contains("Tādas apvieno tikai klientu apkalpošanas speciālists", page.Text, StringComparison.Ordinal);

        var service = await site.SignInAsync(DeskCases.HeadOfService);
        page = await (await service.GetAsync(address)).Form("form[data-form=merge]").SendAsync();
        Assert.Contains("Atzīmējiet, ka apvienojat dažādu klientu lietas.", page.Text, StringComparison.Ordinal);
        await page.Form("form[data-form=merge]").Fill("Input.ClientsMayDiffer", "true").SendAsync();
        Assert.True((await site.LoadAsync(other)).HasOtherClient);
    }

    [Fact]
    public async Task A_letter_with_two_questions_is_split_and_put_together_again()
    {
        var id = await site.SubmitAsync(text: "Kad izvedīs atkritumus? Un kad salabos laternu?");
        var owner = await site.SignInAsync(DeskCases.Owner);
        var page = await owner.GetAsync($"/desk/cases/{id}/split");
        var missing = await page.Form("form[data-form=split]").Fill("Input.Text", "Un kad salabos laternu?").SendAsync();
        Assert.Contains("laternu", missing.TextOf("textarea"), StringComparison.Ordinal);
        page = await (await missing.Form("form[data-form=split]").Fill("Input.Subject", "Laterna").SendAsync()).FollowAsync();
        Assert.Contains("Atdalīta no", page.TextOf("#links"), StringComparison.Ordinal);
        var part = Guid.Parse(page.Document.QuerySelector("[data-presence]")!.GetAttribute("data-presence")!.Split('/')[3]);
        Assert.Equal("Un kad salabos laternu?", (await site.LoadAsync(part)).Messages.Single(m => m.Kind == MessageKind.Submission).Text);

        page = await owner.GetAsync($"/desk/cases/{part}/split/undo");
        page = await (await page.Form("form[data-form=undo-split]").SendAsync()).FollowAsync();
        Assert.Contains("Sadalīšana atcelta.", page.Text, StringComparison.Ordinal);
        Assert.Equal(id, (await site.LoadAsync(part)).MergedIntoId);
    }

    [Fact]
    public async Task The_page_tells_who_else_is_there_and_only_to_who_may_read()
    {
        var id = await site.SubmitAsync();
        await (await site.SignInAsync(DeskCases.Head)).GetAsync($"/desk/cases/{id}");
        var owner = await site.SignInAsync(DeskCases.Owner);
        var page = await owner.GetAsync($"/desk/cases/{id}");
        Assert.Contains("Jānis Kalniņš", page.TextOf(".presence"), StringComparison.Ordinal);
        Assert.Null((await (await site.SignInAsync(DeskCases.Auditor)).GetAsync($"/desk/cases/{id}")).TextOf(".presence"));
        Assert.Equal(HttpStatusCode.Redirect, (await owner.GetAsync($"/desk/cases/{id}/presence")).Status);
    }

    [Fact]
    public async Task A_colleagues_reply_stands_beside_mine_and_both_are_kept()
    {
        var id = await site.SubmitAsync();
        var (owner, head) = (await site.SignInAsync(DeskCases.Owner), await site.SignInAsync(DeskCases.Head));
        var mine = await owner.GetAsync($"/desk/cases/{id}?w=reply");
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await (await head.GetAsync($"/desk/cases/{id}?w=reply")).Form("form[data-form=reply]").Fill("Input.Text", "Izvedīsim piektdien.").SendAsync();
        var stale = await mine.Form("form[data-form=reply]").Fill("Input.Text", "Izvedīsim rīt.").SendAsync();

        Assert.Equal(["Izvedīsim piektdien.", "Izvedīsim rīt."], stale.TextsOf(".meanwhile blockquote"));
        Assert.Contains("Izvedīsim rīt.", stale.TextOf("form[data-form=reply] textarea"), StringComparison.Ordinal);
        Assert.DoesNotContain((await site.LoadAsync(id)).Messages, m => m.Text == "Izvedīsim rīt.");
        await stale.Form("form[data-form=keep-as-note]").SendAsync();
        Assert.Equal(MessageKind.Note, Assert.Single((await site.LoadAsync(id)).Messages, m => m.Text == "Izvedīsim rīt.").Kind);
    }

    [Fact]
    public async Task Registering_shows_the_same_question_once_and_the_next_press_registers()
    {
        await site.SubmitAsync(email: "divreiz@pasts.example");
        var specialist = await site.SignInAsync(DeskCases.Specialist);
        var form = (await specialist.GetAsync("/desk/register")).Form("form[data-form=register]")
            .Fill("Input.Subject", "Neizvesti atkritumi Upes ielā").Fill("Input.Text", "Zvana vēlreiz.").Fill("Input.Email", "divreiz@pasts.example").Fill("Input.Name", DeskCases.Client);
        var shown = await form.SendAsync();
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("tas pats e-pasts", shown.TextOf(".duplicates"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await shown.Form("form[data-form=register]").SendAsync()).Status);
    }

    [Fact]
    public async Task What_is_no_duplicate_is_remembered_and_what_is_one_is_added()
    {
        var id = await site.SubmitAsync(email: "trisreiz@pasts.example");
        var specialist = await site.SignInAsync(DeskCases.Specialist);
        async Task<Page> ShownAsync() => await (await specialist.GetAsync("/desk/register")).Form("form[data-form=register]")
            .Fill("Input.Subject", "Neizvesti atkritumi Upes ielā").Fill("Input.Text", "Zvana vēlreiz.").Fill("Input.Email", "trisreiz@pasts.example").Fill("Input.Name", DeskCases.Client).SendAsync();

        var added = await (await ShownAsync()).Form("form[data-form=register]").SendToAsync($"/desk/register?handler=AddTo&to={id}");
        Assert.Equal($"/desk/cases/{id}", added.Location);
        Assert.Contains((await site.LoadAsync(id)).Messages, m => m.Kind == MessageKind.Addition && m.Text == "Zvana vēlreiz.");

        var registered = await (await ShownAsync()).Form("form[data-form=register]").Fill("Input.NotDuplicateOf", id.ToString()).SendAsync();
        Assert.Equal(HttpStatusCode.Redirect, registered.Status);
        var link = await site.RunAsync((IServiceDeskDb db) => db.Set<CaseLink>().SingleAsync(l => l.FromId == id));
        Assert.Equal((CaseLinkKind.Duplicate, CaseLinkState.Removed), (link.Kind, link.State));
    }

    [Fact]
    public async Task A_case_from_the_public_form_shows_staff_what_it_looks_like()
    {
        var id = await site.SubmitAsync(email: "cetrreiz@pasts.example");
        var again = await site.SubmitAsync(email: "cetrreiz@pasts.example");
        var owner = await site.SignInAsync(DeskCases.Owner);
        var page = await owner.GetAsync($"/desk/cases/{again}");
        Assert.Contains("Iespējams, tas pats jautājums", page.TextOf("#links"), StringComparison.Ordinal);
        var link = await site.RunAsync((IServiceDeskDb db) => db.Set<CaseLink>().SingleAsync(l => l.FromId == id && l.ToId == again));
        page = await (await page.Form($"form[data-form=accept-link]:has(input[value='{link.Id}'])").SendAsync()).FollowAsync();
        Assert.Contains("Dublikāts", page.TextOf("#links"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clients_old_number_leads_to_the_case_that_answers()
    {
        var (id, other) = (await site.SubmitAsync(), await site.SubmitAsync(text: "Konteineri Upes ielā vēl pilni."));
        var merged = await site.LoadAsync(other);
        var owner = await site.SignInAsync(DeskCases.Owner);
        await (await owner.GetAsync($"/desk/cases/{other}/merge?with={Uri.EscapeDataString((await site.LoadAsync(id)).Number)}")).Form("form[data-form=merge]").SendAsync();
        var visitor = site.Visitor();
        var track = await (await visitor.GetAsync("/track")).Form("form").Fill("Input.Number", merged.Number).Fill("Input.Key", merged.AccessKey).SendAsync();
        var page = await track.FollowAsync();
        Assert.Contains((await site.LoadAsync(id)).Number, page.Text, StringComparison.Ordinal);
        Assert.Contains("Konteineri Upes ielā vēl pilni.", page.Text, StringComparison.Ordinal);
    }
}
