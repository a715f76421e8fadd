using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ServiceDesk.Application.Demo;

namespace ServiceDesk.Browser.Tests;

/// <summary>
/// Every page, at desktop, phone and 320 pixels: axe finds nothing, nothing scrolls sideways, and the console stays silent
/// (the content-security policy would speak there).
/// </summary>
public class AccessibilityTests(DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly string[] Public =
        ["/", "/submit", "/submit?kind=Praise", "/track", "/when", "/promises", "/contacts", "/privacy", "/privacy/form", "/subscribe", "/accessibility", "/sign-in", "/forgotten-password", "/choose-password", "/errors/404", "/no-such-page"];

    private static readonly (string Name, string[] Pages)[] Desk =
    [
        ("Daina", ["/desk?view=all", "/desk?view=mine", "/desk?view=overdue", "/desk?view=failed", "/desk?view=waiting", "/desk/institutions", "/desk/institutions/edit", "/desk?view=all&closed=true", "/desk?view=all&kind=Complaint&due=week&sort=-client", "/desk/views", "/desk/views/new?view=all&kind=Complaint", "/desk/keys", "/desk/register", "/desk/outbox", "/desk/notices",
            "/desk/breaches", "/desk/breaches/list", "/desk/standard", "/desk/drafts", "/desk/templates", "/desk/templates/edit", "/desk/text-modules", "/desk/text-modules/edit", "/desk/useful-links", "/desk/search", "/desk/search?q=apgaismojums", "/desk/search?q=nekurnav", "/desk/import",
            "/desk/companies", "/desk/companies?q=sia", "/desk/companies/imports", "/desk/clients/find", "/desk/clients/duplicates", "/desk/clients/duplicates?state=NotSame", "/desk/clients/duplicates?state=Merged"]),
        ("Kristīne", ["/desk/calendar", "/desk/calendar/add", "/desk/calendar/import", "/desk/topics", "/desk/topics/edit", "/desk/topics/routes", "/desk/topics/routes/edit", "/desk/topics/services", "/desk/messages",
            "/desk/messages/staff", "/desk/standard/compare", "/desk/calendar/hours", "/desk/standard", "/desk/status",
            "/desk/units", "/desk/units?retired=true", "/desk/units/new", "/desk/employees", "/desk/employees/new", "/desk/accounts", "/desk/accounts/invite", "/desk/accounts/second-factor",
            "/desk/changes", "/desk/account", "/desk/account/password", "/desk/account/second-factor", "/desk/account/passkeys"]),
        ("Inga", ["/desk/clients", "/desk/clients?shelf=Merged", "/desk/clients/new", "/desk/clients/new?kind=LegalPerson", "/desk/clients/new?kind=Unknown", "/desk/clients/heard-from"]),
        ("Andris", ["/desk/breaches"]),
        ("Baiba", ["/desk/protection/access-log", "/desk/protection/requests", "/desk/protection/requests?all=true", "/desk/protection/requests/new"]),
        ("Baiba", ["/desk/protection", "/desk/protection/breaches", "/desk/protection/breaches/report", "/desk/protection/processing", "/desk/protection/processing/record", "/desk/protection/privacy",
            "/desk/protection/privacy/Form", "/desk/protection/consents", "/desk/protection/consents/edit", "/desk/notices"]),
        ("Baiba", ["/desk/break-glass"]), ("Kristīne", ["/desk/break-glass"]), ("Aija", ["/desk/stand-ins"]), ("Oskars", ["/desk/commission"]), ("Ruta", ["/desk/about-me"]),
        ("Vija", ["/desk/protection/retention", "/desk/protection/retention/terms", "/desk/protection/retention/terms/Complaint", "/desk/protection/retention/holds"]),
    ];

    private static readonly (int Width, int Height)[] Sizes = [(1440, 900), (390, 844), (320, 640)];

    [Fact]
    public async Task Public_pages_are_accessible_in_every_language()
    {
        List<string> faults = [];
        foreach (var (width, height) in Sizes)
        {
            var page = await site.OpenAsync(width, height);
            Listen(page, faults);
            foreach (var path in Public)
                await CheckAsync(page, path, $"{path} {width}", faults);
        }

        var other = await site.OpenAsync();
        foreach (var language in new[] { "en", "ru" })
        {
            await other.Context.AddCookiesAsync([new() { Name = "language", Value = language, Url = site.Url }]);
            foreach (var path in new[] { "/", "/submit", "/promises" })
                await CheckAsync(other, path, $"{path} {language}", faults);
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Desk_pages_are_accessible_for_each_role()
    {
        List<string> faults = [];
        foreach (var (name, paths) in Desk)
        {
            foreach (var (width, height) in Sizes)
            {
                var page = await site.OpenAsync(width, height);
                await LiveSite.SignInAsync(page, DemoPeople.All.First(p => p.Name == name));
                Listen(page, faults);
                foreach (var path in paths)
                    await CheckAsync(page, path, $"{path} {name} {width}", faults);
                if (name == "Daina")
                    await CheckLinkedAsync(page, width, faults);
            }
        }

        Assert.Empty(faults);
    }

    /// <summary>Pages reached from lists: a case with its three composers, its forms, a breach.</summary>
    private async Task CheckLinkedAsync(IPage page, int width, List<string> faults)
    {
        await page.GotoAsync("/desk?view=all");
        var item = await page.Locator("a[href^='/desk/cases/']").First.GetAttributeAsync("href");
        foreach (var suffix in new[] { "", "?w=reply", "?w=interim", "?w=note", "/assign", "/close", "/print", "/links", "/merge", "/split", "/client", "/ask-client", "/ask", "/forward", "/confidential" })
            await CheckAsync(page, item!.Split('?')[0] + suffix, $"case{suffix} {width}", faults);
        var key = item!.Split('?')[0].Split('/')[^1];
        foreach (var step in new[] { "Assign", "Note", "Reply", "Close" })
            await CheckAsync(page, $"/desk/bulk?do={step}&id={key}&list=view%3Dall", $"bulk {step} {width}", faults);
        await page.GotoAsync("/desk/breaches/list");
        if (await page.Locator("main a[href^='/desk/breaches/']").CountAsync() > 0)
        {
            var hrefs = await page.Locator("main a[href^='/desk/breaches/']").EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href'))");
            if (hrefs.FirstOrDefault(h => Guid.TryParse(h.Split('?')[0].Split('/')[3], out _)) is { } breach)
                await CheckAsync(page, breach, $"breach {width}", faults);
        }
    }

    private static void Listen(IPage page, List<string> faults)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
                faults.Add($"console on {page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => faults.Add($"script on {page.Url}: {error}");
    }

    private static async Task CheckAsync(IPage page, string path, string name, List<string> faults)
    {
        await page.GotoAsync(path);
        var result = await page.RunAxe();
        faults.AddRange(result.Violations.Select(v => $"{name}: {v.Id} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html.Length > 140 ? n.Html[..140] : n.Html))}"));
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wide > 1)
            faults.Add($"{name}: scrolls sideways by {wide} pixels");
        if (await page.Locator("h1").CountAsync() != 1)
            faults.Add($"{name}: {await page.Locator("h1").CountAsync()} h1");
        if ((await page.ContentAsync()).Contains("[Cases.", StringComparison.Ordinal) || (await page.ContentAsync()).Contains("[Desk.", StringComparison.Ordinal))
            faults.Add($"{name}: a text is missing");
    }
}
