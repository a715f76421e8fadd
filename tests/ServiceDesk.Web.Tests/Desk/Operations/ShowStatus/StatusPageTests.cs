using System.Net;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Operations.ShowStatus;

public class StatusPageTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(Role.ClientServiceSpecialist)]
    [InlineData(Role.UnitHead)]
    [InlineData(Role.Auditor)]
    public async Task It_is_closed_to_those_who_do_not_run_the_machine(Role role)
    {
        var client = await site.SignInAsync(role);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/desk/status")).Status);
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.InformationTechnology)]
    public async Task It_shows_version_database_calendar_outbox_and_jobs(Role role)
    {
        var client = await site.SignInAsync(role);
        var page = await client.GetAsync("/desk/status");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Sistēmas stāvoklis", page.TextOf("h1"));
        Assert.Contains("PostgreSQL 18", page.Text, StringComparison.Ordinal);
        Assert.Contains("2026: apstiprināts", page.Text, StringComparison.Ordinal);
        Assert.Contains("Vēstules, kas gaida izsūtīšanu", page.TextsOf(".fig dt"));
    }

    [Fact]
    public async Task An_administrator_starts_a_job_at_once()
    {
        var client = await site.SignInAsync(Role.Administrator);
        var page = await client.GetAsync("/desk/status");
        var job = page.TextOf("tbody tr:first-child th");
        Assert.SkipWhen(job is null, "There is no job yet.");

        var answer = await page.Form($"form[data-form=run-{job}]").SendAsync();

        Assert.Equal("/desk/status", answer.Location);
        Assert.Contains($"Darbs {job} sāksies dažu sekunžu laikā.", (await answer.FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_does_not_exist_is_refused_with_a_sentence()
    {
        var client = await site.SignInAsync(Role.Administrator);
        var page = await client.GetAsync("/sign-out");
        var token = page.Form("form[data-form=sign-out]")["__RequestVerificationToken"]!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("job", "Nonsense")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/status") { Content = content };
        var answer = await client.SendAsync(request);
        Assert.Contains("Darba ar nosaukumu „Nonsense” nav.", answer.Text, StringComparison.Ordinal);
    }
}
