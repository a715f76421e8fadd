using System.Net;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Accounts;

/// <summary>Each test has a person of its own: codes, lockouts and second factors stay with the account.</summary>
public class SecondFactorTests(Site site) : IClassFixture<Site>
{
    private static DemoPerson Person(string name) => DemoPeople.All.Single(p => p.Name == name);

    [Fact]
    public async Task A_code_of_the_telephone_opens_the_door_after_the_password_and_opens_it_once()
    {
        var person = Person("Inga");
        var (key, codes) = await EnableAsync(person);
        Assert.Equal(10, codes.Count);

        var step = await PasswordAsync(person);
        Assert.Equal("/sign-in/second-step?returnUrl=%2Fdesk%2Fnotices", step.Location);
        var page = await step.FollowAsync();
        var code = Letters.CodeOf(key, 1);
        var wrong = await page.Form("form[data-form=code]").Fill("Code", "000000").SendAsync();
        Assert.Contains("Kods neder.", wrong.Text, StringComparison.Ordinal);
        var right = await wrong.Form("form[data-form=code]").Fill("Code", code).SendAsync();
        Assert.Equal("/desk/notices", right.Location);
        Assert.Equal(HttpStatusCode.OK, (await right.FollowAsync()).Status);

        var again = await (await PasswordAsync(person)).FollowAsync();
        var replayed = await again.Form("form[data-form=code]").Fill("Code", code).SendAsync();
        Assert.Contains("Kods neder.", replayed.Text, StringComparison.Ordinal);
        Assert.Contains(await site.LettersToAsync(person.Email), l => l.Body.Contains("ieslēgts ieejas otrais solis", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recovery_code_opens_once_and_the_owner_hears_of_it()
    {
        var person = Person("Mārtiņš");
        var (_, codes) = await EnableAsync(person);

        var first = await (await PasswordAsync(person)).FollowAsync();
        var right = await first.Form("form[data-form=recovery]").Fill("RecoveryCode", codes[3].ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)).SendAsync();
        Assert.Equal("/desk/notices", right.Location);
        var account = await (await right.FollowAsync()).Form("form[action='/sign-out']").SendAsync();
        Assert.Equal("/", account.Location);

        var second = await (await PasswordAsync(person)).FollowAsync();
        var used = await second.Form("form[data-form=recovery]").Fill("RecoveryCode", codes[3]).SendAsync();
        Assert.Contains("Kods neder.", used.Text, StringComparison.Ordinal);
        Assert.Contains(await site.LettersToAsync(person.Email), l => l.Body.Contains("ienākts ar rezerves kodu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_wrong_codes_close_the_account_for_a_while()
    {
        var person = Person("Ruta");
        var (key, _) = await EnableAsync(person);
        var page = await (await PasswordAsync(person)).FollowAsync();
        for (var i = 0; i < 5; i++)
            page = await page.Form("form[data-form=code]").Fill("Code", "000000").SendAsync();
        var late = await page.Form("form[data-form=code]").Fill("Code", Letters.CodeOf(key, 1)).SendAsync();
        Assert.Contains("Mēģiniet vēlreiz pēc 15 minūtēm.", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_password_there_is_no_second_step()
    {
        var page = await site.Visitor().GetAsync("/sign-in/second-step");
        Assert.Equal("/sign-in", page.Location);
    }

    [Fact]
    public async Task A_wrong_code_or_a_wrong_password_leaves_the_second_step_off()
    {
        var client = await site.SignInAsync(Person("Guntis"));
        var page = await client.GetAsync("/desk/account/second-factor");
        var key = page.TextOf("[data-key-text]")!;
        var wrongPassword = await page.Form("form[data-form=enable]").Fill("Password", "not-my-password").Fill("Code", Letters.CodeOf(key)).SendAsync();
        Assert.Contains("Pašreizējā parole nav pareiza.", wrongPassword.Text, StringComparison.Ordinal);
        Assert.Equal(key, wrongPassword.TextOf("[data-key-text]"));
        var wrongCode = await wrongPassword.Form("form[data-form=enable]").Fill("Password", DemoPeople.Password).Fill("Code", "123").SendAsync();
        Assert.Contains("Kods neder.", wrongCode.Text, StringComparison.Ordinal);
        Assert.Contains("Izslēgts: kontu sargā tikai parole.", (await client.GetAsync("/desk/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones_and_the_second_step_can_be_switched_off()
    {
        var person = Person("Līga");
        var client = await site.SignInAsync(person);
        var (_, old) = await EnableAsync(person, client);
        var page = await client.GetAsync("/desk/account/second-factor");
        var fresh = await page.Form("form[data-form=factor]").Fill("Password", DemoPeople.Password).SendToAsync("/desk/account/second-factor?handler=Codes");
        Assert.Empty(fresh.TextsOf(".code-list li").Intersect(old));
        Assert.Contains("data:text/plain", fresh.Document.QuerySelector("a[download]")!.GetAttribute("href"), StringComparison.Ordinal);

        var off = await page.Form("form[data-form=factor]").Fill("Password", DemoPeople.Password).SendToAsync("/desk/account/second-factor?handler=Disable");
        Assert.Equal("/desk/account", off.Location);
        Assert.Equal("/desk/notices", (await PasswordAsync(person)).Location);
    }

    [Fact]
    public async Task A_role_that_demands_a_second_factor_leads_to_setting_it_up_at_the_next_sign_in()
    {
        var administrator = await site.SignInAsync(Role.Administrator);
        var accountant = Person("Ilze");
        var before = await site.SignInAsync(accountant);
        var page = await administrator.GetAsync("/desk/accounts/second-factor");
        Assert.Equal("1", page.Document.QuerySelector("tr:has(#role-Accountant) td.r")!.TextContent);
        var saved = await page.Form("form[data-form=demand]").Fill("Roles", nameof(Role.Accountant)).SendAsync();
        Assert.Equal("/desk/accounts/second-factor", saved.Location);

        site.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/desk/notices")).Status);

        var client = await site.SignInAsync(accountant);
        Assert.Equal("/desk/account/second-factor", (await client.GetAsync("/desk/notices")).Location);
        Assert.Contains("Jūsu lomai vajadzīgs otrais faktors.", (await client.GetAsync("/desk/account/second-factor")).Text, StringComparison.Ordinal);
        await EnableAsync(accountant, client);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk/notices")).Status);
        Assert.Null((await client.GetAsync("/desk/account/second-factor")).Document.QuerySelector("[formaction*=Disable]"));

        var log = await administrator.GetAsync("/desk/changes?thing=RoleDemand");
        Assert.Contains("Otrais faktors nē jā", log.TextOf(".change"), StringComparison.Ordinal);
    }

    private async Task<Page> PasswordAsync(DemoPerson person)
    {
        var page = await site.Visitor().GetAsync("/sign-in?returnUrl=%2Fdesk%2Fnotices");
        return await page.Form("form[data-form=sign-in]").Fill("Input.Email", person.Email).Fill("Input.Password", DemoPeople.Password).SendAsync();
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> EnableAsync(DemoPerson person, PageClient? client = null)
    {
        client ??= await site.SignInAsync(person);
        var page = await client.GetAsync("/desk/account/second-factor");
        var key = page.TextOf("[data-key-text]")!;
        var done = await page.Form("form[data-form=enable]").Fill("Password", DemoPeople.Password).Fill("Code", Letters.CodeOf(key)).SendAsync();
        Assert.Contains("Otrais solis ieslēgts.", done.Text, StringComparison.Ordinal);
        return (key, done.TextsOf(".code-list li"));
    }
}
