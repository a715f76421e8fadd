using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Testing;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Tests.Public.Accounts;

public class SetupTests(SetupTests.EmptySite site) : IClassFixture<SetupTests.EmptySite>
{
    [Fact]
    public async Task Whoever_reads_the_console_makes_the_first_administrator_and_then_the_page_is_gone()
    {
        var client = site.Visitor();
        var page = await client.GetAsync("/setup");
        var late = await site.Visitor().GetAsync("/setup");
        Assert.Equal(HttpStatusCode.OK, page.Status);

        var wrong = await Fill(page, "not-the-token", "long-enough-2026", "long-enough-2026").SendAsync();
        Assert.Contains("Kods neatbilst konsolē redzamajam.", wrong.Text, StringComparison.Ordinal);

        var token = site.Services.GetRequiredService<FirstAdministrator>().Token;
        var differ = await Fill(page, token, "long-enough-2026", "long-enough-2027").SendAsync();
        Assert.Contains("Paroles atšķiras.", differ.Text, StringComparison.Ordinal);

        var answer = await Fill(page, token, "long-enough-2026", "long-enough-2026").SendAsync();
        Assert.Equal("/desk/status", answer.Location);
        Assert.Equal(HttpStatusCode.OK, (await answer.FollowAsync()).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/setup")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Fill(late, token, "long-enough-2026", "long-enough-2026").SendAsync()).Status);
    }

    private static PageForm Fill(Page page, string token, string password, string again) => page.Form("form[data-form=setup]")
        .Fill("Input.Token", token)
        .Fill("Input.Name", "Pirmais Administrators")
        .Fill("Input.Email", "admin@lejasupe.example")
        .Fill("Input.Password", password)
        .Fill("Input.Again", again);

    /// <summary>A first start on an empty database, without demo data.</summary>
    public sealed class EmptySite : Site
    {
        protected override Task<string> DatabaseAsync() => EmptyDatabaseAsync();
    }
}

public class SetupClosedTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Where_there_is_an_administrator_there_is_no_setup_page() =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/setup")).Status);
}
