using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Cases;

/// <summary>The pages behind "More" on a case, walked through as staff use them.</summary>
public class StepPagesTests(Site site) : IClassFixture<Site>
{
    private static string Of(Guid id, string step = "") => $"/desk/cases/{id}{step}";

    [Theory]
    [InlineData("/ask-client")]
    [InlineData("/ask")]
    [InlineData("/forward")]
    [InlineData("/confidential")]
    public async Task Only_who_handles_the_case_enters(string step)
    {
        var id = await site.SubmitAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Auditor)).GetAsync(Of(id, step))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Stranger)).GetAsync(Of(id, step))).Status);
        var head = await site.SignInAsync(DeskCases.Head);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(Of(Guid.NewGuid(), step))).Status);
        var page = await head.GetAsync(Of(id, step));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("[Desk.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_of_a_case_leads_to_each_step_and_not_to_those_that_make_no_sense()
    {
        var id = await site.SubmitAsync();
        await site.SendOutboxAsync();
        var head = await site.SignInAsync(DeskCases.Head);
        string?[] links = [.. (await head.GetAsync(Of(id))).Document.QuerySelectorAll(".more-menu a").Select(a => a.GetAttribute("href"))];
        foreach (var step in new[] { "/ask-client", "/ask", "/forward", "/confidential", "/print" })
            Assert.Contains(Of(id, step), links);
        await (await head.GetAsync(Of(id, "/close"))).Form("form[data-form=close]").Fill("Input.Outcome", "Withdrawn").Fill("Input.Reason", "Atsauca").SendAsync();
        var closed = await head.GetAsync(Of(id));
        Assert.DoesNotContain(closed.Document.QuerySelectorAll(".more-menu a"), a => a.GetAttribute("href") == Of(id, "/forward"));
        Assert.NotNull(closed.Document.QuerySelector($"a[href='{Of(id, "/reopen")}']"));
    }

    [Fact]
    public async Task A_question_says_that_no_term_stops_and_makes_the_case_wait()
    {
        var id = await site.SubmitAsync();
        var head = await site.SignInAsync(DeskCases.Head);
        var page = await head.GetAsync(Of(id, "/ask-client"));
        Assert.Contains("Gaidot klientu, termiņi neapstājas.", page.Text, StringComparison.Ordinal);
        Assert.Contains("nosūtiet arī starpatbildi", page.Text, StringComparison.Ordinal);
        Assert.Contains("Uzrakstiet jautājumu.", (await page.Form("form[data-form=ask-client]").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        Assert.Contains("Gaidīšanas dienai jābūt vēlākai", (await page.Form("form[data-form=ask-client]").Fill("Input.Text", "Kurš?").Fill("Input.Until", "2020-01-01").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        await page.Form("form[data-form=ask-client]").Fill("Input.Text", "Kurš konteiners?").Fill("Input.Delivery", "Phone").SendAsync();
        var waiting = await head.GetAsync(Of(id));
        Assert.Contains("Gaidām klientu", waiting.TextOf(".step-note"), StringComparison.Ordinal);
        Assert.Contains("Gaida klientu", waiting.TextOf(".meta .state"), StringComparison.Ordinal);
        Assert.Contains((await site.LoadAsync(id)).Number, (await head.GetAsync("/desk?view=waiting")).Text, StringComparison.Ordinal);
        await waiting.Form("form[data-form=stop-waiting]").Fill("reason", "Piezvanīja").SendAsync();
        Assert.Equal(CaseState.InProgress, (await site.LoadAsync(id)).State);
    }

    [Fact]
    public async Task A_closed_case_is_opened_with_a_reason_and_owes_a_reply_again()
    {
        var id = await site.SubmitAsync();
        await site.SendOutboxAsync();
        var head = await site.SignInAsync(DeskCases.Head);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(Of(id, "/reopen"))).Status); // open already
        await (await head.GetAsync(Of(id, "/close"))).Form("form[data-form=close]").Fill("Input.Outcome", "Withdrawn").Fill("Input.Reason", "Atsauca").SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Stranger)).GetAsync(Of(id, "/reopen"))).Status);
        var page = await head.GetAsync(Of(id, "/reopen"));
        Assert.Contains("Klientam būs jāatbild līdz", page.Text, StringComparison.Ordinal);
        Assert.Contains("Norādiet, kāpēc lietu atver.", (await page.Form("form[data-form=reopen]").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        Assert.Equal(Of(id), (await page.Form("form[data-form=reopen]").Fill("Input.Reason", "Jauni fakti").SendAsync()).Location);
        var item = await site.LoadAsync(id);
        Assert.True(item.IsOpen && item.NextDueOn is not null);
    }

    [Fact]
    public async Task A_restricted_case_shows_its_head_only_and_says_why()
    {
        var id = await site.SubmitAsync();
        var head = await site.SignInAsync(DeskCases.Head);
        var page = await head.GetAsync(Of(id, "/confidential"));
        Assert.Contains("Norādiet iemeslu.", (await page.Form("form[data-form=confidential]").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        var reader = await site.EmployeeAsync(DeskCases.Stranger);
        await page.Form("form[data-form=confidential]").Fill("Input.Reason", "Veselības dati").Fill("Input.Readers", reader.ToString()).SendAsync();
        Assert.Contains("Agnese Lapiņa", (await head.GetAsync(Of(id))).TextOf(".step-note"), StringComparison.Ordinal);

        var service = await site.SignInAsync(DeskCases.HeadOfService);
        var closed = await service.GetAsync(Of(id));
        Assert.Contains("Lieta ir konfidenciāla", closed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Upes ielā", closed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Veselības dati", closed.Html, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await service.GetAsync(Of(id, "/print"))).Status);
        Assert.Contains("Upes ielā", (await (await site.SignInAsync(DeskCases.Stranger)).GetAsync(Of(id))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignInAsync(DeskCases.Stranger)).GetAsync(Of(id, "/print"))).Status);

        await (await head.GetAsync(Of(id, "/confidential"))).Form("form[data-form=lift]").Fill("Input.Reason", "Klients atļāva").SendAsync();
        Assert.False((await site.LoadAsync(id)).IsConfidential);
    }

    [Fact]
    public async Task Forwarding_asks_for_body_ground_and_letters_and_closes_the_case()
    {
        var id = await site.SubmitAsync();
        var head = await site.SignInAsync(DeskCases.Head);
        var page = await head.GetAsync(Of(id, "/forward"));
        Assert.Contains("Likuma pārsūtīšanas termiņš attiecas uz iesniegumiem likuma izpratnē", page.Text, StringComparison.Ordinal);
        var again = await page.Form("form[data-form=forward]").Fill("Input.Text", "").Fill("Input.BodyText", "").SendAsync();
        foreach (var sentence in new[] { "Izvēlieties iestādi vai ierakstiet tās nosaukumu.", "Norādiet, kāpēc atbild šī iestāde.", "Uzrakstiet vēstuli iestādei.", "Uzrakstiet vēstuli klientam.", "Norādiet iestādes e-pasta adresi." })
            Assert.Contains(sentence, again.TextOf("#errors"), StringComparison.Ordinal);
        var done = await page.Form("form[data-form=forward]").Fill("Input.Body", "Valsts vides dienests").Fill("Input.BodyContact", "vvd@iestades.example").Fill("Input.Reason", "Nav mūsu").SendAsync();
        Assert.Equal(Of(id), done.Location);
        site.Time.Advance(TimeSpan.FromSeconds(20));
        await site.SendOutboxAsync();
        var item = await site.LoadAsync(id);
        Assert.Equal((CaseState.Closed, CaseOutcome.Forwarded, "Valsts vides dienests"), (item.State, item.Outcome!.Value, item.ForwardedTo));
        Assert.Contains("Atbild cita iestāde: Valsts vides dienests", (await head.GetAsync(Of(id))).Text, StringComparison.Ordinal);
    }

    [Fact] // Submissions Law: five working days since 01.03.2026
    public async Task The_laws_term_of_forwarding_is_shown_before_a_formal_submission_is_sent_on()
    {
        var inga = await site.SignInAsync(DeskCases.Specialist);
        var made = await site.RunAsync((CaseRegistrar r) => r.RegisterAsync(new NewCase
        {
            Token = Guid.NewGuid(),
            Kind = CaseKind.Submission,
            Channel = Channel.Paper,
            IsFormal = true,
            Text = "Lūdzu remontēt valsts ceļu.",
            Acknowledge = false,
        }, Actor.Client, CancellationToken.None));
        var id = made.Id;
        var page = await inga.GetAsync(Of(id, "/forward"));
        Assert.Contains("Likums prasa pārsūtīt līdz", page.Text, StringComparison.Ordinal);
        Assert.Contains("5 darba dienas", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_is_asked_and_answers_into_the_case()
    {
        var id = await site.SubmitAsync();
        var head = await site.SignInAsync(DeskCases.Head);
        var page = await head.GetAsync(Of(id, "/ask"));
        Assert.Contains("Kolēģis atbild līdz", page.Text, StringComparison.Ordinal);
        var again = await page.Form("form[data-form=ask]").SendAsync();
        Assert.Contains("Izvēlieties kolēģi vai nodaļu.", again.TextOf("#errors"), StringComparison.Ordinal);
        Assert.Contains("Uzrakstiet jautājumu.", again.TextOf("#errors"), StringComparison.Ordinal);
        var agnese = await site.EmployeeAsync(DeskCases.Stranger);
        await page.Form("form[data-form=ask]").Fill("Input.PersonId", agnese.ToString()).Fill("Input.Text", "Vai ēka ir nodota?").SendAsync();

        var inquiry = await site.RunAsync((IServiceDeskDb db) => db.Set<CaseLink>().Where(l => l.FromId == id && l.Kind == CaseLinkKind.Inquiry).Select(l => l.ToId).SingleAsync());
        var stranger = await site.SignInAsync(DeskCases.Stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Of(id))).Status);
        var asked = await stranger.GetAsync(Of(inquiry));
        Assert.Contains("Vai ēka ir nodota?", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskCases.Client, asked.Html, StringComparison.Ordinal);
        Assert.Contains("Uzrakstiet atbildi.", (await asked.Form("form[data-form=answer]").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        var done = await asked.Form("form[data-form=answer]").Fill("Input.Text", "Nav nodota.").Attach("Input.Files", "akts.pdf", "%PDF-1.7\nteksts"u8.ToArray()).SendAsync();
        Assert.Equal(Of(inquiry), done.Location);
        var answered = await head.GetAsync(Of(id));
        Assert.Contains("Nav nodota.", answered.TextOf(".conv"), StringComparison.Ordinal);
        Assert.Contains("akts.pdf", answered.TextOf(".conv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Of(inquiry, "/answer"))).Status); // answered already
        Assert.Contains("Kolēģis atbildēja lietā", (await head.GetAsync("/desk/notices")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_directory_of_bodies_is_kept_by_who_may_and_offered_when_forwarding()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync("/desk/institutions")).Status);
        var service = await site.SignInAsync(DeskCases.HeadOfService);
        Assert.Contains("Sarakstā vēl nav nevienas iestādes.", (await service.GetAsync("/desk/institutions")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync($"/desk/institutions/edit/{Guid.NewGuid()}")).Status);
        var form = (await service.GetAsync("/desk/institutions/edit")).Form("form[data-form=institution]");
        Assert.Contains("Norādiet iestādes nosaukumu.", (await form.SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        Assert.Equal("/desk/institutions", (await form.Fill("Input.Name", "Valsts policija").Fill("Input.Email", "vp@iestades.example").SendAsync()).Location);
        Assert.Contains("jau ir", (await form.SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        var id = await site.SubmitAsync();
        Assert.Contains("Valsts policija", (await (await site.SignInAsync(DeskCases.Head)).GetAsync(Of(id, "/forward"))).TextOf("select[name='Input.InstitutionId']"), StringComparison.Ordinal);

        var body = await site.RunAsync((IServiceDeskDb db) => db.Set<Institution>().Select(i => i.Id).SingleAsync());
        await (await service.GetAsync($"/desk/institutions/edit/{body}")).Form("form[data-form=institution]").Fill("Input.IsOffered", "false").SendAsync();
        Assert.DoesNotContain("Valsts policija", (await (await site.SignInAsync(DeskCases.Head)).GetAsync(Of(id, "/forward"))).TextOf("select[name='Input.InstitutionId']"), StringComparison.Ordinal);
    }
}
