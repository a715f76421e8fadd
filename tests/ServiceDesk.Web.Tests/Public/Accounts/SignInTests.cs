using System.Net;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Public.Accounts;

public class SignInTests(Site site) : IClassFixture<Site>
{
    private static readonly DemoPerson Somebody = DemoPeople.All.First(p => p.Roles.Contains(Role.ClientServiceSpecialist));

    [Fact]
    public async Task The_page_asks_for_address_and_password()
    {
        var page = await site.Visitor().GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Ieeja darbiniekiem", page.TextOf("h1"));
        Assert.DoesNotContain(DemoPeople.Password, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_password_leads_to_the_page_first_asked_for()
    {
        var page = await site.Visitor().GetAsync("/sign-in?returnUrl=%2Fdesk%2Fstatus");
        var answer = await page.Form("form[data-form=sign-in]").Fill("Input.Email", Somebody.Email).Fill("Input.Password", DemoPeople.Password).SendAsync();
        Assert.Equal("/desk/status", answer.Location);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_led_to_a_foreign_site(string returnUrl)
    {
        var page = await site.Visitor().GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        var answer = await page.Form("form[data-form=sign-in]").Fill("Input.Email", Somebody.Email).Fill("Input.Password", DemoPeople.Password).SendAsync();
        Assert.Equal("/desk", answer.Location);
    }

    [Theory]
    [InlineData("inga.ozola@lejasupe.example", "wrong-password")]
    [InlineData("nobody@lejasupe.example", "wrong-password")]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer(string email, string password)
    {
        var page = await site.Visitor().GetAsync("/sign-in");
        var answer = await page.Form("form[data-form=sign-in]").Fill("Input.Email", email).Fill("Input.Password", password).SendAsync();
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("E-pasta adrese un parole neatbilst.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(email, answer.Form("form[data-form=sign-in]")["Input.Email"]);
        Assert.Equal("", answer.Form("form[data-form=sign-in]")["Input.Password"]);
    }

    [Fact]
    public async Task Empty_fields_are_named()
    {
        var page = await site.Visitor().GetAsync("/sign-in");
        var answer = await page.Form("form[data-form=sign-in]").SendAsync();
        Assert.Contains("Ierakstiet e-pasta adresi.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Ierakstiet paroli.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_takes_a_post_and_closes_the_desk()
    {
        var client = await site.SignInAsync(Role.Administrator);
        var asked = await client.GetAsync("/sign-out");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk/status")).Status);

        var answer = await asked.Form("form[data-form=sign-out]").SendAsync();

        Assert.Equal("/", answer.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/desk/status")).Status);
    }
}

/// <summary>Lockout and rate limit leak between tests, so each has a site of its own.</summary>
public class LockoutTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Five_wrong_passwords_close_the_account_even_for_the_right_one()
    {
        var person = DemoPeople.All.First(p => p.Roles.Contains(Role.Auditor));
        for (var i = 0; i < 5; i++)
            await TryAsync(person.Email, "wrong-password");

        var answer = await TryAsync(person.Email, DemoPeople.Password);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Mēģiniet vēlreiz pēc 15 minūtēm.", answer.Text, StringComparison.Ordinal);
    }

    private async Task<Page> TryAsync(string email, string password)
    {
        var page = await site.Visitor().GetAsync("/sign-in");
        return await page.Form("form[data-form=sign-in]").Fill("Input.Email", email).Fill("Input.Password", password).SendAsync();
    }
}

public class SignInRateTests(SignInRateTests.SlowSite site) : IClassFixture<SignInRateTests.SlowSite>
{
    [Fact]
    public async Task After_the_permitted_attempts_the_address_has_to_wait_and_is_told_how_long()
    {
        var page = await site.Visitor().GetAsync("/sign-in");
        var form = page.Form("form[data-form=sign-in]").Fill("Input.Email", "nobody@lejasupe.example").Fill("Input.Password", "wrong-password");
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await form.SendAsync()).Status);

        var answer = await form.SendAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal(TimeSpan.FromMinutes(10), answer.Response.Headers.RetryAfter?.Delta);
        Assert.NotEmpty(answer.TextOf("h1")!);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync("/sign-in")).Status);
    }

    public sealed class SlowSite : Site
    {
        protected override void Configure(IDictionary<string, string?> settings)
        {
            settings["ServiceDesk:RateLimits:SignIn:Permits"] = "3";
            settings["ServiceDesk:RateLimits:SignIn:Window"] = "01:00:00";
        }
    }
}
