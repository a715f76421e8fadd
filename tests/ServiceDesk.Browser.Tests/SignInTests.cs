using Microsoft.Playwright;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Browser.Tests;

public class SignInTests(LiveSite site) : IClassFixture<LiveSite>
{
    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 900)]
    public async Task An_administrator_signs_in_reads_the_status_and_leaves(int width, int height)
    {
        var page = await site.OpenAsync(width, height);
        await page.GotoAsync("/desk/status");
        await LiveSite.ExpectNoViolationsAsync(page);

        await LiveSite.SignInAsync(page, DemoPeople.All.First(p => p.Roles.Contains(Role.Administrator)));
        await page.GotoAsync("/desk/status");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sistēmas stāvoklis");
        await LiveSite.ExpectNoViolationsAsync(page);

        await page.GotoAsync("/sign-out");
        await LiveSite.ExpectNoViolationsAsync(page);
        await page.Locator("form[data-form=sign-out] button").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-out", StringComparison.Ordinal));
        await page.GotoAsync("/desk/status");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_wrong_with_the_form_takes_the_focus_and_passes_axe()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator("form[data-form=sign-in] button").ClickAsync();
        await Assertions.Expect(page.Locator("#errors")).ToBeFocusedAsync();
        await LiveSite.ExpectNoViolationsAsync(page);
        await page.Context.CloseAsync();
    }
}
