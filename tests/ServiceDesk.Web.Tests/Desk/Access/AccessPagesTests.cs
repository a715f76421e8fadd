using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Access;

/// <summary>The pages by which access is given, narrowed and watched: who enters, what they show, what they do, and every sentence they refuse with.</summary>
public class AccessPagesTests(Site site) : IClassFixture<Site>
{
    private static readonly DemoPerson Daina = DeskCases.HeadOfService;

    [Fact]
    public async Task Who_may_not_is_refused_and_what_is_not_there_is_not_found()
    {
        var id = await site.SubmitAsync();
        var employee = await site.SignInAsync(DeskCases.Owner);
        foreach (var address in new[] { $"/desk/cases/{id}/about", $"/desk/cases/{id}/pass", "/desk/break-glass", "/desk/commission", "/desk/stand-ins" })
            Assert.Equal(HttpStatusCode.Forbidden, (await employee.GetAsync(address)).Status);
        var head = await site.SignInAsync(Daina);
        foreach (var address in new[] { $"/desk/cases/{Guid.NewGuid()}/about", $"/desk/cases/{Guid.NewGuid()}/pass" })
            Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Whom_a_complaint_is_about_is_named_told_and_answers()
    {
        var id = await site.SubmitAsync(text: "Inženiere Līga uz ielas man nepieklājīgi atbildēja.");
        var head = await site.SignInAsync(Daina);
        var subject = await site.SignInAsync(DeskCases.Owner);
        var number = (await site.LoadAsync(id)).Number;
        var named = await (await head.GetAsync($"/desk/cases/{id}/about")).Form("form[data-form=subjects]").Fill("Input.People", $"{await site.EmployeeAsync(DeskCases.Owner)}").SendAsync();
        Assert.Equal($"/desk/cases/{id}", named.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await subject.GetAsync($"/desk/cases/{id}")).Status);
        Assert.DoesNotContain(number, (await subject.GetAsync("/desk/about-me")).Text, StringComparison.Ordinal);

        var page = await head.GetAsync($"/desk/cases/{id}/about");
        Assert.Contains("Ierakstiet sūdzības būtību.", (await page.Form("form[data-form=gist]").Fill("Input.Gist", " ").SendAsync()).Text, StringComparison.Ordinal);
        var telling = await page.Form("form[data-form=gist]").Fill("Input.Gist", "Kalniņas kundze sūdzas par toni.").SendAsync();
        Assert.Contains("Būtībā ir iesniedzēja vārds", telling.Text, StringComparison.Ordinal);
        Assert.Equal("Kalniņas kundze sūdzas par toni.", telling.Form("form[data-form=gist]")["Input.Gist"]);
        var told = await page.Form("form[data-form=gist]").Fill("Input.Gist", "Sūdzība par nepieklājīgu toni uz ielas.").SendAsync();
        Assert.NotNull(told.Location);

        var mine = await subject.GetAsync("/desk/about-me");
        Assert.Contains("Sūdzība par nepieklājīgu toni uz ielas.", mine.TextOf($"[data-gist='{number}']"), StringComparison.Ordinal);
        Assert.DoesNotContain(DeskCases.Client, mine.Text, StringComparison.Ordinal);
        Assert.Contains("Uzrakstiet tekstu.", (await mine.Form($"[data-gist='{number}'] form").SendAsync()).Text, StringComparison.Ordinal);
        var answered = await (await mine.Form($"[data-gist='{number}'] form").Fill("Input.Text", "Atvainojos, biju steigā.").SendAsync()).FollowAsync();
        Assert.Contains("Atvainojos, biju steigā.", answered.Text, StringComparison.Ordinal);
        Assert.Contains("Atvainojos, biju steigā.", (await head.GetAsync($"/desk/cases/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_is_revealed_on_a_ground_only_and_hidden_again_with_a_reason()
    {
        var id = await site.SubmitAsync(text: "Edgars solīja un nepiezvanīja.");
        var head = await site.SignInAsync(Daina);
        await (await head.GetAsync($"/desk/cases/{id}/about")).Form("form[data-form=subjects]").Fill("Input.People", $"{await site.EmployeeAsync(DeskCases.Person("Edgars"))}").SendAsync();
        var page = await head.GetAsync($"/desk/cases/{id}/about");
        Assert.Contains("Izvēlieties pamatu.", (await page.Form("form[data-form=reveal]").Fill("Input.Basis", "APL 1. pants").SendAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("Norādiet pamatu:", (await page.Form("form[data-form=reveal]").Fill("Input.Ground", nameof(RevealGround.Law)).SendAsync()).Text, StringComparison.Ordinal);
        Assert.NotNull((await page.Form("form[data-form=reveal]").Fill("Input.Ground", nameof(RevealGround.Consent)).Fill("Input.Basis", "Piekrita pa tālruni 18.06.").SendAsync()).Location);
        var revealed = await head.GetAsync($"/desk/cases/{id}/about");
        Assert.Contains("Norādiet iemeslu.", (await revealed.Form("form[data-form=hide]").SendAsync()).Text, StringComparison.Ordinal);
        Assert.NotNull((await revealed.Form("form[data-form=hide]").Fill("Input.HideReason", "Piekrišanu atsauca").SendAsync()).Location);
        // An employee there is not, or nobody without a reason.
        Assert.Contains("Tāda darbinieka nav.", (await (await head.GetAsync($"/desk/cases/{id}/about")).Form("form[data-form=subjects]").Without("Input.People").Fill("Input.People", $"{Guid.NewGuid()}").SendAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_passed_to_the_commission_read_there_and_taken_back()
    {
        var id = await site.SubmitAsync(text: "Ētikas jautājums par dāvanu.");
        var head = await site.SignInAsync(Daina);
        var member = await site.SignInAsync(DeskCases.Person("Oskars"));
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/desk/cases/{id}")).Status);
        var page = await head.GetAsync($"/desk/cases/{id}/pass");
        var empty = await page.Form("form[data-form=pass]").Fill("Input.UntilOn", "").SendAsync();
        foreach (var sentence in new[] { "Izvēlieties, kam nodot.", "Uzrakstiet, kāpēc nododat.", "Norādiet pēdējo dienu." })
            Assert.Contains(sentence, empty.Text, StringComparison.Ordinal);
        var past = await page.Form("form[data-form=pass]").Fill("Input.To", nameof(CaseAuthority.EthicsCommission)).Fill("Input.Reason", "Dāvana").Fill("Input.UntilOn", "2020-01-01").SendAsync();
        Assert.Contains("Nodošanas beigu diena jau pagājusi.", past.Text, StringComparison.Ordinal);
        Assert.Equal("Dāvana", past.Form("form[data-form=pass]")["Input.Reason"]);
        Assert.NotNull((await page.Form("form[data-form=pass]").Fill("Input.To", nameof(CaseAuthority.EthicsCommission)).Fill("Input.Reason", "Dāvana").SendAsync()).Location);

        var number = (await site.LoadAsync(id)).Number;
        Assert.Contains((await member.GetAsync("/desk/commission")).TextsOf("tbody tr"), row => row.Contains(number, StringComparison.Ordinal) && row.Contains("Dāvana", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"/desk/cases/{id}")).Status);
        var again = await (await head.GetAsync($"/desk/cases/{id}/pass")).Form("form[data-form=pass]").Fill("Input.To", nameof(CaseAuthority.EthicsCommission)).Fill("Input.Reason", "Vēlreiz").SendAsync();
        Assert.Contains("Lieta tai pašai vietai jau ir nodota.", again.Text, StringComparison.Ordinal);
        await again.Form("form[data-form=take-back-pass]").SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/desk/cases/{id}")).Status);
        Assert.DoesNotContain((await member.GetAsync("/desk/commission")).TextsOf("tbody tr"), row => row.Contains(number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_glass_is_broken_with_number_and_reason_and_the_officer_sees_it()
    {
        var id = await site.SubmitAsync(text: "Kaut kas nav redzams.");
        var number = (await site.LoadAsync(id)).Number;
        var administrator = await site.SignInAsync(Role.Administrator);
        var page = await administrator.GetAsync("/desk/break-glass");
        var empty = await page.Form("form[data-form=break-glass]").SendAsync();
        foreach (var sentence in new[] { "Ierakstiet lietas numuru.", "Uzrakstiet, kāpēc atverat lietu." })
            Assert.Contains(sentence, empty.Text, StringComparison.Ordinal);
        var unknown = await page.Form("form[data-form=break-glass]").Fill("Input.Number", "0/00/0").Fill("Input.Reason", "Pārbaude").SendAsync();
        Assert.Contains("Lieta ar šādu numuru nav atrasta.", unknown.Text, StringComparison.Ordinal);
        Assert.Equal("Pārbaude", unknown.Form("form[data-form=break-glass]")["Input.Reason"]);
        Assert.Contains(Texts.In("lv")["Cases.Refusal.TextTooLong", 1000],
            (await page.Form("form[data-form=break-glass]").Fill("Input.Number", number).Fill("Input.Reason", new string('x', 1001)).SendAsync()).Text, StringComparison.Ordinal);
        var opened = await page.Form("form[data-form=break-glass]").Fill("Input.Number", number).Fill("Input.Reason", "Lieta neatveras vienībai").SendAsync();
        Assert.Equal($"/desk/cases/{id}", opened.Location);
        Assert.Equal(HttpStatusCode.OK, (await opened.FollowAsync()).Status);
        Assert.Contains("Šī lieta jums jau ir atvērta.", (await page.Form("form[data-form=break-glass]").Fill("Input.Number", number).Fill("Input.Reason", "Vēlreiz").SendAsync()).Text, StringComparison.Ordinal);

        var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        var seen = await officer.GetAsync("/desk/break-glass");
        Assert.Contains(seen.TextsOf("tbody tr"), row => row.Contains(number, StringComparison.Ordinal) && row.Contains("Lieta neatveras vienībai", StringComparison.Ordinal));
        Assert.Null(seen.Document.QuerySelector("form[data-form=break-glass]")); // sees, does not break
        Assert.True(await site.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().AnyAsync(r => r.Label == number && r.Purpose == ReadPurpose.BreakGlass)));

        await (await administrator.GetAsync("/desk/break-glass")).Form($"tr:has(a[href='/desk/cases/{id}']) form[data-form=end-glass]").SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/desk/cases/{id}")).Status);
    }

    [Fact]
    public async Task A_stand_in_is_named_with_days_and_each_fault_has_its_sentence()
    {
        var personnel = await site.SignInAsync(DeskCases.Person("Aija"));
        var (absent, substitute) = (await site.EmployeeAsync(DeskCases.Person("Toms")), await site.EmployeeAsync(DeskCases.Person("Ilze")));
        var page = await personnel.GetAsync("/desk/stand-ins");
        var empty = await page.Form("form[data-form=stand-in]").Fill("Input.FromOn", "").SendAsync();
        foreach (var sentence in new[] { "Izvēlieties, kurš ir prom.", "Izvēlieties, kurš aizvieto.", "Norādiet pirmo dienu.", "Norādiet pēdējo dienu." })
            Assert.Contains(sentence, empty.Text, StringComparison.Ordinal);
        var today = DateOnly.FromDateTime(site.Time.Now.UtcDateTime);
        Assert.Contains("Pēdējā diena ir agrāka par pirmo.", (await NameAsync(page, absent, substitute, today.AddDays(5), today.AddDays(2))).Text, StringComparison.Ordinal);
        Assert.Contains("Neviens neaizvieto pats sevi.", (await NameAsync(page, absent, absent, today, today.AddDays(2))).Text, StringComparison.Ordinal);
        Assert.NotNull((await NameAsync(page, absent, substitute, today, today.AddDays(2))).Location);
        Assert.Contains("Šajās dienās jau ir aizvietotājs: Toms Rubenis.", (await NameAsync(page, absent, substitute, today, today)).Text, StringComparison.Ordinal);
        var row = (await personnel.GetAsync("/desk/stand-ins")).TextsOf("tbody tr").Single(r => r.Contains("Toms Rubenis", StringComparison.Ordinal));
        Assert.Contains("Ilze Roze", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_of_a_restricted_client_says_what_is_blocked_and_offers_nothing_to_write()
    {
        var id = await site.SubmitAsync(unitMayKnow: false, text: "Ierobežota klienta lieta.");
        await site.RunAsync(async (IServiceDeskDb db) =>
        {
            var card = Client.Register(ClientKind.Person, "Ieva Ierobežota", Actor.System, site.Time.Now);
            card.Restrict("Apstrīd datus", Actor.System, site.Time.Now);
            db.Set<Client>().Add(card);
            (await db.Set<Case>().SingleAsync(c => c.Id == id)).BelongTo(card, Actor.System, site.Time.Now);
            return await db.SaveChangesAsync();
        });
        var page = await (await site.SignInAsync(Daina)).GetAsync($"/desk/cases/{id}");
        Assert.Contains("nevar atbildēt, rakstīt piezīmes, pārsūtīt, nodot un slēgt", page.TextOf("[data-held]"), StringComparison.Ordinal);
        Assert.Contains("Kartīti nemaina", page.TextOf("#client .restricted"), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form.comp"));
        // Who may not know the client learns that nothing may be done, not of whom.
        var unit = await (await site.SignInAsync(DeskCases.Head)).GetAsync($"/desk/cases/{id}");
        Assert.NotNull(unit.TextOf("[data-held]"));
        Assert.DoesNotContain("Ieva Ierobežota", unit.Text, StringComparison.Ordinal);
    }

    internal static Task<Page> NameAsync(Page page, Guid absent, Guid substitute, DateOnly from, DateOnly until) => page.Form("form[data-form=stand-in]")
        .Fill("Input.AbsentId", $"{absent}").Fill("Input.SubstituteId", $"{substitute}").Fill("Input.FromOn", Iso(from)).Fill("Input.UntilOn", Iso(until)).SendAsync();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
