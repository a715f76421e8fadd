using System.Net;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Infrastructure.Identity;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Accounts;

public class OwnAccountTests(Site site) : IClassFixture<Site>
{
    private static DemoPerson Person(string name) => DemoPeople.All.Single(p => p.Name == name);

    [Fact]
    public async Task Every_role_has_an_account_to_keep()
    {
        foreach (var role in Enum.GetValues<Role>())
            Assert.Equal(HttpStatusCode.OK, (await (await site.SignInAsync(role)).GetAsync("/desk/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().GetAsync("/desk/account")).Status);
    }

    [Theory]
    [InlineData(Role.HumanResources, "/desk/employees")]
    [InlineData(Role.DataProtectionOfficer, "/desk/changes")]
    [InlineData(Role.MysteryShopper, "/desk/account")]
    public async Task Who_has_no_cases_begins_where_the_own_work_is(Role role, string page)
    {
        var person = DemoPeople.All.First(p => p.Roles.Contains(role));
        var client = await site.SignInAsync(person);
        var first = await client.GetAsync("/desk");
        if (person.Roles.Contains(Role.Employee))
            Assert.Equal(HttpStatusCode.OK, first.Status);
        else
            Assert.Equal(page, first.Location);
    }

    [Fact]
    public async Task Another_password_signs_the_other_browsers_out_and_tells_the_owner()
    {
        var person = Person("Valdis");
        var here = await site.SignInAsync(person);
        var there = await site.SignInAsync(person);
        var page = await here.GetAsync("/desk/account/password");

        var wrong = await page.Form("form[data-form=password]").Fill("Current", "wrong-password").Fill("Input.Password", "river-stone-lamp").Fill("Input.Again", "river-stone-lamp").SendAsync();
        Assert.Contains("Pašreizējā parole nav pareiza.", wrong.Text, StringComparison.Ordinal);
        var changed = await page.Form("form[data-form=password]").Fill("Current", DemoPeople.Password).Fill("Input.Password", "river-stone-lamp").Fill("Input.Again", "river-stone-lamp").SendAsync();

        Assert.Equal("/desk/account", changed.Location);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/desk/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/desk/account")).Status);
        Assert.Contains(await site.LettersToAsync(person.Email), l => l.Body.Contains("nomainīta parole", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("short", "short", "Izvēlieties paroli ar vismaz 12 rakstzīmēm.")]
    [InlineData("river-stone-lamp", "river-stone-lump", "Paroles atšķiras.")]
    [InlineData("sanita-dūja-1", "sanita-dūja-1", "Šo paroli ir viegli uzminēt")]
    [InlineData("qwertyuiop123", "qwertyuiop123", "Šo paroli ir viegli uzminēt")]
    public async Task A_bad_new_password_is_refused_with_the_reason(string password, string again, string sentence)
    {
        var client = await site.SignInAsync(Person("Sanita"));
        var page = await client.GetAsync("/desk/account/password");
        var answer = await page.Form("form[data-form=password]").Fill("Current", DemoPeople.Password).Fill("Input.Password", password).Fill("Input.Again", again).SendAsync();
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_one_does_not_know_is_signed_out_at_once()
    {
        var person = Person("Elīna");
        var here = await site.SignInAsync(person);
        var there = await site.SignInAsync(person);
        var page = await here.GetAsync("/desk/account");
        var answer = await page.Form("form[data-form=end-session]").SendAsync("session");
        Assert.Equal("/desk/account", answer.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/desk/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/desk/account")).Status);
    }

    [Fact]
    public async Task A_browser_closed_without_signing_out_is_off_the_list_when_its_cookie_has_run_out()
    {
        var person = Person("Edgars");
        await site.SignInAsync(person);
        site.Time.Advance(TimeSpan.FromHours(5));
        var here = await site.SignInAsync(person);
        Assert.Equal(2, (await here.GetAsync("/desk/account")).TextsOf("table tbody tr").Count);
        site.Time.Advance(TimeSpan.FromHours(4));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/desk/account")).Status);
        Assert.NotEqual("0 ended, 0 forgotten", await site.RunAsync((ForgetSessionsJob job) => job.RunAsync(CancellationToken.None)));
        Assert.Single((await here.GetAsync("/desk/account")).TextsOf("table tbody tr"));
    }

    [Fact]
    public async Task The_language_of_letters_and_pages_is_kept()
    {
        var person = Person("Agnese");
        var client = await site.SignInAsync(person);
        var saved = await (await client.GetAsync("/desk/account")).Form("form[data-form=language]").Fill("language", "en").SendAsync();
        await saved.FollowAsync();
        Assert.Equal("My account", (await client.GetAsync("/desk/account")).TextOf("h1"));
    }

    [Fact]
    public async Task A_passkey_needs_the_password_and_an_answer_of_the_browser()
    {
        var client = await site.SignInAsync(Person("Kārlis"));
        var page = await client.GetAsync("/desk/account/passkeys");
        var form = page.Form("form[data-form=add-passkey]").Fill("Name", "Darba dators").Fill("Password", "wrong-password");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SendToAsync("/desk/account/passkeys?handler=Offer")).Status);
        var offer = await form.Fill("Password", DemoPeople.Password).SendToAsync("/desk/account/passkeys?handler=Offer");
        Assert.Contains("\"challenge\"", offer.Html, StringComparison.Ordinal);
        var forged = await form.Fill("Credential", "{\"id\":\"x\"}").SendAsync();
        Assert.Contains("Ar piekļuves atslēgu neizdevās.", forged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_passkey_opens_nothing()
    {
        var visitor = site.Visitor();
        var page = await visitor.GetAsync("/sign-in");
        var options = await page.Form("form[data-form=passkey]").SendToAsync("/sign-in/passkey?handler=Options");
        Assert.Contains("\"challenge\"", options.Html, StringComparison.Ordinal);
        var answer = await page.Form("form[data-form=passkey]").Fill("Credential", "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}").SendAsync();
        Assert.Equal("/sign-in", answer.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/desk/account")).Status);
    }
}
