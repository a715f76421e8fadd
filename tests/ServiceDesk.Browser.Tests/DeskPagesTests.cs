using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using static Microsoft.Playwright.Assertions;

namespace ServiceDesk.Browser.Tests;

/// <summary>The desk in a real browser: keys, dates told while they are chosen, and nothing axe can find, at both sizes.</summary>
public class DeskPagesTests(LiveSite site) : IClassFixture<LiveSite>
{
    private static readonly DemoPerson Head = DemoPeople.All.First(p => p.Name == "Daina");

    [Fact]
    public async Task Every_page_of_the_desk_is_without_fault_and_fits_every_screen()
    {
        var page = await site.OpenAsync();
        var id = await FailedCaseAsync();
        await LiveSite.SignInAsync(page, Head);
        foreach (var address in new[]
        {
            "/desk?view=all", "/desk?view=overdue", "/desk?view=all&closed=true", $"/desk/cases/{id}", $"/desk/cases/{id}?w=interim", $"/desk/cases/{id}?w=note",
            $"/desk/cases/{id}/assign", $"/desk/cases/{id}/close", $"/desk/cases/{id}/print", "/desk/register", "/desk/outbox", "/desk/notices",
        })
        {
            await page.GotoAsync(address);
            await LiveSite.ExpectSoundAsync(page);
        }
    }

    [Fact]
    public async Task A_call_is_registered_found_by_keys_and_answered()
    {
        var page = await site.OpenAsync();
        await LiveSite.SignInAsync(page, Head);
        await page.GotoAsync("/desk?view=all");
        await PressAsync(page, "n");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Reģistrēt zvanu vai apmeklējumu");
        await page.WaitForLoadStateAsync(LoadState.Load); // its scripts listen from now on

        // The answer date follows what is chosen: an internal request is due a day later.
        var before = await page.Locator("#answer-by .d").TextContentAsync();
        await page.Locator("[name='Input.IsInternal'][type=checkbox]").CheckAsync();
        await Expect(page.Locator("#answer-by .d")).Not.ToHaveTextAsync(before!);
        await page.Locator("[name='Input.IsInternal'][type=checkbox]").UncheckAsync();
        await Expect(page.Locator("#answer-by .d")).ToHaveTextAsync(before!);

        await page.Locator("[name='Input.Subject']").FillAsync("Pilni konteineri Upes ielā");
        await page.Locator("[name='Input.Text']").FillAsync("Zvana par konteineriem, jau otro reizi.");
        await PressAsync(page, "Control+Enter");
        await page.WaitForURLAsync(url => url.Contains("/desk/cases/", StringComparison.Ordinal));

        await page.GotoAsync("/desk?view=all&q=konteineri+upes");
        await PressAsync(page, "j");
        await PressAsync(page, "o");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Pilni konteineri Upes ielā");
        await PressAsync(page, "s");
        await Expect(page.Locator("form[data-form=interim]")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.Load); // its scripts listen from now on
        await page.Locator("[name='Input.PromisedOn']").FillAsync("2026-07-02");
        await page.Locator("[name='Input.PromisedOn']").BlurAsync();
        // 19, 25, 26 June, Saturday 27 moved in, 29, 30, 1, 2 July; 22 moved out, 23 and 24 holidays.
        await Expect(page.Locator("#promise-day")).ToContainTextAsync("ceturtdiena, 8. darba diena");
        await page.Locator("form[data-form=interim] [name='Input.Text']").FillAsync("Gaidām pārvadātāja atbildi.");
        await PressAsync(page, "Control+Enter");
        await Expect(page.Locator(".msg-out")).ToContainTextAsync("Solīts līdz 02.07.2026.");
    }

    /// <summary>Keys work once the page's scripts have run.</summary>
    private static async Task PressAsync(IPage page, string key)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        await page.Keyboard.PressAsync(key);
    }

    private async Task<Guid> FailedCaseAsync()
    {
        var made = await site.RunAsync((SubmitCaseHandler h) => h.HandleAsync(
            new SubmitCase
            {
                Token = Guid.NewGuid(),
                Kind = CaseKind.Complaint,
                Text = "Upes ielā jau divas nedēļas nav izvesti atkritumi. Konteineri ir pilni.",
                Contact = new Contact { Name = "Ilze Kalniņa", Email = "ilze.kalnina@pasts.example" },
                Language = "lv",
            },
            CancellationToken.None));
        await site.RunAsync(async (IServiceDeskDb db) =>
        {
            var item = await db.Set<Case>().Include(c => c.Messages).Include(c => c.Clocks).SingleAsync(c => c.Id == made.CaseId);
            var row = await db.Set<OutgoingMessage>().SingleAsync(o => o.CaseId == made.CaseId);
            row.MarkFailed("550 no such mailbox", isFinal: true, site.Time.Now);
            item.MarkFailed(row.MessageId!.Value, "550 no such mailbox", site.Time.Now);
            return await db.SaveChangesAsync();
        });
        return made.CaseId;
    }
}
