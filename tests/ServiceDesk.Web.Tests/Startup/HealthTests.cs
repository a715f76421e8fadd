using System.Net;
using System.Text.Json;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Startup;

public class HealthTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Anybody_may_ask_whether_the_site_lives()
    {
        var page = await site.Visitor().GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Healthy", page.Html);
    }

    [Fact]
    public async Task Readiness_names_database_disk_jobs_outbox_and_clocks()
    {
        var page = await site.Visitor().GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        using var json = JsonDocument.Parse(page.Html);
        Assert.Equal(["database", "disk", "jobs", "outbox", "clocks"], json.RootElement.GetProperty("checks").EnumerateObject().Select(c => c.Name));
    }

    [Fact]
    public async Task Every_answer_carries_the_number_of_the_request_and_an_error_page_shows_it()
    {
        var page = await site.Visitor().GetAsync("/no-such-page");
        var number = Assert.Single(page.Response.Headers.GetValues("X-Request-Id"));
        Assert.Contains(number, page.Text, StringComparison.Ordinal);
    }
}

public class FullDiskTests(FullDiskTests.FullSite site) : IClassFixture<FullDiskTests.FullSite>
{
    [Fact]
    public async Task A_node_without_room_for_attachments_is_not_ready() =>
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.Visitor().GetAsync("/health/ready")).Status);

    public sealed class FullSite : Site
    {
        // A thousand gigabytes are asked for: no build machine has them.
        protected override void Configure(IDictionary<string, string?> settings) => settings["ServiceDesk:Health:LeastFreeMegabytes"] = "1000000";
    }
}
