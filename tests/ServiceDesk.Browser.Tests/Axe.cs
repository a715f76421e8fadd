using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ServiceDesk.Browser.Tests;

/// <summary>Runs axe in a page, once loaded into it as often as asked. It runs inside the page alone: no second browser window, no results but the faults.</summary>
internal static class Axe
{
    private const string Run = """
        async rules => {
          const options = { resultTypes: ['violations'], preload: false };
          if (rules.length) options.runOnly = { type: 'rule', values: rules };
          const result = await axe.run(document, options);
          return result.violations.map(v => `${v.id}: ${v.help} ` + v.nodes.slice(0, 3).map(n => n.html.slice(0, 140)).join(' | '));
        }
        """;

    private static readonly string Source = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with the page as it is seen now: rule, its words and the first elements.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("typeof window.axe === 'object'"))
            await page.EvaluateAsync(Source);
        return await page.EvaluateAsync<string[]>(Run, rules);
    }
}
