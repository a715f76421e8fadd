using Microsoft.Playwright;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Browser.Tests;

/// <summary>Calculator, promises, calendar and standard at every size, without a fault axe can find.</summary>
public class DeadlinePagesTests(LiveSite site) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task A_citizen_asks_when_and_reads_the_promises()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/promises");
        await LiveSite.ExpectSoundAsync(page);
        await page.Locator("main a[href='/when']").ClickAsync();
        await page.WaitForURLAsync("**/when");
        await page.Locator("[name=Date]").FillAsync("2026-01-15");
        await page.Locator("form[action='/when'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".answerby .d")).ToHaveTextAsync("pirmdienai, 19. janvārim");
        await LiveSite.ExpectSoundAsync(page);
        await page.GotoAsync("/when?date=1999-12-31");
        await LiveSite.ExpectSoundAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_administrator_looks_at_the_effect_before_closing_a_day()
    {
        var page = await site.OpenAsync();
        await LiveSite.SignInAsync(page, DemoPeople.All.First(p => p.Roles.Contains(Role.Administrator)));
        foreach (var address in (string[])
            ["/desk/calendar?year=2026", "/desk/calendar?year=2027", "/desk/calendar/hours", "/desk/calendar/shifts", "/desk/calendar/confirm/2027",
            "/desk/standard", "/desk/standard/term/external-reply", "/desk/standard/duty/praise", "/desk/standard/counting"])
        {
            await page.GotoAsync(address);
            await LiveSite.ExpectSoundAsync(page);
        }

        await page.GotoAsync("/desk/calendar/add");
        await page.Locator("[name=On]").FillAsync("2026-09-01");
        await page.Locator("[name=Kind]").SelectOptionAsync("Closed");
        await page.Locator("[name=Source]").FillAsync("Rīkojums Nr. 12");
        await page.Locator("button[value=preview]").ClickAsync();
        await Assertions.Expect(page.Locator("#errors")).ToBeFocusedAsync();
        await LiveSite.ExpectSoundAsync(page);

        await page.Locator("[name=Reason]").FillAsync("Avārija");
        await page.Locator("button[value=preview]").ClickAsync();
        await Assertions.Expect(page.Locator("#preview")).ToBeVisibleAsync();
        await LiveSite.ExpectSoundAsync(page);
        await page.Context.CloseAsync();
    }
}
