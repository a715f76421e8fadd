using System.Net;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Errors;

public class StatusTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_unknown_address_is_answered_with_our_page_and_a_request_number()
    {
        var page = await site.Visitor().GetAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("Šādas lapas nav", page.TextOf("h1"));
        Assert.Contains("Pieprasījuma numurs: ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_unknown_desk_addresses_a_stranger_learns_nothing()
    {
        var page = await site.Visitor().GetAsync("/desk/nowhere");
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
    }

    [Fact]
    public async Task Staff_see_the_error_inside_the_desk()
    {
        var client = await site.SignInAsync(Role.Employee);
        var page = await client.GetAsync("/desk/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("Uz darba sarakstu", page.TextOf(".actions .btn-primary"));
        Assert.NotNull(page.Document.QuerySelector(".s-nav"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_told_how_to_keep_the_text()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([]) };
        var page = await site.Visitor().SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Lapa bija atvērta pārāk ilgi", page.TextOf("h1"));
    }

    [Fact]
    public async Task The_page_speaks_the_language_of_the_visitor()
    {
        var visitor = site.Visitor();
        await visitor.GetAsync("/language/en");
        Assert.Equal("There is no such page", (await visitor.GetAsync("/nowhere")).TextOf("h1"));
    }

    [Fact]
    public async Task A_script_that_asked_for_a_part_gets_a_notice_and_no_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.Add("HX-Request", "true");
        var page = await site.Visitor().SendAsync(request);
        Assert.DoesNotContain("<html", page.Html, StringComparison.Ordinal);
        Assert.Contains("Šādas lapas nav", page.Text, StringComparison.Ordinal);
    }
}
