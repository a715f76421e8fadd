using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ServiceDesk.Application.Demo;
using ServiceDesk.Testing;

namespace ServiceDesk.Browser.Tests;

/// <summary>The site on a real port and a real Chromium in front of it. Without a browser on the machine its tests show as skipped.</summary>
public class LiveSite : Site
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public LiveSite() => Listen();

    protected override string EnvironmentName => "Development";

    public override async ValueTask InitializeAsync()
    {
        if (Chromium.Find() is not { } chromium)
            return;
        await base.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium.Path,
            Args = chromium.Arguments,
            Env = Variables(chromium.Variables),
        });
        Assertions.SetDefaultExpectTimeout(10_000);
    }

    /// <summary>A fresh visitor, at desktop or phone size.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 900)
    {
        Assert.SkipWhen(browser is null, "No Chromium on this machine.");
        var context = await browser.NewContextAsync(new() { BaseURL = Url, Locale = "lv-LV", TimezoneId = "Europe/Riga", ViewportSize = new() { Width = width, Height = height } });
        return await context.NewPageAsync();
    }

    public static async Task SignInAsync(IPage page, DemoPerson person)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("[name='Input.Email']").FillAsync(person.Email);
        await page.Locator("[name='Input.Password']").FillAsync(DemoPeople.Password);
        await page.Locator("form[data-form=sign-in] button").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Nothing axe can find is wrong with the page.</summary>
    public static async Task ExpectNoViolationsAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, page.Url + Environment.NewLine + string.Join(
            Environment.NewLine, result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }

    public override async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
            playwright!.Dispose();
            await base.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private static Dictionary<string, string> Variables(IReadOnlyDictionary<string, string> more)
    {
        Dictionary<string, string> all = [];
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
            all[(string)variable.Key] = (string?)variable.Value ?? "";
        foreach (var (name, value) in more)
            all[name] = value;
        return all;
    }
}
