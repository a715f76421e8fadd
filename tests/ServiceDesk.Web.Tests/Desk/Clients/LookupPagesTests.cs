using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Clients;

/// <summary>Finding a client, naming the client of a case, and the client's timeline, without scripts.</summary>
public class LookupPagesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Who_does_not_see_clients_finds_none()
    {
        var id = await MakeAsync("Aizliegtā Persona");
        var caseId = await site.SubmitAsync();
        foreach (var person in new[] { DeskCases.Outsider, DeskCases.Auditor })
        {
            var client = await site.SignInAsync(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/desk/clients/find")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/desk/clients/{id}/timeline")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/desk/cases/{caseId}/client")).Status);
        }

        var stranger = await site.SignInAsync(DeskCases.Stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/desk/clients/{id}/timeline")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/desk/cases/{caseId}/client")).Status);
        var page = await (await stranger.GetAsync("/desk/clients/find")).Form("form[data-form=find-client]").Fill("q", "Aizliegtā").SendAsync();
        Assert.DoesNotContain("Aizliegtā Persona", page.TextOf("main"), StringComparison.Ordinal);
        // Who answers for the case reads its client, but says not whose it is.
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Head)).GetAsync($"/desk/cases/{caseId}/client")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Specialist)).GetAsync($"/desk/clients/{Guid.NewGuid()}/timeline")).Status);
    }

    [Fact]
    public async Task The_page_finds_a_client_and_what_was_typed_is_in_no_address()
    {
        var id = await MakeAsync("Ņina Ģertrūde Lapotne", "26414141");
        var desk = await site.SignInAsync(DeskCases.Specialist);
        var page = await desk.GetAsync("/desk/clients/find");
        var found = await page.Form("form[data-form=find-client]").Fill("q", "gertrude lapo").SendAsync();
        Assert.Equal("", found.Response.RequestMessage!.RequestUri!.Query);
        Assert.Contains("Ņina Ģertrūde Lapotne", found.TextOf(".found-clients"), StringComparison.Ordinal);
        Assert.Contains("2641 ••41", found.TextOf(".found-clients"), StringComparison.Ordinal);
        Assert.NotNull(found.Document.QuerySelector($".found-clients a[href='/desk/register?client={id}']"));
        Assert.Contains("26414141", (await found.Form("form[data-form=find-client]").Fill("q", "4141").SendAsync()).TextOf(".found-clients"), StringComparison.Ordinal);
        Assert.Contains("Tāda klienta reģistrā nav.", (await found.Form("form[data-form=find-client]").Fill("q", "nekurnekur").SendAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("vismaz divus", (await found.Form("form[data-form=find-client]").Fill("q", "x").SendAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_gets_options_with_hits_marked_and_everything_encoded()
    {
        var id = await MakeAsync("<b>Rozā</b> Pērle");
        var desk = await site.SignInAsync(DeskCases.Specialist);
        var page = await desk.GetAsync("/desk/register");
        async Task<Page> AskAsync(string typed)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("https://localhost/desk/clients/find"))
            {
                Content = new FormUrlEncodedContent([new("q", typed), new("offersNew", "true"), new("__RequestVerificationToken", page.Form("form[data-form=register]")["__RequestVerificationToken"]!)]),
            };
            request.Headers.Add("HX-Request", "true");
            return await desk.SendAsync(request);
        }

        var options = await AskAsync("perle");
        Assert.Equal(HttpStatusCode.OK, options.Status);
        Assert.NotNull(options.Document.QuerySelector($"[role=option][data-client='{id}'] mark"));
        Assert.DoesNotContain("<b>Rozā</b>", options.Html, StringComparison.Ordinal);
        Assert.Contains("Jauns klients", options.TextOf("#client-option-new"), StringComparison.Ordinal);
        Assert.Empty((await AskAsync("x")).Document.QuerySelectorAll("[role=option]"));
    }

    [Fact]
    public async Task Without_scripts_the_client_is_found_chosen_and_dropped_and_everything_typed_stays()
    {
        var id = await MakeAsync("Velta Dzērve", "26515151", "velta@pasts.example");
        var page = await (await site.SignInAsync(DeskCases.Specialist)).GetAsync("/desk/register");
        var form = page.Form("form[data-form=register]").Fill("Input.Subject", "Pilni konteineri").Fill("Input.Text", "Zvana par konteineriem.").Fill("Input.Client", "515 15").Fill("Input.Address", "Tikko pateiktā iela 5");
        var found = await form.SendToAsync("/desk/register?handler=Client&step=Find");
        Assert.Contains("Velta Dzērve", found.TextOf("#clients-found"), StringComparison.Ordinal);
        Assert.Equal("Pilni konteineri", found.Form("form[data-form=register]")["Input.Subject"]);
        Assert.Null(found.Document.QuerySelector("#errors"));

        var chosen = await found.Form("form[data-form=register]").SendToAsync($"/desk/register?handler=Client&step=Choose&client={id}");
        Assert.Contains("Velta Dzērve", chosen.TextOf("#client-chosen"), StringComparison.Ordinal);
        var filled = chosen.Form("form[data-form=register]");
        Assert.Equal(("Velta Dzērve", "26515151", "velta@pasts.example", "Tikko pateiktā iela 5", "Zvana par konteineriem."),
            (filled["Input.Name"], filled["Input.Phone"], filled["Input.Email"], filled["Input.Address"], filled["Input.Text"]));
        Assert.NotNull(chosen.TextOf(".chosen-card .trio"));

        var dropped = (await filled.SendToAsync("/desk/register?handler=Client&step=Drop")).Form("form[data-form=register]");
        Assert.Equal(("", "Tikko pateiktā iela 5", "Pilni konteineri"), (dropped["Input.Name"], dropped["Input.Address"], dropped["Input.Subject"]));

        var done = await filled.SendAsync();
        var caseId = Guid.Parse(done.Location![^36..]);
        Assert.Equal(id, (await site.LoadAsync(caseId)).ClientId);
        Assert.Contains("Velta Dzērve", (await done.FollowAsync()).TextOf("#client"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_card_is_made_without_leaving_the_form_after_those_that_may_be_the_same_were_seen_once()
    {
        var known = await MakeAsync("Jau Zināmā", "26616161");
        var page = await (await site.SignInAsync(DeskCases.Specialist)).GetAsync("/desk/register");
        var begun = await page.Form("form[data-form=register]").Fill("Input.Subject", "Soliņš").Fill("Input.Text", "Salauzts soliņš.").Fill("Input.Client", "26 616 161").SendToAsync("/desk/register?handler=Client&step=New");
        var form = begun.Form("form[data-form=register]");
        Assert.Equal(("26 616 161", "true"), (form["Input.Phone"], form["Input.NewCard"]));
        Assert.Contains("Jau Zināmā", begun.TextOf(".when-card .duplicates"), StringComparison.Ordinal);
        var other = await MakeAsync("Vēl Zināmāka", "26616162");
        var warned = await form.Fill("Input.HeardFrom", "Internet").Fill("Input.Phone", "26616162").SendAsync();
        Assert.Contains("+ tas pats tālrunis", warned.TextOf(".when-card .duplicates"), StringComparison.Ordinal);
        Assert.NotNull(warned.Document.QuerySelector($".when-card .duplicates [name='Input.CardsShown'][value='{other}']"));
        Assert.Equal("Salauzts soliņš.", warned.Form("form[data-form=register]")["Input.Text"]);
        var done = await warned.Form("form[data-form=register]").SendAsync();
        var item = await site.LoadAsync(Guid.Parse(done.Location![^36..]));
        Assert.NotNull(item.ClientId);
        Assert.NotEqual(known, item.ClientId);
        var card = await site.RunAsync((IServiceDeskDb db) => db.Set<Client>().SingleAsync(c => c.Id == item.ClientId));
        Assert.Equal((ClientKind.Unknown, HeardFrom.Internet), (card.Kind, card.HeardFrom));
    }

    [Theory]
    [InlineData("Input.Phone", "123", "cipar")]
    [InlineData("Input.Name", "", "Kartei vajag vārdu")]
    public async Task Each_fault_of_a_new_card_has_its_sentence(string field, string value, string sentence)
    {
        var page = await (await site.SignInAsync(DeskCases.Specialist)).GetAsync("/desk/register");
        var answer = await page.Form("form[data-form=register]").Fill("Input.Subject", "Temats").Fill("Input.Text", "Teksts").Fill("Input.NewCard", "true").Fill(field, value).SendAsync();
        Assert.Contains(sentence, answer.TextOf("#errors"), StringComparison.Ordinal);
        Assert.Equal("Temats", answer.Form("form[data-form=register]")["Input.Subject"]);
    }

    [Fact]
    public async Task Who_comes_from_a_client_registers_for_that_client()
    {
        var id = await MakeAsync("Atnākusī Kliente", "26717171");
        var page = await (await site.SignInAsync(DeskCases.Specialist)).GetAsync($"/desk/register?client={id}");
        Assert.Contains("Atnākusī Kliente", page.TextOf("#client-chosen"), StringComparison.Ordinal);
        Assert.Equal("26717171", page.Form("form[data-form=register]")["Input.Phone"]);
        Assert.Null((await (await site.SignInAsync(DeskCases.Specialist)).GetAsync($"/desk/register?client={Guid.NewGuid()}")).TextOf("#client-chosen"));
    }

    [Fact]
    public async Task A_suggested_card_is_attached_by_one_press_changed_and_taken_off()
    {
        var hinted = await MakeAsync("Ieteiktā Kliente", email: "ieteikta@pasts.example");
        var other = await MakeAsync("Īstā Kliente", "26818181");
        var id = await RegisterAsync("Pavisam Cits", "ieteikta@pasts.example");
        var desk = await site.SignInAsync(DeskCases.Specialist);
        var page = await desk.GetAsync($"/desk/cases/{id}");
        Assert.Contains("Ieteiktā Kliente", page.TextOf(".client-hints"), StringComparison.Ordinal);
        var attached = await (await page.Form("form[data-form=attach-hint]").SendAsync()).FollowAsync();
        Assert.Equal(hinted, (await site.LoadAsync(id)).ClientId);
        Assert.Contains("Pavisam Cits", attached.TextOf("#client"), StringComparison.Ordinal);
        Assert.Null(attached.TextOf(".client-hints"));

        var change = await desk.GetAsync($"/desk/cases/{id}/client");
        var found = await change.Form("form[data-form=attach]").Fill("q", "818181").SendToAsync($"/desk/cases/{id}/client?handler=Find");
        await found.Form("form[data-form=attach-found]").SendAsync();
        Assert.Equal(other, (await site.LoadAsync(id)).ClientId);
        await (await desk.GetAsync($"/desk/cases/{id}/client")).Form("form[data-form=detach]").SendAsync();
        Assert.Null((await site.LoadAsync(id)).ClientId);
        var made = await (await desk.GetAsync($"/desk/cases/{id}/client")).Form("form[data-form=new-client]").SendAsync();
        Assert.Equal($"/desk/cases/{id}#client", made.Location);
        Assert.NotNull((await site.LoadAsync(id)).ClientId);
    }

    [Fact]
    public async Task A_page_shown_before_somebody_else_saved_attaches_nothing_and_says_so()
    {
        await MakeAsync("Lēnā Kliente", "26919191");
        var id = await RegisterAsync("Lēnā", "lena@pasts.example");
        var desk = await site.SignInAsync(DeskCases.Specialist);
        var page = await desk.GetAsync($"/desk/cases/{id}/client");
        var found = await page.Form("form[data-form=attach]").Fill("q", "919191").SendToAsync($"/desk/cases/{id}/client?handler=Find");
        await (await desk.GetAsync($"/desk/cases/{id}?w=note")).Form("form[data-form=note]").Fill("Input.Text", "Starplaikā.").SendAsync();
        var answer = await found.Form("form[data-form=attach-found]").SendAsync();
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull(answer.TextOf("#errors"));
        Assert.Null((await site.LoadAsync(id)).ClientId);
    }

    [Fact]
    public async Task The_timeline_and_the_filters_of_one_client_lead_from_the_card_beside_the_case()
    {
        var client = await MakeAsync("Laika Josla", "26212121");
        var id = await RegisterAsync("Laika Josla", "laiks@pasts.example", client);
        await RegisterAsync("Cits Cilvēks", "cits@pasts.example");
        var desk = await site.SignInAsync(DeskCases.Specialist);
        var page = await desk.GetAsync($"/desk/cases/{id}");
        Assert.Equal("1atvērta", page.TextOf("#client .trio li"));
        var timeline = await desk.GetAsync($"/desk/clients/{client}/timeline");
        Assert.Equal(HttpStatusCode.OK, timeline.Status);
        Assert.Contains("Laika Josla", timeline.TextOf("h1"), StringComparison.Ordinal);
        Assert.DoesNotContain("Laika Josla", timeline.Document.Title, StringComparison.Ordinal);
        Assert.NotNull(timeline.Document.QuerySelector($".client-tl a[href='/desk/cases/{id}']"));
        Assert.Contains("Ar šiem filtriem nekā nav.", (await desk.GetAsync($"/desk/clients/{client}/timeline?kind=Note&from=2026-01-01&after=x")).Text, StringComparison.Ordinal);
        var list = await desk.GetAsync($"/desk?view=all&client={client}");
        Assert.Single(list.Document.QuerySelectorAll("a[data-row]"));
        Assert.Contains(list.TextsOf(".chips .chip"), c => c.Contains("Laika Josla", StringComparison.Ordinal));
        Assert.Contains("Laika Josla", (await desk.GetAsync($"/desk/search?q=Zvana&client={client}")).TextOf(".of-client"), StringComparison.Ordinal);
    }

    private Task<Guid> MakeAsync(string name, string? phone = null, string? email = null) => site.RunAsync(async (IServiceDeskDb db) =>
    {
        var client = new NewCard(Guid.NewGuid(), ClientKind.Person).Make(new Contact { Name = name, Phone = phone, Email = email }, "lv", Actor.System, new(2026, 6, 18), site.Time.Now);
        db.Set<Client>().Add(client);
        await db.SaveChangesAsync();
        return client.Id;
    });

    /// <summary>A call taken in by the specialist who acts on it.</summary>
    private async Task<Guid> RegisterAsync(string name, string email, Guid? client = null)
    {
        var page = await (await site.SignInAsync(DeskCases.Specialist)).GetAsync($"/desk/register{(client is null ? "" : $"?client={client}")}");
        var done = await page.Form("form[data-form=register]").Fill("Input.Subject", $"Zvans {Guid.NewGuid():N}").Fill("Input.Text", $"Zvana par kaut ko {Guid.NewGuid():N}.").Fill("Input.Name", name).Fill("Input.Email", email).SendAsync();
        return Guid.Parse(done.Location![^36..]);
    }
}
