using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Protection;

public class BreachPagesTests(Site site) : IClassFixture<Site>
{
    private const string Report = "/desk/protection/breaches/report";

    [Theory]
    [InlineData("")]
    [InlineData("/export?format=csv")]
    [InlineData("/0198f3f8-0000-7000-8000-000000000000")]
    [InlineData("/0198f3f8-0000-7000-8000-000000000000/print")]
    public async Task The_register_is_closed_to_everybody_but_its_keeper(string rest)
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync("/desk/protection/breaches" + rest)).Status);
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync("/desk/protection/breaches" + rest)).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/print")]
    public async Task What_does_not_exist_is_not_found(string rest)
    {
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/desk/protection/breaches/{Guid.CreateVersion7()}{rest}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/desk/protection/breaches/export?format=doc")).Status);
    }

    [Fact]
    public async Task Any_employee_reports_and_the_officer_finds_it_among_the_notices()
    {
        using var employee = await site.SignInAsync(Role.Employee);
        var sent = await (await employee.GetAsync(Report)).Form("form[data-form=tell-breach]").Fill("Input.What", "Pazudis klēpjdators ar iesniegumiem").SendAsync();
        Assert.Equal("/desk", sent.Location);
        var number = await NumberAsync("Pazudis klēpjdators ar iesniegumiem");
        Assert.Contains(number, (await sent.FollowAsync()).Text, StringComparison.Ordinal);

        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        var notices = await officer.GetAsync("/desk/notices");
        var link = notices.Document.QuerySelectorAll("ul.notices a").Single(a => a.TextContent.Contains($" {number}.", StringComparison.Ordinal));
        var page = await officer.GetAsync(link.GetAttribute("href")!);
        Assert.Contains("Pazudis klēpjdators ar iesniegumiem", page.Text, StringComparison.Ordinal);
        Assert.Contains("Atlikušas 72 stundas", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_says_what_happened_and_when_and_keeps_what_was_typed()
    {
        using var employee = await site.SignInAsync(Role.Employee);
        var empty = await (await employee.GetAsync(Report)).Form("form[data-form=tell-breach]").Fill("Input.PersonCategories", "Iesniedzēji").SendAsync();
        Assert.Contains("Uzrakstiet, kas noticis.", empty.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal("Iesniedzēji", empty.Form("form[data-form=tell-breach]")["Input.PersonCategories"]);
        var noTime = await (await employee.GetAsync(Report)).Form("form[data-form=tell-breach]").Fill("Input.What", "x").Fill("Input.Discovered", "").SendAsync();
        Assert.Contains("Norādiet dienu un laiku.", noTime.TextOf(".err-sum"), StringComparison.Ordinal);
        var future = await (await employee.GetAsync(Report)).Form("form[data-form=tell-breach]").Fill("Input.What", "x").Fill("Input.Discovered", "2090-01-01T10:00").SendAsync();
        Assert.Contains("nevar būt nākotnē", future.TextOf(".err-sum"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_officer_goes_from_the_assessment_to_the_end_and_prints_the_chain()
    {
        var id = await TellAsync("Vēstule ar konta numuru citam");
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        var address = $"/desk/protection/breaches/{id}";
        var noRisk = await Step(await officer.GetAsync(address)).Fill("Input.Reason", "Konti").SendAsync();
        Assert.Contains("Izvēlieties, cik liels ir risks.", noRisk.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal(address, (await Step(await officer.GetAsync(address)).Fill("Input.Risk", "High").Fill("Input.Reason", "Konta numurs").SendAsync()).Location);
        var notTelling = await Step(await officer.GetAsync(address)).Fill("Input.Notify", "false").Fill("Input.Reason", "Nevēlos").SendAsync();
        Assert.Contains("tikai tad, ja risks ir maz ticams", notTelling.TextOf(".err-sum"), StringComparison.Ordinal);
        var undecided = await Step(await officer.GetAsync(address)).SendAsync();
        Assert.Contains("Izvēlieties, ziņot vai ne.", undecided.TextOf(".err-sum"), StringComparison.Ordinal);
        await Step(await officer.GetAsync(address)).Fill("Input.Notify", "true").SendAsync();
        await Step(await officer.GetAsync(address)).Fill("Input.How", "DVI-2026-77").SendAsync();
        await Step(await officer.GetAsync(address)).Fill("Input.Notify", "true").SendAsync();
        var noWay = await Step(await officer.GetAsync(address)).SendAsync();
        Assert.Contains("Ierakstiet, kā paziņots.", noWay.TextOf(".err-sum"), StringComparison.Ordinal);
        await Step(await officer.GetAsync(address)).Fill("Input.How", "Vēstule e-pastā").SendAsync();
        await Step(await officer.GetAsync(address)).Fill("Input.Measures", "Saņēmējs vēstuli izdzēsa").SendAsync();
        await Step(await officer.GetAsync(address)).SendAsync();

        var closed = await officer.GetAsync(address);
        Assert.Equal("Slēgts", closed.TextOf(".bar .state"));
        Assert.Null(closed.Document.QuerySelector("form[data-form=step]"));
        var paper = await officer.GetAsync(address + "/print");
        Assert.Equal(8, paper.Document.QuerySelectorAll(".changes > li").Length);
        Assert.Contains("DVI-2026-77", paper.Text, StringComparison.Ordinal);
        var csv = await officer.GetAsync("/desk/protection/breaches/export?format=csv&state=Closed");
        Assert.Contains("Saņēmējs vēstuli izdzēsa", csv.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_somebody_overtook_keeps_the_text_and_goes_through_the_second_time()
    {
        var id = await TellAsync("Kļūdains saraksts");
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        var address = $"/desk/protection/breaches/{id}?do=Note";
        var form = Step(await officer.GetAsync(address)).Fill("Input.Reason", "Mana piezīme");
        await Step(await officer.GetAsync(address)).Fill("Input.Reason", "Kolēģa piezīme").SendAsync();
        var stale = await form.SendAsync();
        Assert.Contains("Kāds cits to tikmēr mainīja", stale.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Contains("Kolēģa piezīme", stale.Text, StringComparison.Ordinal);
        Assert.Equal("Mana piezīme", Step(stale)["Input.Reason"]);
        Assert.NotNull((await Step(stale).SendAsync()).Location);
    }

    private static PageForm Step(Page page) => page.Form("form[data-form=step]");

    private async Task<Guid> TellAsync(string what)
    {
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        var sent = await (await officer.GetAsync(Report)).Form("form[data-form=tell-breach]").Fill("Input.What", what).SendAsync();
        return Guid.Parse(sent.Location!.Split('/')[^1]);
    }

    private Task<string> NumberAsync(string what) => site.RunAsync((IServiceDeskDb db) => db.Set<DataBreach>().Where(b => b.Told.What == what).Select(b => b.Number).SingleAsync());
}
