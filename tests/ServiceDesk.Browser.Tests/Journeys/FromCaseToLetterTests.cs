using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Testing.Documents;
using static Microsoft.Playwright.Assertions;

namespace ServiceDesk.Browser.Tests.Journeys;

/// <summary>A letter from its case to its paper, by keys alone, and looked at on a phone.</summary>
public class FromCaseToLetterTests(LiveSite site) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task A_letter_is_begun_from_a_case_registered_and_taken_away_as_a_file()
    {
        var topic = await site.RunAsync((IServiceDeskDb db) => db.Set<Topic>().Where(t => t.NameLv.StartsWith("Atkritumi")).Select(t => t.Id).FirstAsync());
        var made = await site.RunAsync((SubmitCaseHandler h) => h.HandleAsync(
            new SubmitCase { Token = Guid.NewGuid(), Kind = CaseKind.Complaint, TopicId = topic, Text = "Nav izvesti atkritumi.", Language = "lv" }, CancellationToken.None));
        var page = await site.OpenAsync();
        await LiveSite.SignInAsync(page, DemoPeople.All.First(p => p.Roles.Contains(Role.HeadOfClientService)));
        await page.GotoAsync($"/desk/documents/new?case={made.CaseId}");
        await PressAsync(page, "a[href^='/desk/documents/letters']");
        await Expect(page.Locator("[name='Letter.InReplyToNumber']")).ToHaveValueAsync(made.Number);
        await page.Locator("[name='Letter.AddresseeName']").FillAsync("Ilzei Kalniņai");
        await page.Locator("[name='Letter.Body']").FillAsync("Jūsu sūdzība ir pamatota.\n\n1. Maisi ir aizvesti;\n2. grafiks ir mainīts.");
        await LiveSite.ExpectNoViolationsAsync(page);
        await PressAsync(page, "form[data-form=document] .actions button");
        await PressAsync(page, "form[data-form=register] button");
        await Expect(page.Locator("h1 .num")).ToContainTextAsync("4.1-6/");
        await LiveSite.ExpectNoViolationsAsync(page);
        var download = await page.RunAndWaitForDownloadAsync(() => PressAsync(page, "[aria-labelledby=files] a"));
        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        var text = PdfText.Of(await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).All;
        Assert.All(["Ilzei Kalniņai", made.Number, "Jūsu sūdzība ir pamatota.", "Ar cieņu"], word => Assert.Contains(word, text, StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    private static async Task PressAsync(IPage page, string selector)
    {
        await page.Locator(selector).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
