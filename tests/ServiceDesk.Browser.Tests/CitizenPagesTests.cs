using System.Text;
using Microsoft.Playwright;

namespace ServiceDesk.Browser.Tests;

/// <summary>A citizen writes, keeps number and key, comes back by them and gives up waiting; on the smallest screen and at a desk, with scripts, without a fault axe can find.</summary>
public class CitizenPagesTests(LiveSite site) : IClassFixture<LiveSite>
{
    [Theory]
    [InlineData(320, 640)]
    [InlineData(1280, 900)]
    public async Task A_citizen_writes_and_follows_the_case(int width, int height)
    {
        var page = await site.OpenAsync(width, height);
        List<string> faults = [];
        page.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text); };

        await page.GotoAsync("/submit");
        await CheckAsync(page);
        await page.RunAndWaitForResponseAsync(() => page.Locator("input[value=Praise]").CheckAsync(), r => r.Url.Contains("handler=Date", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#answer-date .strip")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#answer-line")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#answer-line")).ToContainTextAsync("Atbildēsim līdz");

        // Nothing written, a program attached: the summary takes the focus, the good file stays.
        site.Time.Advance(TimeSpan.FromSeconds(10));
        await page.Locator("#Input_Files").SetInputFilesAsync([File("foto.pdf", "%PDF-1.7\nx"), File("rēķins.exe", "MZ\0")]);
        await page.Locator("form[data-form=submit] .btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("#errors")).ToBeFocusedAsync();
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Kļūda: "));
        await Assertions.Expect(page.Locator(".kept")).ToContainTextAsync("foto.pdf");
        await CheckAsync(page);

        await page.Locator("#Input_Text").FillAsync("Paldies par iztīrīto Upes ielu!");
        await page.Locator("form[data-form=submit] .btn-primary").ClickAsync();
        await page.WaitForURLAsync("**/submit/done");
        await CheckAsync(page);
        var number = await page.Locator(".slip dd.num").InnerTextAsync();
        var key = await page.Locator(".slip dd.mono").InnerTextAsync();

        // Back, and once more: the words are still there and lead to the same case.
        await page.GotoAsync("/submit");
        site.Time.Advance(TimeSpan.FromSeconds(10));
        await page.Locator("#Input_Text").FillAsync("Vēl viena uzslava.");
        await page.Locator("form[data-form=submit] .btn-primary").ClickAsync();
        await page.WaitForURLAsync("**/submit/done");
        var second = await page.Locator(".slip dd.num").InnerTextAsync();
        Assert.NotEqual(number, second);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#Input_Text")).ToHaveValueAsync("Vēl viena uzslava.");
        site.Time.Advance(TimeSpan.FromSeconds(10)); // The browser may have fetched the page anew.
        await page.Locator("form[data-form=submit] .btn-primary").ClickAsync();
        await page.WaitForURLAsync("**/submit/done");
        await Assertions.Expect(page.Locator(".slip dd.num")).ToHaveTextAsync(second);

        // Another browser, by the address the QR code carries.
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync($"/track#{Uri.EscapeDataString(number)}/{key}");
        await Assertions.Expect(page.Locator("#Input_Number")).ToHaveValueAsync(number);
        Assert.DoesNotContain("#", page.Url, StringComparison.Ordinal);
        await CheckAsync(page);
        await page.Locator("form[data-form=track] button").ClickAsync();
        await page.WaitForURLAsync("**/track/case");
        await CheckAsync(page);

        await page.Locator("#Input_Text").FillAsync("Un arī parku!");
        await page.Locator("form[data-form=add] .btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator(".tl")).ToContainTextAsync("Un arī parku!");
        await page.Locator("a[href='/track/case/withdraw']").ClickAsync();
        await page.WaitForURLAsync("**/track/case/withdraw");
        await CheckAsync(page);
        await page.Locator("form[data-form=withdraw] button").ClickAsync();
        await Assertions.Expect(page.Locator(".answerby")).ToContainTextAsync("Atbilde nav vajadzīga");
        await CheckAsync(page);

        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    private static async Task CheckAsync(IPage page)
    {
        await LiveSite.ExpectNoViolationsAsync(page);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways");
    }

    private static FilePayload File(string name, string content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(content) };
}
