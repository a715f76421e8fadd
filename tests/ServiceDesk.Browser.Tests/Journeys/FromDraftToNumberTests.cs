using Microsoft.Playwright;
using ServiceDesk.Application.Demo;
using static Microsoft.Playwright.Assertions;

namespace ServiceDesk.Browser.Tests.Journeys;

/// <summary>A draft goes to two people, comes back, is corrected, approved by both and gets its number; by keys alone.</summary>
public class FromDraftToNumberTests(LiveSite site) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task A_draft_is_returned_corrected_approved_by_two_people_and_registered()
    {
        var writer = await OpenAsync("Daina");
        await writer.GotoAsync("/desk/documents/letters");
        await writer.Locator("[name='Head.Subject']").FillAsync("peldvietu uzraudzību vasarā");
        await writer.Locator("[name='Letter.AddresseeName']").FillAsync("Ilzei Kalniņai");
        await writer.Locator("[name='Letter.AddresseeAddress']").FillAsync("Parka iela 1, Lejasupe, LV-3999");
        await writer.Locator("[name='Letter.Body']").FillAsync("Uzraudzība notiks no jūnija.");
        await PressAsync(writer, "form[data-form=document] .actions button");
        await PressAsync(writer, "#approval a[href$='/route']");
        await writer.Locator("[name='Input.Steps[0].Who']").SelectOptionAsync(new SelectOptionValue { Label = "Sanita Dūja, Izglītības darba speciāliste" });
        await writer.Locator("[name='Input.Steps[1].Who']").SelectOptionAsync(new SelectOptionValue { Label = "Kārlis Balodis, Būvvaldes vadītājs" });
        await LiveSite.ExpectNoViolationsAsync(writer);
        await PressAsync(writer, "form[data-form=route] .actions button");
        await Expect(writer.Locator("#route .state")).ToHaveTextAsync("Saskaņošanā");
        await Expect(writer.Locator("form[data-form=register] button")).ToHaveCountAsync(0);
        await LiveSite.ExpectNoViolationsAsync(writer);
        var document = new Uri(writer.Url).AbsolutePath;

        var asked = await OpenAsync("Sanita");
        await asked.GotoAsync("/desk/waiting");
        await LiveSite.ExpectNoViolationsAsync(asked);
        await PressAsync(asked, $"[aria-labelledby=for-me] a[href='{document}']");
        await asked.Locator("[name='Answer.Remark']").FillAsync("Norādiet grafiku.");
        await LiveSite.ExpectNoViolationsAsync(asked);
        await PressAsync(asked, "form[data-form=answer] button[value=Return]");
        await Expect(asked.Locator("#route .state")).ToHaveTextAsync("Atgriezts labošanai");

        await writer.GotoAsync("/desk/waiting");
        await PressAsync(writer, $"[aria-labelledby=back] a[href='{document}']");
        await Expect(writer.Locator("#approval")).ToContainTextAsync("Norādiet grafiku.");
        await PressAsync(writer, "form[data-form=register] a");
        await writer.Locator("[name='Letter.Body']").FillAsync("Uzraudzība notiks no 1. jūnija līdz 31. augustam katru dienu.");
        await PressAsync(writer, "form[data-form=document] .actions button");
        await PressAsync(writer, "form[data-form=again] button");
        await Expect(writer.Locator("#route .state")).ToHaveTextAsync("Saskaņošanā");

        await asked.GotoAsync(document);
        await PressAsync(asked, "form[data-form=answer] button[value=Approve]");
        await Expect(asked.Locator("[data-step='1'] .state").First).ToHaveTextAsync("Saskaņots");
        var head = await OpenAsync("Kārlis");
        await head.GotoAsync(document);
        await PressAsync(head, "form[data-form=answer] button[value=Approve]");
        await Expect(head.Locator("#route .state")).ToHaveTextAsync("Saskaņots");

        await writer.GotoAsync(document);
        await PressAsync(writer, "form[data-form=register] button");
        await Expect(writer.Locator("h1 .num")).ToContainTextAsync("4.1-6/");
        await LiveSite.ExpectNoViolationsAsync(writer);
        foreach (var page in new[] { writer, asked, head })
            await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string name)
    {
        var page = await site.OpenAsync();
        await LiveSite.SignInAsync(page, DemoPeople.All.First(p => p.Name == name));
        return page;
    }

    private static async Task PressAsync(IPage page, string selector)
    {
        await page.Locator(selector).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
