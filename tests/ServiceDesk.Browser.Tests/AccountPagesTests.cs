using System.Security.Cryptography;
using Microsoft.Playwright;
using ServiceDesk.Application.Demo;

namespace ServiceDesk.Browser.Tests;

/// <summary>The locks of the own account, by keyboard only: a passkey in a virtual authenticator, and codes computed as a telephone does.</summary>
public class AccountPagesTests(LiveSite site) : IClassFixture<LiveSite>
{
    private static DemoPerson Person(string name) => DemoPeople.All.Single(p => p.Name == name);

    [Fact]
    public async Task Somebody_adds_a_passkey_and_enters_with_it_instead_of_the_password()
    {
        var page = await site.OpenAsync();
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await LiveSite.SignInAsync(page, Person("Jānis"));
        await page.GotoAsync("/desk/account/passkeys");
        await page.Locator("[data-form=add-passkey]").WaitForAsync();
        await LiveSite.ExpectNoViolationsAsync(page);

        await page.Locator("form[data-form=add-passkey] [name=Name]").FocusAsync();
        await page.Keyboard.TypeAsync("Darba dators");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("wrong-password");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("form[data-form=add-passkey] [role=alert]")).ToHaveTextAsync("Pašreizējā parole nav pareiza.");
        await page.Locator("form[data-form=add-passkey] [name=Password]").FillAsync(DemoPeople.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".passkeys h2")).ToHaveTextAsync("Darba dators");
        await LiveSite.ExpectNoViolationsAsync(page);

        // The browser offers the passkey by itself while the address is typed; the virtual one answers at once, so the page opens the desk.
        await SignOutAsync(page);
        await page.GotoAsync("/sign-in?returnUrl=%2Fdesk%2Faccount", new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mans konts");

        // A browser that offers nothing by itself has the button.
        await SignOutAsync(page);
        await page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
        await page.GotoAsync("/sign-in?returnUrl=%2Fdesk%2Faccount");
        await page.Locator("form[data-form=passkey] button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mans konts");
        await page.Context.CloseAsync();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/sign-out");
        await page.Locator("form[data-form=sign-out] button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/sign-out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_sets_the_second_step_up_and_enters_with_a_code_of_the_telephone()
    {
        var page = await site.OpenAsync(390, 844);
        await LiveSite.SignInAsync(page, Person("Zane"));
        await page.GotoAsync("/desk/account/second-factor");
        await LiveSite.ExpectNoViolationsAsync(page);
        var key = await page.Locator("[data-key-text]").InnerTextAsync();
        await page.Locator("form[data-form=enable] [name=Password]").FocusAsync();
        await page.Keyboard.TypeAsync(DemoPeople.Password);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(CodeOf(key, 0));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".code-list li")).ToHaveCountAsync(10);
        await LiveSite.ExpectNoViolationsAsync(page);

        var other = await site.OpenAsync();
        await other.GotoAsync("/sign-in");
        await other.Locator("[name='Input.Email']").FillAsync(Person("Zane").Email);
        await other.Keyboard.PressAsync("Tab");
        await other.Keyboard.TypeAsync(DemoPeople.Password);
        await other.Keyboard.PressAsync("Enter");
        await Assertions.Expect(other.Locator("[name=Code]")).ToBeFocusedAsync();
        await LiveSite.ExpectNoViolationsAsync(other);
        var code = other.Locator("[name=Code]");
        var digits = CodeOf(key, 1);
        await code.PressSequentiallyAsync(digits);
        await Assertions.Expect(code).ToHaveValueAsync(digits);
        await code.PressAsync("Enter");
        await other.WaitForURLAsync(url => url.Contains("/desk", StringComparison.Ordinal));
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    /// <summary>RFC 6238: thirty seconds, six digits, SHA-1.</summary>
    private static string CodeOf(string key, int step)
    {
        var bits = string.Concat(key.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant().Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes((TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + step);
        if (BitConverter.IsLittleEndian)
            Array.Reverse(counter);
#pragma warning disable CA5350 // what authenticators use
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        var number = ((hash[offset] & 127) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
