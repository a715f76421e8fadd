using System.Collections.Concurrent;
using ServiceDesk.Application.Demo;

namespace ServiceDesk.Browser.Tests;

/// <summary>
/// Every page, loaded once and looked at as <see cref="Looks"/> says, and the console stays silent (the content-security policy would speak
/// there). A new page is a word in one of the lists.
/// </summary>
public class AccessibilityTests(DemoSite site)
{
    private static readonly string[] Public =
        ["/", "/submit", "/submit?kind=Praise", "/track", "/when", "/promises", "/contacts", "/privacy", "/privacy/form", "/subscribe", "/surveys", "/accessibility", "/sign-in", "/forgotten-password", "/choose-password", "/errors/404", "/no-such-page"];

    private static readonly (string Name, string[] Pages)[] Desk =
    [
        ("Daina", ["/desk?view=all", "/desk?view=mine", "/desk?view=overdue", "/desk?view=failed", "/desk?view=waiting", "/desk/institutions", "/desk/institutions/edit", "/desk?view=all&closed=true", "/desk?view=all&kind=Complaint&due=week&sort=-client", "/desk/views", "/desk/views/new?view=all&kind=Complaint", "/desk/keys", "/desk/register", "/desk/outbox", "/desk/notices",
            "/desk/breaches", "/desk/breaches/list", "/desk/standard", "/desk/drafts", "/desk/documents/minutes", "/desk/documents/acts", "/desk/documents/orders", "/desk/templates", "/desk/templates/edit", "/desk/text-modules", "/desk/text-modules/edit", "/desk/useful-links", "/desk/document-blocks", "/desk/document-blocks/edit", "/desk/search", "/desk/search?q=apgaismojums", "/desk/search?q=nekurnav", "/desk/import",
            "/desk/companies", "/desk/companies?q=sia", "/desk/companies/imports", "/desk/clients/import", "/desk/clients/find", "/desk/clients/duplicates", "/desk/clients/duplicates?state=NotSame", "/desk/clients/duplicates?state=Merged"]),
        ("Kristīne", ["/desk/calendar", "/desk/calendar/add", "/desk/calendar/import", "/desk/topics", "/desk/topics/edit", "/desk/topics/routes", "/desk/topics/routes/edit", "/desk/topics/services", "/desk/target-groups", "/desk/target-groups/edit", "/desk/messages",
            "/desk/messages/staff", "/desk/standard/compare", "/desk/calendar/hours", "/desk/standard", "/desk/status",
            "/desk/units", "/desk/units?retired=true", "/desk/units/new", "/desk/employees", "/desk/employees/new", "/desk/accounts", "/desk/accounts/invite", "/desk/accounts/second-factor",
            "/desk/changes", "/desk/account", "/desk/account/password", "/desk/account/second-factor", "/desk/account/passkeys"]),
        ("Inga", ["/desk/documents", "/desk/documents/new", "/desk/documents/letters", "/desk/documents/certificates", "/desk/clients", "/desk/clients?shelf=Merged", "/desk/clients/new", "/desk/clients/new?kind=LegalPerson", "/desk/clients/new?kind=Unknown", "/desk/clients/heard-from"]),
        ("Daina", ["/desk/waiting", "/desk/documents/00000001-1180-4d4f-804c-434f4e540000", "/desk/documents/00000001-1180-4d4f-804c-434f4e540000/route", "/desk/contracts", "/desk/contracts?view=Drafts", "/desk/contracts/00000001-1180-4d4f-804c-434f4e540000", "/desk/documents/contracts", "/desk/documents/amendments", "/desk/documents/claims", "/desk/documents/claim-answers", "/desk/claims", "/desk/claims?view=Drafts", "/desk/claims/00000003-1180-4d4f-804c-434f4e540000"]),
        ("Jānis", ["/desk/waiting", "/desk/documents/00000001-1190-4d4f-804d-454554530000/route"]),
        ("Daina", ["/desk/surveys", "/desk/surveys/enter"]),
        ("Andris", ["/desk/breaches"]),
        ("Baiba", ["/desk/protection/access-log", "/desk/protection/requests", "/desk/protection/requests?all=true", "/desk/protection/requests/new"]),
        ("Daina", ["/desk/improvements", "/desk/improvements?view=All", "/desk/improvements/new"]),
        ("Baiba", ["/desk/protection", "/desk/protection/breaches", "/desk/protection/breaches/report", "/desk/protection/processing", "/desk/protection/processing/record", "/desk/protection/privacy",
            "/desk/protection/privacy/Form", "/desk/protection/consents", "/desk/protection/consents/edit", "/desk/notices"]),
        ("Baiba", ["/desk/break-glass"]), ("Kristīne", ["/desk/break-glass"]), ("Aija", ["/desk/stand-ins"]), ("Oskars", ["/desk/commission"]), ("Ruta", ["/desk/about-me"]),
        ("Vija", ["/desk/protection/retention", "/desk/protection/retention/terms", "/desk/protection/retention/terms/Complaint", "/desk/protection/retention/holds"]),
    ];

