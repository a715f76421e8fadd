namespace ServiceDesk.Browser.Tests;

/// <summary>The look at pages finds what it is for.</summary>
public class LooksTests(DemoSite site)
{
    [Fact]
    public async Task A_page_with_every_fault_is_told_of_each()
    {
        var page = await site.OpenAsync(1440);
        await page.GotoAsync("/errors/404");
        await page.EvaluateAsync("""
            () => {
              document.querySelector('main').innerHTML = '<h1>One</h1><h1>Two</h1><input name="bare"><p>[Cases.Nowhere.Title]</p><div id="wide"></div><button id="narrow"></button>';
              Object.assign(document.querySelector('#wide').style, { width: '380px', height: '9px' });
              document.querySelector('#narrow').hidden = innerWidth > 400;
              addEventListener('resize', () => document.querySelector('#narrow').hidden = innerWidth > 400);
            }
            """);
        var faults = string.Join('\n', await Looks.FaultsAsync(page));
        Assert.Contains("/errors/404: label: ", faults, StringComparison.Ordinal);
        Assert.Contains("at 390 button-name: ", faults, StringComparison.Ordinal);
        Assert.DoesNotContain("404: button-name: ", faults, StringComparison.Ordinal);
        Assert.Contains("pixels at 320", faults, StringComparison.Ordinal);
        Assert.DoesNotContain("pixels at 1440", faults, StringComparison.Ordinal);
        Assert.Contains("2 h1", faults, StringComparison.Ordinal);
        Assert.Contains("a text is missing: [Cases.Nowhere.Title]", faults, StringComparison.Ordinal);
    }
}
