using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using static Microsoft.Playwright.Assertions;

namespace ServiceDesk.Browser.Tests;

/// <summary>The phone rings: the client is found, chosen and the case registered without touching the mouse.</summary>
public class ClientLookupTests(LiveSite site) : IClassFixture<LiveSite>
{
    private static readonly DemoPerson Specialist = DemoPeople.All.First(p => p.Name == "Inga");

    [Fact]
    public async Task A_caller_is_found_by_the_last_digits_and_the_case_is_on_the_card()
    {
        var page = await site.OpenAsync(1440);
        var id = await MakeAsync("Ilze Kalniņa-Tauriņa", "29100731", "ilze.taurina@pasts.example");
        await LiveSite.SignInAsync(page, Specialist);
        await page.GotoAsync("/desk/register");
        await page.Locator("[name='Input.Subject']").FillAsync("Pilni konteineri");
        await page.Locator("#Input_Client").FocusAsync();
        await page.Keyboard.TypeAsync("0731");
        await Expect(page.Locator("#client-options [role=option]").First).ToContainTextAsync("Ilze Kalniņa-Tauriņa");
        await Expect(page.Locator("#client-status")).ToContainTextAsync("Atrasts 1 klients.");
        await Expect(page.Locator("#Input_Client")).ToHaveAttributeAsync("aria-expanded", "true");
        await LiveSite.ExpectNoViolationsAsync(page);
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#Input_Client")).ToHaveAttributeAsync("aria-activedescendant", "client-option-0");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#client-chosen")).ToContainTextAsync("Ilze Kalniņa-Tauriņa");
        await Expect(page.Locator("#client-chosen")).ToBeFocusedAsync();
        await Expect(page.Locator("[name='Input.Phone']")).ToHaveValueAsync("29100731");
        await Expect(page.Locator("[name='Input.Subject']")).ToHaveValueAsync("Pilni konteineri");
        await Expect(page.Locator("#client-side .trio")).ToBeVisibleAsync();
        await LiveSite.ExpectNoViolationsAsync(page);

        await page.Locator("[name='Input.Text']").FillAsync("Zvana par konteineriem.");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync(url => url.Contains("/desk/cases/", StringComparison.Ordinal));
        await Expect(page.Locator("#client")).ToContainTextAsync("Ilze Kalniņa-Tauriņa");
        await page.Locator($"#client a[href='/desk/clients/{id}/timeline']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".client-tl")).ToContainTextAsync("Klients zvanīja");
        await LiveSite.ExpectNoViolationsAsync(page);
    }

    [Fact]
    public async Task A_new_caller_gets_a_card_without_leaving_the_form()
    {
        var page = await site.OpenAsync(390, 844);
        await LiveSite.SignInAsync(page, Specialist);
        await page.GotoAsync("/desk/register");
        await page.Locator("[name='Input.Text']").FillAsync("Zvana pirmoreiz.");
        await page.Locator("#Input_Client").FocusAsync();
        await page.Keyboard.TypeAsync("Qarina Jauniņa");
        await Expect(page.Locator("#client-option-new")).ToContainTextAsync("Jauns klients “Qarina Jauniņa”");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[name='Input.Name']")).ToHaveValueAsync("Qarina Jauniņa");
        await Expect(page.Locator(".when-card")).ToBeVisibleAsync();
        await Expect(page.Locator("[name='Input.Text']")).ToHaveValueAsync("Zvana pirmoreiz.");
        await LiveSite.ExpectNoViolationsAsync(page);
        await page.Locator("[name='Input.Subject']").FillAsync("Pirmais zvans");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync(url => url.Contains("/desk/cases/", StringComparison.Ordinal));
        Assert.True(await site.RunAsync((IServiceDeskDb db) => db.Set<Client>().AnyAsync(c => c.Name == "Qarina Jauniņa")));
    }

    private Task<Guid> MakeAsync(string name, string phone, string email) => site.RunAsync(async (IServiceDeskDb db) =>
    {
        var client = new NewCard(Guid.NewGuid(), ClientKind.Person).Make(new Contact { Name = name, Phone = phone, Email = email }, "lv", Actor.System, new(2026, 6, 18), site.Time.Now);
        db.Set<Client>().Add(client);
        await db.SaveChangesAsync();
        return client.Id;
    });
}
