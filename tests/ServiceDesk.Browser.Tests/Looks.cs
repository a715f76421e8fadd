using Microsoft.Playwright;

namespace ServiceDesk.Browser.Tests;

/// <summary>
/// Looks at an open page at desktop, phone and 320 pixels by changing the size of its window, without loading it again: axe finds nothing
/// in either layout, nothing scrolls sideways, there is one heading of the first level and every text exists.
/// </summary>
internal static class Looks
{
    private static readonly (int Width, int Height)[] Narrow = [(390, 844), (320, 640)];

    /// <summary>The page's faults, each with the address; the window has its old size afterwards.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        var size = page.ViewportSize!;
        List<string> faults = [.. await Axe.FaultsAsync(page), .. await ShapeAsync(page)];
        foreach (var (width, height) in Narrow.Where(n => n.Width < size.Width))
        {
            await page.SetViewportSizeAsync(width, height);
            // The page answers a new size in the next frame: what scrolls now can be reached by keys.
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            if (width == Narrow[0].Width)
                faults.AddRange((await Axe.FaultsAsync(page)).Select(f => $"at {width} {f}"));
            faults.AddRange(await ShapeAsync(page));
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
        return [.. faults.Select(f => $"{page.Url}: {f}")];
    }

    /// <summary>Fails with every fault in full.</summary>
    public static void ExpectNone(IReadOnlyCollection<string> faults) => Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));

    private static Task<string[]> ShapeAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => {
          const faults = [], root = document.documentElement, headings = document.querySelectorAll('h1').length;
          if (root.scrollWidth > root.clientWidth + 1) faults.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth} pixels at ${innerWidth}`);
          if (headings !== 1) faults.push(`${headings} h1`);
          const missing = root.outerHTML.match(/\[[A-Z][A-Za-z]+\.[A-Z][A-Za-z.]+\]/);
          if (missing) faults.push(`a text is missing: ${missing[0]}`);
          return faults;
        }
        """);
}
