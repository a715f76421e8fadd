using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Startup;

public class ClosedByDefaultTests(Site site) : IClassFixture<Site>
{
    private IEnumerable<RouteEndpoint> Endpoints => site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

    [Fact]
    public void Every_endpoint_carries_a_decision_who_may_enter()
    {
        // The framework's own fallback for files added while the site runs from its sources; the fallback policy closes it.
        var undecided = Endpoints
            .Where(e => e.DisplayName != "Fallback {**path:file}")
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(e => e.DisplayName);
        Assert.Empty(undecided);
    }

    [Fact]
    public void Every_page_of_the_desk_names_a_permission_and_none_is_open()
    {
        var permissions = Enum.GetNames<Permission>();
        var faults = Endpoints
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath.StartsWith("/Desk/", StringComparison.Ordinal) == true)
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null
                || !e.Metadata.OfType<IAuthorizeData>().Any(a => permissions.Contains(a.Policy)))
            .Select(e => e.DisplayName);
        Assert.Empty(faults);
    }

    [Fact]
    public void Pages_of_the_desk_live_under_the_desk_address_and_public_ones_do_not()
    {
        var faults = Endpoints
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>()!.ViewEnginePath.StartsWith("/Desk/", StringComparison.Ordinal)
                != $"/{e.RoutePattern.RawText}/".Replace("//", "/", StringComparison.Ordinal).StartsWith("/desk/", StringComparison.Ordinal))
            .Select(e => e.RoutePattern.RawText);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_visitor_of_the_desk_is_sent_to_sign_in_and_comes_back_afterwards()
    {
        var page = await site.Visitor().GetAsync("/desk/status");
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Equal("/sign-in?returnUrl=%2Fdesk%2Fstatus", page.Location);
    }

    [Fact]
    public async Task A_script_that_asks_for_a_part_of_a_closed_page_is_told_to_go_and_sign_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk/status") { Headers = { { "HX-Request", "true" } } };
        var part = await site.Visitor().SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, part.Status);
        Assert.Equal("/sign-in", Assert.Single(part.Response.Headers.GetValues("HX-Redirect")));
    }

    [Fact]
    public async Task An_address_nobody_serves_is_not_found_and_asks_nobody_to_sign_in()
    {
        var page = await site.Visitor().GetAsync("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task Somebody_without_the_permission_gets_403_under_the_same_address()
    {
        var client = await site.SignInAsync(Role.Employee);
        var page = await client.GetAsync("/desk/status");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }
}
