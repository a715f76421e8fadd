using System.Collections.Concurrent;
using Microsoft.Playwright;
using ServiceDesk.Application.Demo;
using ServiceDesk.Testing;

namespace ServiceDesk.Browser.Tests;

/// <summary>The site on a real port, in front of it the browser that all tests share. Without a browser on the machine its tests show as skipped.</summary>
public class LiveSite : Site
{
    private readonly ConcurrentBag<IBrowserContext> visitors = [];

    public LiveSite() => Listen();

    protected override string EnvironmentName => "Development";

    public override async ValueTask InitializeAsync()
    {
        if (SharedChromium.IsThere)
            await base.InitializeAsync();
    }

    /// <summary>A fresh visitor, at desktop or phone size.</summary>
    public virtual async Task<IPage> OpenAsync(int width = 1280, int height = 900)
    {
        var page = await SharedChromium.OpenAsync(SharedChromium.IsThere ? Url : "", width, height);
        visitors.Add(page.Context);
        return page;
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
        await page.WaitForLoadStateAsync(LoadState.Load);
        Looks.ExpectNone([.. (await Axe.FaultsAsync(page)).Select(f => $"{page.Url}: {f}")]);
    }

    /// <summary>Nothing axe can find is wrong with the page at any size, and it fits each.</summary>
    public static async Task ExpectSoundAsync(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        Looks.ExpectNone(await Looks.FaultsAsync(page));
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors.Where(v => v.Browser is { IsConnected: true }))
            await visitor.CloseAsync();
        if (SharedChromium.IsThere)
            await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