    /// <summary>Of a case, behind its address.</summary>
    private static readonly string[] OfACase =
        ["", "?w=reply", "?w=interim", "?w=note", "/assign", "/close", "/print", "/links", "/merge", "/split", "/client", "/ask-client", "/ask", "/forward", "/confidential", "/about", "/pass"];

    // Two windows at a time: while one page is drawn the next is asked for. More would only wait for the processor.
    private const int Windows = 2;

    private const int PagesOfAWindow = 16;

    private readonly ConcurrentQueue<string> faults = [];

    [Fact]
    public async Task Public_pages_are_accessible_in_every_language()
    {
        await LookAsync([(null, "lv", Public), (null, "en", ["/", "/submit", "/promises"]), (null, "ru", ["/", "/submit", "/promises"])]);
        Looks.ExpectNone(faults);
    }

    [Fact]
    public async Task Desk_pages_are_accessible_for_each_role()
    {
        await LookAsync([.. Desk.Select(d => (d.Name, "lv", d.Pages)), ("Daina", "lv", await LinkedAsync())]);
        Looks.ExpectNone(faults);
    }

    /// <summary>Pages reached from lists: a case with its three composers, its forms, steps on many, a breach.</summary>
    private async Task<string[]> LinkedAsync()
    {
        var page = await site.OpenAsync();
        await LiveSite.SignInAsync(page, Person("Daina"));
        await page.GotoAsync("/desk?view=all");
        var item = (await page.Locator("a[href^='/desk/cases/']").First.GetAttributeAsync("href"))!.Split('?')[0];
        await page.GotoAsync("/desk/breaches/list");
        var breaches = await page.Locator("main a[href^='/desk/breaches/']").EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href'))");
        await page.GotoAsync("/desk/surveys");
        var surveys = await page.Locator("main a[href$='/edit']").EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href'))");
        await page.GotoAsync("/surveys");
        var survey = (await page.Locator("main h2 a[href^='/surveys/']").First.GetAttributeAsync("href"))!;
        await page.Context.CloseAsync();
        return
        [
            survey, survey + "?kiosk=true", survey + "/thanks",
            .. surveys.Take(1).SelectMany(s => new[] { "/edit", "/preview", "/invitations", "/questions/1", "/enter" }.Select(suffix => s.Replace("/edit", suffix, StringComparison.Ordinal))),
            .. OfACase.Select(suffix => item + suffix),
            .. new[] { "Assign", "Note", "Reply", "Close" }.Select(step => $"/desk/bulk?do={step}&id={item.Split('/')[^1]}&list=view%3Dall"),
            .. breaches.Where(h => Guid.TryParse(h.Split('?')[0].Split('/')[3], out _)).Take(1),
        ];
    }

    private static DemoPerson Person(string name) => DemoPeople.All.First(p => p.Name == name);

    /// <summary>Looks at all pages, several windows at a time, each signed in once.</summary>
    private Task LookAsync(IEnumerable<(string? Name, string Language, string[] Pages)> lists) => Parallel.ForEachAsync(
        lists.SelectMany(l => l.Pages.Chunk(PagesOfAWindow).Select(pages => (l.Name, l.Language, Pages: pages))),
        new ParallelOptions { MaxDegreeOfParallelism = Windows, CancellationToken = TestContext.Current.CancellationToken },
        async (list, _) =>
        {
            var page = await site.OpenAsync(1440, 900);
            await page.Context.AddCookiesAsync([new() { Name = "language", Value = list.Language, Url = site.Url }]);
            if (list.Name is { } name)
                await LiveSite.SignInAsync(page, Person(name));
            page.Console += (_, message) =>
            {
                if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
                    faults.Enqueue($"console on {page.Url}: {message.Text}");
            };
            page.PageError += (_, error) => faults.Enqueue($"script on {page.Url}: {error}");
            foreach (var path in list.Pages)
            {
                if (await page.GotoAsync(path) is { Ok: false } answer && list.Name is not null)
                    faults.Enqueue($"{list.Name} {path}: {answer.Status}");
                foreach (var fault in await Looks.FaultsAsync(page))
                    faults.Enqueue($"{list.Name} {list.Language} {fault}");
            }

            await page.Context.CloseAsync();
        });
}
