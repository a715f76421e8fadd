using Microsoft.Playwright;
using ServiceDesk.Application.Demo;

namespace ServiceDesk.Browser.Tests.Journeys;

/// <summary>A specialist makes a card, puts a contact right, and has a personal code shown, without touching the mouse.</summary>
public class ClientCardTests(LiveSite site) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task A_card_is_made_and_a_code_is_shown_for_a_reason_by_keyboard()
    {
        var page = await site.OpenAsync(1280, 900);
        await LiveSite.SignInAsync(page, DemoPeople.All[0]);
        await page.GotoAsync("/desk/clients");
        await page.Locator("a[href='/desk/clients/new']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/desk/clients/new");
        await page.Locator("[name='Input.Name']").FocusAsync();
        await page.Keyboard.InsertTextAsync("Tastatūra Taustiņa");
        await page.Locator("[name='Input.PersonalCode']").FocusAsync();
        await page.Keyboard.InsertTextAsync("161175-19996");
        await page.Locator("[name='Input.Phone']").FocusAsync();
        await page.Keyboard.InsertTextAsync("(371) 29 10 29 38");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#warnings")).ToContainTextAsync("pēdējais cipars");
        await page.Locator("[name='Input.Insist']").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Tastatūra Taustiņa");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("••••••-•9996");
        await LiveSite.ExpectNoViolationsAsync(page);

        await page.Locator("a[href$='/codes']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[name='Reveal.Reason']").FocusAsync();
        await page.Keyboard.InsertTextAsync("Izziņa Nr. 12");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-revealed]")).ToHaveTextAsync("161175-19996");
        await LiveSite.ExpectNoViolationsAsync(page);
    }
}
