using Microsoft.Playwright;
using ServiceDesk.Application.Demo;
using static Microsoft.Playwright.Assertions;

namespace ServiceDesk.Browser.Tests.Journeys;

/// <summary>A morning at the work list without a mouse: filtered, saved as a view, walked, ticked, a note to many, the keys looked up and switched off.</summary>
public class WorkListByKeysTests(DemoSite site)
{
    [Fact]
    public async Task The_work_list_is_walked_ticked_and_saved_by_keys()
    {
        var page = await site.OpenAsync();
        await LiveSite.SignInAsync(page, DemoPeople.All.First(p => p.Name == "Daina"));

        // Two kinds out of a folded filter; Escape folds it and the focus stays.
        await page.GotoAsync("/desk?view=all");
        var kinds = page.Locator("details.fold:has(input[name=kind]) > summary");
        await kinds.FocusAsync();
        await PressAsync(page, "Enter");
        await page.Locator("input[name=kind][value=Complaint]").FocusAsync();
        await PressAsync(page, "Space");
        await page.Locator("input[name=kind][value=Question]").FocusAsync();
        await PressAsync(page, "Space");
        await PressAsync(page, "Escape");
        await page.WaitForFunctionAsync("() => document.activeElement.matches('summary')");
        await page.Locator("form[data-form=filters] button").FocusAsync();
        await PressAsync(page, "Enter");
        await page.WaitForURLAsync(url => url.Contains("kind=Complaint&kind=Question", StringComparison.Ordinal) && !url.Contains("q=", StringComparison.Ordinal));
        await Expect(page.Locator(".chips a.chip-on")).ToHaveCountAsync(3);

        // Kept as a view.
        await page.Locator("a[href^='/desk/views/new']").FocusAsync();
        await PressAsync(page, "Enter");
        await page.Locator("[name='Input.Name']").FillAsync("Sūdzības un jautājumi");
        await PressAsync(page, "Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Sūdzības un jautājumi");

        // Down two rows, open, next case, back to the row.
        await PressAsync(page, "j");
        await PressAsync(page, "j");
        await PressAsync(page, "o");
        await page.WaitForURLAsync(url => url.Contains("/desk/cases/", StringComparison.Ordinal));
        var second = await page.Locator("h1").TextContentAsync();
        await PressAsync(page, "j");
        await Expect(page.Locator("h1")).Not.ToHaveTextAsync(second!);
        await PressAsync(page, "k");
        await Expect(page.Locator("h1")).ToHaveTextAsync(second!);
        await PressAsync(page, "u");
        await page.WaitForURLAsync(url => url.Contains("/desk?", StringComparison.Ordinal));
        await page.WaitForFunctionAsync("() => document.activeElement === document.querySelectorAll('[data-row]')[1]");

        // Ticked one by one and up to a row; the bar says how many, and each gets the note.
        await Expect(page.Locator("[data-bulk-bar]")).ToBeHiddenAsync();
        await PressAsync(page, "x");
        await PressAsync(page, "j");
        await PressAsync(page, "j");
        await PressAsync(page, "Shift+X");
        await Expect(page.Locator("[data-bulk-count]")).ToHaveTextAsync("Atzīmēts: 3");
        await page.Locator("#bulk button[value=Note]").FocusAsync();
        await PressAsync(page, "Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Pievienot piezīmi: 3 lietas");
        await page.Locator("[name='Input.Text']").FillAsync("Pārbaudīts rīta sanāksmē.");
        await page.Locator("form[data-form=bulk] button").FocusAsync();
        await PressAsync(page, "Enter");
        await Expect(page.Locator("main")).ToContainTextAsync("Izdarīts: 3. Atteikts: 0.");

        // The keys, in a dialog that Escape closes; then without them.
        await PressAsync(page, "?");
        await Expect(page.Locator("dialog[open]")).ToContainTextAsync("nākamā vai iepriekšējā lieta");
        await LiveSite.ExpectNoViolationsAsync(page);
        await PressAsync(page, "Escape");
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await page.GotoAsync("/desk/keys");
        await page.Locator("form[data-form=single-keys] button").FocusAsync();
        await PressAsync(page, "Enter");
        await Expect(page.Locator("main")).ToContainTextAsync("Jums ir izslēgti");
        await page.GotoAsync("/desk?view=all");
        await PressAsync(page, "j");
        Assert.False(await page.EvaluateAsync<bool>("document.activeElement.matches('[data-row]')"));
    }

    /// <summary>Keys work once the page's scripts have run.</summary>
    private static async Task PressAsync(IPage page, string key)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        await page.Keyboard.PressAsync(key);
    }
}
