using Microsoft.Playwright;
using ServiceDesk.Application.Demo;

namespace ServiceDesk.Browser.Tests.Journeys;

/// <summary>An administrator brings next year's days and a route without touching the mouse, and a citizen's case follows the route.</summary>
public class CatalogueAndCalendarTests(LiveSite site) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task Days_are_pasted_confirmed_and_a_route_sends_a_case_by_keyboard()
    {
        var admin = await site.OpenAsync(1280, 900);
        await LiveSite.SignInAsync(admin, DemoPeople.All.First(p => p.Name == "Kristīne"));
        await admin.GotoAsync("/desk/calendar");
        await admin.Locator("a[href='/desk/calendar/import']").First.FocusAsync();
        await admin.Keyboard.PressAsync("Enter");
        await admin.WaitForURLAsync("**/desk/calendar/import");
        await admin.Locator("[name=Pasted]").FocusAsync();
        await admin.Keyboard.InsertTextAsync("2027-05-03;pārcelta brīvdiena;Pirms 4. maija;2027-05-15;MK rīkojums Nr. 1\n2027-13-01;slēgts;x");
        await admin.Locator("form[data-form=bring] button").FocusAsync();
        await admin.Keyboard.PressAsync("Enter");
        await admin.WaitForURLAsync("**/desk/calendar/import?reading=*");
        await Assertions.Expect(admin.Locator("[data-table=faults]")).ToContainTextAsync("Tas nav datums.");
        await admin.Locator("form[data-form=waiting] button[value=all]").FocusAsync();
        await admin.Keyboard.PressAsync("Enter");
        await admin.WaitForURLAsync("**/desk/calendar/import/confirm");
        await admin.Locator("button[value=preview]").First.FocusAsync();
        await admin.Keyboard.PressAsync("Enter");
        await Assertions.Expect(admin.Locator("#preview")).ToBeVisibleAsync();
        await admin.Locator("button[value=apply]").FocusAsync();
        await admin.Keyboard.PressAsync("Enter");
        await admin.WaitForURLAsync("**/desk/calendar/import");
        await Assertions.Expect(admin.Locator("form[data-form=decided]")).ToContainTextAsync("03.05.2027.");

        await admin.GotoAsync("/desk/topics/routes/edit");
        await admin.Locator("[name=Name]").FocusAsync();
        await admin.Keyboard.TypeAsync("Upes iela");
        await admin.Locator("[name=Places]").FocusAsync();
        await admin.Keyboard.TypeAsync("upes iela");
        await admin.Locator("[name=UnitId]").SelectOptionAsync(new SelectOptionValue { Label = DemoPeople.Roads });
        await admin.Locator("form[data-form=route] button.btn-primary").FocusAsync();
        await admin.Keyboard.PressAsync("Enter");
        await admin.WaitForURLAsync("**/desk/topics/routes");
        await admin.Locator("[name=Place]").FillAsync("Upes iela 4");
        await admin.Locator("form[data-form=try] button").FocusAsync();
        await admin.Keyboard.PressAsync("Enter");
        await Assertions.Expect(admin.Locator("[data-answer]")).ToContainTextAsync(DemoPeople.Roads);
    }
}
