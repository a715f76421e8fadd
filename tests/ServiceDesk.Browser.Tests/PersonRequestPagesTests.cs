using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared.Access;
using static Microsoft.Playwright.Assertions;

namespace ServiceDesk.Browser.Tests;

/// <summary>A request of a person about their data, from registration to the answer, by keys alone; and its page on every screen.</summary>
public class PersonRequestPagesTests(LiveSite site) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task A_request_is_registered_checked_and_answered_with_keys_alone()
    {
        var page = await site.OpenAsync();
        await LiveSite.SignInAsync(page, DemoPeople.All.First(p => p.Roles.Contains(Role.DataProtectionOfficer)));
        await page.GotoAsync("/desk/protection/requests/new");
        await page.Locator("#Input_Kind").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Locator("#Input_Name").FocusAsync();
        await page.Keyboard.TypeAsync("Vilma Zvirbule");
        await page.Locator("#Input_Wish").FocusAsync();
        await page.Keyboard.TypeAsync("Vēlos zināt, kas par mani glabājas.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("DA/");

        await page.Locator("form[data-form=identity] button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("aside")).ToContainTextAsync("Pārbaudīts, kas lūdz");
        await page.Locator("#Answer").FocusAsync();
        await page.Keyboard.TypeAsync("Par Jums glabājam tikai šo pieprasījumu.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".bar")).ToContainTextAsync("Izpildīts");
        await Expect(page.Locator("main")).ToContainTextAsync("Labdien, Vilma Zvirbule!");

        await LiveSite.ExpectSoundAsync(page);
    }
}
