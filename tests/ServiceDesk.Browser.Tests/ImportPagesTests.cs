using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Demo;
using ServiceDesk.Testing;
using static Microsoft.Playwright.Assertions;

namespace ServiceDesk.Browser.Tests;

/// <summary>An older register is taken over and searched, with the keyboard alone.</summary>
public class ImportPagesTests(LiveSite site) : IClassFixture<LiveSite>
{
    private static readonly string Register = Path.Combine(Folders.Root, "tests", "ServiceDesk.Testing", "Registers", "register-export.csv");

    [Fact]
    public async Task A_register_is_tried_taken_over_and_found_by_its_words()
    {
        var page = await site.OpenAsync();
        await LiveSite.SignInAsync(page, DemoPeople.All.First(p => p.Name == "Daina"));
        await page.GotoAsync("/desk/import");
        await page.Locator("[name=Upload]").SetInputFilesAsync(Register);
        await page.Locator("form[data-form=import] button").PressAsync("Enter");

        // The page shows the progress by itself once the job has gone on.
        await Expect(page.Locator("#progress")).ToBeVisibleAsync();
        await LiveSite.ExpectNoViolationsAsync(page);
        await site.RunAsync((RunImportsJob job) => job.RunAsync(CancellationToken.None));
        var confirm = page.Locator("form[data-form=confirm] button");
        await Expect(confirm).ToBeVisibleAsync();
        await LiveSite.ExpectSoundAsync(page);

        await confirm.PressAsync("Enter");
        await Expect(page.Locator("#progress")).ToBeVisibleAsync();
        await site.RunAsync((RunImportsJob job) => job.RunAsync(CancellationToken.None));
        await Expect(page.Locator("#report")).ToBeVisibleAsync();
        await LiveSite.ExpectSoundAsync(page);

        await page.GotoAsync("/desk/search");
        await page.Locator("main [name=q]").FillAsync("udens pagraba");
        await page.Locator("main [name=q]").PressAsync("Enter");
        await Expect(page.Locator("main mark").First).ToBeVisibleAsync();
        await LiveSite.ExpectSoundAsync(page);
    }
}
