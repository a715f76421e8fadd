using System.Globalization;
using Microsoft.Playwright;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Demo;

namespace ServiceDesk.Browser.Tests.Journeys;

/// <summary>
/// The whole way in a real browser: a citizen complains and sees the date, the front desk hands over, the unit promises a later
/// date, the promise lapses, the owner explains and the head of Client Service reads and accepts it.
/// </summary>
public class FromComplaintToBreachReportTests(LiveSite site) : IClassFixture<LiveSite>
{
    private static DemoPerson Person(string name) => DemoPeople.All.First(p => p.Name == name);

    [Theory]
    [InlineData(1280, 900)]
    [InlineData(390, 844)]
    public async Task A_complaint_travels_from_the_form_to_the_breach_report(int width, int height)
    {
        var subject = string.Create(CultureInfo.InvariantCulture, $"Neizvesti konteineri pie mājas numur {width}");
        var citizen = await site.OpenAsync(width, height);
        site.Time.SetLocal(2026, 6, 18, 11);
        var (number, key) = await ComplainAsync(citizen, subject);

        var caseUrl = await HandOverAsync(await StaffAsync("Inga", width, height), number);
        site.Time.SetLocal(2026, 6, 26, 14);
        await PromiseAsync(await StaffAsync("Līga", width, height), caseUrl);
        await CitizenSeesThePromiseAsync(await site.OpenAsync(width, height), number, key);

        // The promised Friday passes; on Monday morning the job finds it.
        site.Time.SetLocal(2026, 7, 6, 9);
        await site.RunAsync((DetectBreachesHandler h) => h.HandleAsync(CancellationToken.None));
        await site.RunAsync((EscalateBreachesHandler h) => h.HandleAsync(CancellationToken.None));

        await CitizenIsToldOfTheDelayAsync(await site.OpenAsync(width, height), number, key);
        await ExplainAsync(await StaffAsync("Līga", width, height), number);
        await AcceptAsync(await StaffAsync("Daina", width, height), number);
    }

    private async Task<(string Number, string Key)> ComplainAsync(IPage page, string subject)
    {
        await page.GotoAsync("/");
        await page.Locator("a[href^='/submit']:visible").First.ClickAsync();
        await page.WaitForURLAsync("**/submit*");
        await Assertions.Expect(page.Locator(".answerby").First).ToContainTextAsync("26. jūnij");
        await page.Locator("[name='Input.Kind'][value='Complaint']").CheckAsync();
        await page.Locator("[name='Input.TopicId']").SelectOptionAsync(new SelectOptionValue { Label = "Atkritumi un vides kopšana" });
        await page.Locator("[name='Input.Text']").FillAsync($"{subject}. Jau divas nedēļas.");
        await page.Locator("[name='Input.Name']").FillAsync("Ilze Kalniņa");
        await page.Locator("[name='Input.Email']").FillAsync("ilze.kalnina@pasts.example");
        site.Time.Advance(TimeSpan.FromMinutes(1)); // nobody writes in less than three seconds
        return await SendAsync(page);
    }

    private static async Task<(string Number, string Key)> SendAsync(IPage page)
    {
        await page.Locator("form[data-form=submit] button.btn-primary").ClickAsync();
        await page.WaitForURLAsync("**/submit/done");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2026. gada 26. jūnijam (ieskaitot)");
        return (await page.Locator(".slip dd").Nth(0).InnerTextAsync(), await page.Locator(".slip dd").Nth(1).InnerTextAsync());
    }

    private async Task<IPage> StaffAsync(string name, int width, int height)
    {
        var page = await site.OpenAsync(width, height);
        await LiveSite.SignInAsync(page, Person(name));
        return page;
    }

    private static async Task<string> HandOverAsync(IPage page, string number)
    {
        await page.GotoAsync("/desk?view=all&q=" + Uri.EscapeDataString(number));
        await page.Locator($"tr:has-text('{number}') a[href^='/desk/cases/'], a[href^='/desk/cases/']:has-text('Neizvesti')").First.ClickAsync();
        await page.WaitForURLAsync("**/desk/cases/*");
        var url = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(url + "/assign");
        await page.Locator("[name='Input.UnitId']").SelectOptionAsync(new SelectOptionValue { Label = DemoPeople.Utilities });
        var engineer = await page.Locator("[name='Input.AssigneeId'] option:has-text('Līga Zariņa')").First.GetAttributeAsync("value");
        await page.Locator("[name='Input.AssigneeId']").SelectOptionAsync(engineer!);
        await page.Locator("form[data-form=assign] button.btn-primary").ClickAsync();
        await page.WaitForURLAsync(u => !u.EndsWith("/assign", StringComparison.Ordinal));
        return url;
    }

    private async Task PromiseAsync(IPage page, string caseUrl)
    {
        await page.GotoAsync(caseUrl + "?w=interim");
        await page.Locator("[name='Input.PromisedOn']").FillAsync("2026-07-03");
        await page.Locator("form[data-form=interim] [name='Input.Text']").FillAsync("Labdien! Gaidām pārvadātāja atbildi par grafiku.");
        await page.Locator("form[data-form=interim] button.btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Gaidām pārvadātāja atbildi");
        site.Time.Advance(TimeSpan.FromSeconds(20));
        await site.RunAsync((SendOutboxHandler h) => h.HandleAsync(CancellationToken.None));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("03.07.");
    }

    private static async Task TrackAsync(IPage page, string number, string key)
    {
        await page.GotoAsync("/track");
        await page.Locator("[name='Input.Number']").FillAsync(number);
        await page.Locator("[name='Input.Key']").FillAsync(key);
        await page.Locator("form[data-form=track] button").ClickAsync();
        await page.WaitForURLAsync("**/track/case");
    }

    private static async Task CitizenSeesThePromiseAsync(IPage page, string number, string key)
    {
        await TrackAsync(page, number, key);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Gaidām pārvadātāja atbildi");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("3. jūlij");
        // Who answers signs: name, post, unit.
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Līga Zariņa");
    }

    private static async Task CitizenIsToldOfTheDelayAsync(IPage page, string number, string key)
    {
        await TrackAsync(page, number, key);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Kavē", new() { IgnoreCase = true });
    }

    private static async Task ExplainAsync(IPage page, string number)
    {
        await page.GotoAsync("/desk/breaches");
        await page.Locator($"tr:has-text('{number}') a[href*='/desk/breaches/']:visible, li:has-text('{number}') a[href*='/desk/breaches/']:visible").First.ClickAsync();
        await page.Locator("form[data-form=explain] [name=Cause][value=AwaitedThirdParty]").CheckAsync();
        await page.Locator("form[data-form=explain] [name=Explanation]").FillAsync("Pārvadātājs atbildēja tikai pirmdien.");
        await page.Locator("form[data-form=explain] button.btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Pārvadātājs atbildēja tikai pirmdien.");
    }

    private static async Task AcceptAsync(IPage page, string number)
    {
        await page.GotoAsync("/desk/breaches?from=2026-06-01&to=2026-07-31");
        await page.Locator($"tr:has-text('{number}') a[href*='/desk/breaches/']:visible, li:has-text('{number}') a[href*='/desk/breaches/']:visible").First.ClickAsync();
        await page.Locator("form[data-form=review] button[value=accept]").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Pieņemts");
    }
}
