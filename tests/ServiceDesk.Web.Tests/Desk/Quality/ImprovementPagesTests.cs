using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Quality;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Quality;

public class ImprovementPagesTests(Site site) : IClassFixture<Site>
{
    private static readonly DemoPerson Janis = DeskCases.Person("Jānis"), Liga = DeskCases.Person("Līga");

    [Theory]
    [InlineData("")]
    [InlineData("/new")]
    [InlineData("/0198f3f8-0000-7000-8000-000000000000")]
    public async Task Who_has_no_part_in_it_is_refused_and_strangers_sign_in(string rest)
    {
        using var member = await site.SignInAsync(Role.EthicsCommission);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync("/desk/improvements" + rest)).Status);
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync("/desk/improvements" + rest)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        using var head = await site.SignInAsync(Janis);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/improvements/{Guid.CreateVersion7()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/improvements/{Guid.CreateVersion7()}/files/{Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task A_signal_from_a_case_carries_its_number_and_becomes_a_task_that_is_agreed_done_and_proven()
    {
        var caseId = await site.SubmitAsync(text: "Atkritumi nav izvesti divas nedēļas.");
        var number = (await site.LoadAsync(caseId)).Number;
        using var head = await site.SignInAsync(DeskCases.HeadOfService);
        var signal = (await head.GetAsync($"/desk/cases/{caseId}")).Document.QuerySelector(".signal a")!.GetAttribute("href")!;
        var form = await head.GetAsync(signal);
        Assert.Contains(number, form.TextOf("form[data-form=propose]"), StringComparison.Ordinal);
        var sent = await form.Form("form[data-form=propose]").Fill("Input.Title", "Paziņot par kavējumu").Fill("Input.Goal", "Ziņa tajā pašā dienā")
            .Fill("Input.Measure", "Sūdzības mēnesī").Fill("Input.Baseline", "9,5").Fill("Input.Target", "3").SendAsync();
        var page = await sent.FollowAsync();
        Assert.Contains(number, page.TextOf(".side"), StringComparison.Ordinal);
        var address = sent.Location!;

        var owner = await site.EmployeeAsync(Liga);
        page = await head.GetAsync($"{address}?do=Agree");
        var agreed = await page.Form("form[data-form=step]").Fill("Input.OwnerId", $"{owner}").Fill("Input.On", "2099-01-01").SendAsync();
        Assert.Equal(address, agreed.Location);
        using var employee = await site.SignInAsync(Liga);
        Assert.Contains("Paziņot par kavējumu", (await employee.GetAsync("/desk/improvements?view=Mine")).Text, StringComparison.Ordinal);
        var proof = await (await employee.GetAsync($"{address}?do=Prove")).Form("form[data-form=step]").Fill("Input.Text", "Grafiks").Attach("Input.Files", "grafiks.txt", "Ceturtdienās"u8.ToArray()).SendAsync();
        var file = (await proof.FollowAsync()).Document.QuerySelector(".doc-l a")!.GetAttribute("href")!;
        Assert.Equal("Ceturtdienās", await employee.Http.GetStringAsync(file, TestContext.Current.CancellationToken));
        await (await employee.GetAsync($"{address}?do=Finish")).Form("form[data-form=step]").Fill("Input.Text", "Ziņojam līdz plkst. 10.").Fill("Input.On", "2099-02-01").SendAsync();

        page = await head.GetAsync(address);
        Assert.Equal("Pārbaudīt iedarbību", page.TextOf("form[data-form=step] h2"));
        var unsaid = await page.Form("form[data-form=step]").Fill("Input.Measured", "divi").Fill("Input.Text", "Mazāk").SendAsync();
        Assert.Contains("Ierakstiet skaitli", unsaid.TextOf(".err-sum"), StringComparison.Ordinal);
        unsaid = await page.Form("form[data-form=step]").Fill("Input.Measured", "2,9").Fill("Input.Text", "Mazāk").SendAsync();
        Assert.Contains("Izvēlieties, vai tas palīdzēja.", unsaid.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal("Mazāk", unsaid.Form("form[data-form=step]")["Input.Text"]);
        await unsaid.Form("form[data-form=step]").Fill("Input.IsEffective", "true").SendAsync();
        Assert.Contains("Palīdzēja", (await head.GetAsync(address)).TextOf(".case-head"), StringComparison.Ordinal);
        Assert.Contains("Paziņot par kavējumu", (await head.GetAsync($"/desk/improvements?of={caseId}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_refusal_is_a_sentence_and_what_was_typed_stays()
    {
        using var employee = await site.SignInAsync(Liga);
        var form = await employee.GetAsync("/desk/improvements/new?at=/desk/register");
        foreach (var (field, value, sentence) in new[]
        {
            ("Input.Title", " ", "Nosauciet uzlabojumu."), ("Input.Goal", " ", "Uzrakstiet mērķi."), ("Input.UnitId", "", "Izvēlieties struktūrvienību."),
            ("Input.Baseline", "daudz", "Ierakstiet skaitli, piemēram, 12,5."), ("Input.Target", "5", "Norādiet rādītāju, kuram ir šie skaitļi."),
        })
        {
            var answer = await form.Form("form[data-form=propose]").Fill("Input.Title", "Nosaukums").Fill("Input.Goal", "Mērķis").Fill("Input.Why", "Saglabājams teksts").Fill(field, value).SendAsync();
            Assert.Contains(sentence, answer.TextOf(".err-sum"), StringComparison.Ordinal);
            Assert.Equal("Saglabājams teksts", answer.Form("form[data-form=propose]")["Input.Why"]);
        }
    }

    [Fact]
    public async Task A_foreign_address_is_not_taken_for_a_screen()
    {
        using var employee = await site.SignInAsync(Liga);
        var sent = await (await employee.GetAsync("/desk/improvements/new?at=https%3A%2F%2Fevil.example%2Fdesk")).Form("form[data-form=propose]").Fill("Input.Title", "Svešs ekrāns").Fill("Input.Goal", "Nekas").SendAsync();
        Assert.NotNull(sent.Location);
        Assert.Null(await site.RunAsync((IServiceDeskDb db) => db.Set<Improvement>().Where(i => i.Plan.Title == "Svešs ekrāns").Select(i => i.Source.Screen).SingleAsync()));
    }
}
