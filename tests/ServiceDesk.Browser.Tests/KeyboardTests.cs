using Microsoft.Playwright;
using ServiceDesk.Application.Demo;

namespace ServiceDesk.Browser.Tests;

/// <summary>
/// Every page of the desk with the Tab key alone: the focus comes to each link, button and field that can be seen, is shown where it is,
/// and is caught nowhere.
/// </summary>
public class KeyboardTests(DemoSite site)
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

    // Every element that gets the focus is written down in the page itself; so the keys need not wait for an answer each.
    private const string Watch = """
        () => {
          window.stopOf = e => e.dataset.stop ?? [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(e.name ?? '')}"]`)].find(r => r.dataset.stop)?.dataset.stop;
          window.isSeen = e => {
            const look = getComputedStyle(e), label = e.closest('label');
            // Inside a field of date or time the browser moves from part to part and marks them itself.
            return e.getBoundingClientRect().width > 0 && (['date', 'time', 'datetime-local'].includes(e.type)
              || look.outlineStyle !== 'none' && look.outlineWidth !== '0px' || look.boxShadow !== 'none' || label && getComputedStyle(label).outlineStyle !== 'none');
          };
          window.reached = new Set();
          window.unseen = new Set();
          document.addEventListener('focusin', ({ target }) => {
            const stop = stopOf(target);
            if (stop) reached.add(stop);
            isSeen(target) ? unseen.delete(target) : unseen.add(target);
          });
        }
        """;

    // What was not seen at once may have been drawn a moment later: it is focused once more and given time.
    private const string Unseen = """
        async () => {
          const bare = [];
          for (const e of unseen) {
            e.focus({ focusVisible: true });
            for (let look = 0; look < 20 && !isSeen(e); look++)
              await new Promise(done => setTimeout(done, 50));
            if (e.isConnected && !isSeen(e)) bare.push(e.outerHTML.slice(0, 120));
          }
          return bare;
        }
        """;

    private static readonly (string Name, string[] Pages)[] Desk =
    [
        ("Daina", ["/desk?view=all", "/desk/search?q=apgaismojums", "/desk/register", "/desk/drafts", "/desk/views", "/desk/templates", "/desk/text-modules", "/desk/useful-links", "/desk/document-blocks",
            "/desk/institutions", "/desk/import", "/desk/breaches", "/desk/messages", "/desk/companies/imports", "/desk/clients/import", "/desk/clients/find", "/desk/clients/duplicates", "/desk/clients", "/desk/clients/heard-from", "/desk/documents", "/desk/documents/new", "/desk/documents/letters", "/desk/documents/minutes", "/desk/documents/acts", "/desk/documents/orders"]),
        ("Kristīne", ["/desk/units", "/desk/units/new", "/desk/employees", "/desk/employees/new", "/desk/accounts", "/desk/accounts/invite", "/desk/accounts/second-factor",
            "/desk/changes", "/desk/account", "/desk/account/second-factor", "/desk/account/passkeys", "/desk/calendar", "/desk/calendar/import", "/desk/topics", "/desk/topics/routes",
            "/desk/topics/services", "/desk/target-groups", "/desk/target-groups/edit", "/desk/standard", "/desk/status"]),
        ("Baiba", ["/desk/protection/access-log", "/desk/protection/requests?all=true", "/desk/protection/requests/new"]),
        ("Jānis", ["/desk/waiting", "/desk/documents/00000001-1190-4d4f-804d-454554530000/route"]),
        ("Daina", ["/desk/contracts/00000001-1180-4d4f-804c-434f4e540000", "/desk/documents/contracts", "/desk/documents/claims"]),
        ("Daina", ["/desk/improvements", "/desk/improvements/new"]),
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

        Looks.ExpectNone(faults);
    }

    private static async Task WalkAsync(IPage page, string path, List<string> faults)
    {
        var answer = await page.GotoAsync(path);
        if (answer is not { Ok: true })
            faults.Add($"{path}: {answer?.Status}");
        var stops = await page.EvaluateAsync<int>(Stops);
        await page.EvaluateAsync(Watch);
        for (var press = 0; press < stops + 20; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (press >= stops - 1 && await page.EvaluateAsync<int>("reached.size") == stops)
                break;
        }

        var missed = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-stop]')].filter(e => !reached.has(e.dataset.stop)).map(e => e.outerHTML.slice(0, 120))");
        faults.AddRange(missed.Select(m => $"{path}: not reached {m}"));
        faults.AddRange((await page.EvaluateAsync<string[]>(Unseen)).Select(bare => $"{path}: focus not to be seen on {bare}"));
    }
}
