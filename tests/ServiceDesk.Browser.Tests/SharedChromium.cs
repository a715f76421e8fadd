using Microsoft.Playwright;
using ServiceDesk.Browser.Tests;

[assembly: AssemblyFixture(typeof(SharedChromium))]
[assembly: AssemblyFixture(typeof(DemoSite))]

namespace ServiceDesk.Browser.Tests;

/// <summary>The one browser of the test run; each visitor has a window with a jar of cookies of its own. Closed with the run.</summary>
public sealed class SharedChromium : IAsyncDisposable
{
    // On a busy machine a page may take long; a test that waits for what it expects loses nothing by a long patience.
    private const int Patience = 60_000;

    private static readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)?>> Started = new(StartAsync);

    public static bool IsThere => Chromium.Find() is not null;

    /// <summary>A fresh visitor of the site at the address.</summary>
    public static async Task<IPage> OpenAsync(string address, int width, int height)
    {
        if (await Started.Value is not { } started)
        {
            Assert.Skip("No Chromium on this machine.");
            return null!;
        }

        var context = await started.Browser.NewContextAsync(new() { BaseURL = address, Locale = "lv-LV", TimezoneId = "Europe/Riga", ViewportSize = new() { Width = width, Height = height } });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!Started.IsValueCreated || await Started.Value is not { } started)
            return;
        await started.Browser.DisposeAsync();
        started.Playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)?> StartAsync()
    {
        if (Chromium.Find() is not { } chromium)
            return null;
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience / 2);
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium.Path, Args = chromium.Arguments, Env = Variables(chromium.Variables) }));
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
