using ServiceDesk.Application.Demo;
using static Microsoft.Playwright.Assertions;

namespace ServiceDesk.Browser.Tests;

/// <summary>A personal-data breach from the first report to the decision, with the keyboard alone; the pages beside it fit and are accessible.</summary>
public class ProtectionPagesTests(LiveSite site) : IClassFixture<LiveSite>
{
    private static readonly string[] Pages =
    [
        "/desk/protection", "/desk/protection/breaches", "/desk/protection/processing", "/desk/protection/processing/Complaints", "/desk/protection/privacy", "/desk/protection/privacy/Form",
        "/desk/protection/consents", "/desk/protection/consents/edit",
    ];

    [Fact]
    public async Task A_breach_is_reported_assessed_and_decided_by_keyboard()
    {
        var page = await site.OpenAsync();
        await LiveSite.SignInAsync(page, DemoPeople.All.First(p => p.Name == "Baiba"));
        await page.GotoAsync("/desk/protection/breaches/report");
        await page.Locator("[name='Input.What']").FillAsync("Vēstule ar kontaktiem nosūtīta citam klientam");
        await page.Locator("[name='Input.Confidentiality'][type=checkbox]").PressAsync("Space");
        await page.Locator("form[data-form=tell-breach] button.btn-primary").PressAsync("Enter");
        await Expect(page.Locator(".due-lg")).ToBeVisibleAsync();
        await LiveSite.ExpectSoundAsync(page);

        await page.Locator("[name='Input.Risk'][value=Unlikely]").PressAsync("Space");
        await page.Locator("[name='Input.Reason']").FillAsync("Saņēmējs vēstuli neatvēra");
        await page.Locator("form[data-form=step] button").PressAsync("Enter");
        await page.Locator("[name='Input.Notify'][value=False]").PressAsync("Space");
        await page.Locator("[name='Input.Reason']").FillAsync("Risks maz ticams");
        await page.Locator("form[data-form=step] button").PressAsync("Enter");
        // The clock has stopped; the next question is about the people.
        await Expect(page.Locator(".due-lg")).ToHaveCountAsync(0);
        await Expect(page.Locator("[name='Input.Notify']").First).ToBeVisibleAsync();
        foreach (var path in Pages)
        {
            await page.GotoAsync(path);
            await LiveSite.ExpectSoundAsync(page);
        }
    }

    [Fact]
    public async Task Public_pages_of_notices_and_consents_fit()
    {
        var page = await site.OpenAsync();
        foreach (var path in new[] { "/privacy", "/privacy/form", "/privacy/form/1", "/subscribe", "/subscribe?sent=true", "/subscribe/withdraw/unknown" })
        {
            await page.GotoAsync(path);
            await LiveSite.ExpectSoundAsync(page);
        }
    }
}
