using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Startup;

public class SecurityHeadersTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/no-such-page")]
    [InlineData("/css/public.css")]
    public async Task Every_answer_tells_the_browser_to_trust_only_this_site(string address)
    {
        var page = await site.Visitor().GetAsync(address);
        Assert.Equal(
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
            Header(page, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(page, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(page, "X-Frame-Options"));
        Assert.Equal("same-origin", Header(page, "Referrer-Policy"));
        Assert.False(page.Response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Cookies_of_a_site_reached_over_tls_are_bound_to_it()
    {
        var client = site.Visitor();
        var page = await client.GetAsync("/sign-in");
        var cookie = Assert.Single(page.Response.Headers.GetValues("Set-Cookie"), c => c.Contains("form", StringComparison.Ordinal));
        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_staff_see_is_kept_by_no_cache()
    {
        var client = await site.SignInAsync(Role.Administrator);
        var page = await client.GetAsync("/desk/status");
        Assert.Contains("no-store", Header(page, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var answer = await site.Visitor().Http.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string Header(Page page, string name) =>
        page.Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
