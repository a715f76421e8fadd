using System.IO.Compression;
using Microsoft.Playwright;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using static Microsoft.Playwright.Assertions;

namespace ServiceDesk.Browser.Tests.Journeys;

/// <summary>A person's request about their data from registration over the card, a correction and the archive to the answer, by keys alone.</summary>
public class PersonRequestToArchiveTests(LiveSite site) : IClassFixture<LiveSite>
{
    private const string Name = "Arhīvija Pieprasītāja";

    [Fact]
    public async Task A_request_is_registered_put_right_handed_out_and_closed_with_keys_alone()
    {
        await site.RunAsync(async (IServiceDeskDb db) =>
        {
            db.Set<Client>().Add(Client.Register(ClientKind.Person, Name, Actor.System, site.Time.Now));
            return await db.SaveChangesAsync();
        });
        var page = await site.OpenAsync();
        await LiveSite.SignInAsync(page, DemoPeople.All.First(p => p.Roles.Contains(Role.DataProtectionOfficer)));
        await page.GotoAsync("/desk/protection/requests");
        await PressAsync(page, "a[href='/desk/protection/requests/new']");
        await page.WaitForURLAsync("**/requests/new");
        await page.Locator("#Input_Kind").SelectOptionAsync("Rectification");
        await TypeAsync(page, "#Input_Name", Name);
        await TypeAsync(page, "#Input_Wish", "Lūdzu labot manu vārdu un izsniegt visu.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("DA/");
        var address = page.Url;

        await TypeAsync(page, "#Words", Name);
        await page.Keyboard.PressAsync("Enter");
        await PressAsync(page, "form[data-form=card] button");
        await Expect(page.Locator("#card")).ToContainTextAsync(Name);
        await PressAsync(page, "form[data-form=identity] button");
        await Expect(page.Locator("aside.side")).ToContainTextAsync("Pārbaudīts, kas lūdz");

        await PressAsync(page, "a[href$='/rectify']");
        await page.Locator("[name='Input.Fact']").SelectOptionAsync("Name");
        await TypeAsync(page, "[name='Input.Value']", "Arhīvija Pieprasītāja-Liepa");
        await TypeAsync(page, "[name='Input.Proof']", "Pati, uzrādot pasi");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-table=corrections]")).ToContainTextAsync("Arhīvija Pieprasītāja-Liepa");
        await LiveSite.ExpectNoViolationsAsync(page);

        await page.GotoAsync(address);
        var download = await page.RunAndWaitForDownloadAsync(() => PressAsync(page, "form[data-form=export] button"));
        Assert.EndsWith(".zip", download.SuggestedFilename, StringComparison.Ordinal);
        await using (var archive = await ZipFile.OpenReadAsync(await download.PathAsync(), TestContext.Current.CancellationToken))
        {
            using var text = new StreamReader(await archive.GetEntry("viss-par-jums.html")!.OpenAsync(TestContext.Current.CancellationToken));
            Assert.Contains("Arhīvija Pieprasītāja-Liepa", await text.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.NotNull(archive.GetEntry("dati.json"));
        }

        await page.GotoAsync(address);
        await page.Locator("#Way").SelectOptionAsync("InPerson");
        await TypeAsync(page, "#Answer", "Labots; pielikumā viss, kas par Jums glabājas.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".bar")).ToContainTextAsync("Izpildīts");
        await Expect(page.Locator("main")).ToContainTextAsync("Labotie dati:");
        await Expect(page.Locator("aside.side")).ToContainTextAsync("Sagatavots viss par cilvēku");
        await LiveSite.ExpectNoViolationsAsync(page);
    }

    private static async Task PressAsync(IPage page, string selector)
    {
        await page.Locator(selector).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TypeAsync(IPage page, string selector, string text)
    {
        await page.Locator(selector).FocusAsync();
        await page.Keyboard.InsertTextAsync(text);
    }
}
