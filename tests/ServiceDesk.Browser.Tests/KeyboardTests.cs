using Microsoft.Playwright;
using ServiceDesk.Application.Demo;

namespace ServiceDesk.Browser.Tests;

/// <summary>
/// Every page of the desk with the Tab key alone: the focus comes to each link, button and field that can be seen, is shown where it is,
/// and is caught nowhere.
/// </summary>
public class KeyboardTests(DemoSite site) : IClassFixture<DemoSite>
{
    // A group of radio buttons is one stop; what a closed <details> holds is none.
    private const string Stops = """
        () => {
          const seen = new Set();
          const shown = e => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
          const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
            .filter(e => shown(e) && !e.disabled && e.tabIndex >= 0 && e.type !== 'hidden')
            .filter(e => e.type !== 'radio' || !seen.has(e.name) && seen.add(e.name));
          all.forEach((e, i) => e.dataset.stop = i);
          return all.length;
        }
        """;

    private const string Focused = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return '';
          const stop = e.dataset.stop ?? [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(e.name ?? '')}"]`)].find(r => r.dataset.stop)?.dataset.stop ?? '?';
          const look = getComputedStyle(e), box = e.getBoundingClientRect();
          // Inside a field of date or time the browser moves from part to part and marks them itself.
          const ring = ['date', 'time', 'datetime-local'].includes(e.type) || look.outlineStyle !== 'none' && look.outlineWidth !== '0px' || look.boxShadow !== 'none'
            || e.closest('label') && getComputedStyle(e.closest('label')).outlineStyle !== 'none';
          return `${stop}|${ring ? 'ring' : 'bare'}|${box.width > 0 ? 'there' : 'gone'}|${e.outerHTML.slice(0, 120)}`;
        }
        """;

    private static readonly (string Name, string[] Pages)[] Desk =
    [
        ("Daina", ["/desk?view=all", "/desk/search?q=apgaismojums", "/desk/register", "/desk/drafts", "/desk/views", "/desk/templates", "/desk/text-modules", "/desk/useful-links",
            "/desk/institutions", "/desk/import", "/desk/breaches", "/desk/messages", "/desk/companies/imports", "/desk/clients/find", "/desk/clients/duplicates", "/desk/clients", "/desk/clients/heard-from"]),
        ("Kristīne", ["/desk/units", "/desk/units/new", "/desk/employees", "/desk/employees/new", "/desk/accounts", "/desk/accounts/invite", "/desk/accounts/second-factor",
            "/desk/changes", "/desk/account", "/desk/account/second-factor", "/desk/account/passkeys", "/desk/calendar", "/desk/calendar/import", "/desk/topics", "/desk/topics/routes",
            "/desk/topics/services", "/desk/standard", "/desk/status"]),
        ("Baiba", ["/desk/protection/access-log", "/desk/protection/requests?all=true", "/desk/protection/requests/new"]),
        ("Baiba", ["/desk/protection", "/desk/protection/breaches", "/desk/protection/breaches/report", "/desk/protection/processing", "/desk/protection/privacy/Form", "/desk/protection/consents"]),
        ("Kristīne", ["/desk/break-glass"]), ("Aija", ["/desk/stand-ins"]), ("Oskars", ["/desk/commission"]), ("Ruta", ["/desk/about-me"]),
        ("Vija", ["/desk/protection/retention", "/desk/protection/retention/terms", "/desk/protection/retention/holds"]),
    ];

    private static readonly string[] OfACase =
        ["", "?w=interim", "?w=note", "/assign", "/ask", "/ask-client", "/forward", "/confidential", "/links", "/merge", "/split", "/topic", "/client", "/close"];

    [Fact]
    public async Task The_tab_key_reaches_everything_and_shows_where_it_is()
    {
        List<string> faults = [];
        foreach (var (name, paths) in Desk)
        {
            var page = await site.OpenAsync(1440, 900);
            await LiveSite.SignInAsync(page, DemoPeople.All.First(p => p.Name == name));
            foreach (var path in paths)
                await WalkAsync(page, path, faults);
            if (name != "Daina")
                continue;
            await page.GotoAsync("/desk?view=all");
            var item = (await page.Locator("a[data-row]").First.GetAttributeAsync("href"))!.Split('?')[0];
            foreach (var suffix in OfACase)
                await WalkAsync(page, item + suffix, faults);
        }

        Assert.Empty(faults);
    }

    private static bool IsSeen(string[] parts) => parts[1] == "ring" && parts[2] == "there";

    /// <summary>Where the focus is; on a busy machine the page may need a moment to draw it.</summary>
    private static async Task<string[]> LookAsync(IPage page)
    {
        for (var look = 0; ; look++)
        {
            var parts = (await page.EvaluateAsync<string>(Focused)).Split('|', 4);
            if (parts.Length == 1 || IsSeen(parts) || look == 10)
                return parts;
            await page.WaitForTimeoutAsync(100);
        }
    }

    private static async Task WalkAsync(IPage page, string path, List<string> faults)
    {
        var answer = await page.GotoAsync(path);
        if (answer is not { Ok: true })
            faults.Add($"{path}: {answer?.Status}");
        await page.WaitForLoadStateAsync(LoadState.Load);
        var stops = await page.EvaluateAsync<int>(Stops);
        HashSet<string> reached = [];
        for (var press = 0; press < stops + 20 && reached.Count < stops; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            var parts = await LookAsync(page);
            if (parts.Length == 1)
                continue;
            if (!IsSeen(parts))
                faults.Add($"{path}: focus not to be seen on {parts[3]}");
            if (parts[0] != "?")
                reached.Add(parts[0]);
        }

        if (reached.Count < stops)
        {
            var missed = await page.EvaluateAsync<string[]>("reached => [...document.querySelectorAll('[data-stop]')].filter(e => !reached.includes(e.dataset.stop)).map(e => e.outerHTML.slice(0, 120))", reached);
            faults.AddRange(missed.Select(m => $"{path}: not reached {m}"));
        }
    }
}
