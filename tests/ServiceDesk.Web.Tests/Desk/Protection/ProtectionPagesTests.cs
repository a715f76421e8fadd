using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Protection;

public class ProtectionPagesTests(Site site) : IClassFixture<Site>
{
    public static readonly TheoryData<string> Pages =
    [
        "/desk/protection", "/desk/protection/processing", "/desk/protection/processing/record", "/desk/protection/processing/Complaints", "/desk/protection/processing/print",
        "/desk/protection/processing/export?format=csv", "/desk/protection/privacy", "/desk/protection/privacy/Form", "/desk/protection/consents", "/desk/protection/consents/edit",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Only_who_protects_data_enters(string address)
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync(address)).Status);
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync(address)).Location, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_pages_render(string address)
    {
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        var page = await officer.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("[Protection.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/protection/processing/Nothing")]
    [InlineData("/desk/protection/processing/export?format=doc")]
    [InlineData("/desk/protection/privacy/Nowhere")]
    [InlineData("/desk/protection/privacy/3")]
    [InlineData("/desk/protection/consents/edit/0198f3f8-0000-7000-8000-000000000000")]
    [InlineData("/desk/protection/consents/0198f3f8-0000-7000-8000-000000000000/export?format=csv")]
    [InlineData("/privacy/nowhere")]
    [InlineData("/privacy/form/77")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address)).Status);
    }

    [Fact]
    public async Task The_record_shows_every_activity_with_what_the_municipality_added()
    {
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        var form = (await officer.GetAsync("/desk/protection/processing/ClientCards")).Form("form[data-form=entry]");
        Assert.Equal("/desk/protection/processing", (await form.Fill("Input.Processors", "SIA Kartotēka").SendAsync()).Location);
        Assert.Contains("Kāds cits to tikmēr mainīja", (await form.Fill("Input.Processors", "Cits").SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        var record = await officer.GetAsync("/desk/protection/processing");
        Assert.Equal(ProcessingActivities.All.Count, record.Document.QuerySelectorAll("[data-activity]").Length);
        Assert.Contains("SIA Kartotēka", record.TextOf("[data-activity=ClientCards]"), StringComparison.Ordinal);
        Assert.Contains("SIA Kartotēka", (await officer.GetAsync("/desk/protection/processing/print")).Text, StringComparison.Ordinal);
        Assert.Contains("SIA Kartotēka", (await officer.GetAsync("/desk/protection/processing/ClientCards")).TextOf(".changes"), StringComparison.Ordinal);
        var empty = await (await officer.GetAsync("/desk/protection/processing/record")).Form("form[data-form=record]").Fill("Input.Officer", "").SendAsync();
        Assert.Contains("Norādiet datu aizsardzības speciālistu.", empty.TextOf(".err-sum"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_is_looked_at_published_and_read_beside_the_form()
    {
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        const string address = "/desk/protection/privacy/Form";
        var preview = await (await officer.GetAsync(address)).Form("form[data-form=notice]").Fill("Input.BodyLv", "## Virsraksts\n- viens <b>\n- https://www.dvi.gov.lv").SendAsync("step", "preview");
        Assert.Equal("Virsraksts", preview.TextOf("[data-preview] .paper h2"));
        Assert.Equal(["viens <b>", "https://www.dvi.gov.lv"], preview.TextsOf("[data-preview] .paper[lang=lv] li"));
        var past = await (await officer.GetAsync(address)).Form("form[data-form=notice]").Fill("Input.ValidFrom", "2020-01-01").SendAsync("step", "publish");
        Assert.Contains("nevar būt pagātnē", past.TextOf(".err-sum"), StringComparison.Ordinal);
        var lacking = await (await officer.GetAsync(address)).Form("form[data-form=notice]").Fill("Input.BodyEn", "").SendAsync("step", "publish");
        Assert.Contains("angļu valodā", lacking.TextOf(".err-sum"), StringComparison.Ordinal);

        await (await officer.GetAsync(address)).Form("form[data-form=notice]").Fill("Input.ShortLv", "Jūsu datus sargājam jaunā veidā.").SendAsync("step", "publish");
        var form = await site.Visitor().GetAsync("/submit");
        Assert.Contains("Jūsu datus sargājam jaunā veidā.", form.TextOf(".privacy-line"), StringComparison.Ordinal);
        Assert.Equal("/privacy/form", form.Document.QuerySelector(".privacy-line a")!.GetAttribute("href"));
        var id = await site.RunAsync((IServiceDeskDb db) => db.Set<PrivacyNotice>().Where(n => n.Point == CollectingPoint.Form).OrderByDescending(n => n.Number).Select(n => n.Id).FirstAsync());
        Assert.Equal(id.ToString(), form.Form("form[data-form=submit]")["Input.PrivacyNotice"]);
        var old = await site.Visitor().GetAsync("/privacy/form/1");
        Assert.Contains("Šī ir iepriekšēja versija.", old.Text, StringComparison.Ordinal);
        Assert.Contains("Personas datu apstrāde", (await site.Visitor().GetAsync("/privacy")).TextOf("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_page_shows_the_clock_of_a_breach()
    {
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        var told = await (await officer.GetAsync("/desk/protection/breaches/report")).Form("form[data-form=tell-breach]").Fill("Input.What", "Atrasta mape gaitenī").SendAsync();
        var start = await officer.GetAsync("/desk/protection");
        var row = start.Document.QuerySelector($"a[href='{told.Location}']")!.Closest("tr")!;
        Assert.Contains("72 stundas", row.TextContent, StringComparison.Ordinal);
    }
}
