using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using static Microsoft.Playwright.Assertions;

namespace ServiceDesk.Browser.Tests;

/// <summary>Two people on one case, and two cases that become one, in a real browser.</summary>
public class LinkPagesTests(LiveSite site) : IClassFixture<LiveSite>
{
    private static readonly DemoPerson Owner = DemoPeople.All.First(p => p.Name == "Līga");
    private static readonly DemoPerson Head = DemoPeople.All.First(p => p.Name == "Jānis");
    private static readonly DemoPerson Specialist = DemoPeople.All.First(p => p.Name == "Inga");

    [Fact]
    public async Task Two_browsers_see_who_writes_and_both_texts_are_kept()
    {
        var mine = await site.OpenAsync(1440);
        var (id, _) = await SubmitAsync("divi@pasts.example");
        var theirs = await site.OpenAsync(1440);
        await LiveSite.SignInAsync(mine, Owner);
        await LiveSite.SignInAsync(theirs, Head);
        await mine.GotoAsync($"/desk/cases/{id}?w=reply");
        await theirs.GotoAsync($"/desk/cases/{id}?w=reply");
        await Expect(theirs.Locator(".presence")).ToContainTextAsync("Līga Zariņa");

        await mine.Locator(".comp textarea").First.PressSequentiallyAsync("Izvedīsim rīt.");
        await Expect(theirs.Locator(".presence .writes")).ToContainTextAsync("Līga Zariņa raksta atbildi", new() { Timeout = 30_000 });
        await LiveSite.ExpectNoViolationsAsync(theirs);

        site.Time.Advance(TimeSpan.FromSeconds(5));
        await theirs.Locator(".comp textarea").First.FillAsync("Izvedīsim piektdien.");
        await theirs.Locator("form[data-form=reply] button.btn-primary").First.ClickAsync();
        await Expect(theirs.Locator(".conv")).ToContainTextAsync("Izvedīsim piektdien.");
        await mine.Locator("form[data-form=reply] button.btn-primary").First.ClickAsync();

        var texts = mine.Locator(".meanwhile .pair > div");
        await Expect(texts).ToHaveCountAsync(2);
        await Expect(texts.Nth(0)).ToContainTextAsync("Izvedīsim piektdien.");
        await Expect(texts.Nth(1)).ToContainTextAsync("Izvedīsim rīt.");
        Assert.Equal((await texts.Nth(0).BoundingBoxAsync())!.Y, (await texts.Nth(1).BoundingBoxAsync())!.Y);
        await LiveSite.ExpectNoViolationsAsync(mine);
        await mine.SetViewportSizeAsync(390, 844);
        Assert.True((await texts.Nth(1).BoundingBoxAsync())!.Y > (await texts.Nth(0).BoundingBoxAsync())!.Y);
        Assert.True(await mine.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0);

        await mine.Locator("form[data-form=keep-as-note] button").ClickAsync();
        await Expect(mine.Locator(".msg-note")).ToContainTextAsync("Izvedīsim rīt.");
    }

    [Fact]
    public async Task Every_page_of_merging_and_splitting_is_without_fault_and_fits_every_screen()
    {
        var page = await site.OpenAsync();
        var (id, number) = await SubmitAsync("platums@pasts.example");
        var (other, _) = await SubmitAsync("platums@pasts.example");
        await LiveSite.SignInAsync(page, Owner);
        foreach (var address in new[] { $"/desk/cases/{other}", $"/desk/cases/{other}/links", $"/desk/cases/{other}/merge", $"/desk/cases/{other}/merge?with={Uri.EscapeDataString(number)}", $"/desk/cases/{other}/split" })
            await LookAsync(page, address);
        await page.GotoAsync($"/desk/cases/{other}/merge?with={Uri.EscapeDataString(number)}");
        await page.Locator("form[data-form=merge] button.btn-primary").ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith(id.ToString(), StringComparison.Ordinal));
        foreach (var address in new[] { $"/desk/cases/{id}", $"/desk/cases/{other}", $"/desk/cases/{other}/merge/undo" })
            await LookAsync(page, address);
    }

    [Fact]
    public async Task By_keyboard_a_case_is_merged_with_what_it_looks_like_and_parted_again()
    {
        var page = await site.OpenAsync();
        var (id, _) = await SubmitAsync("klaviatura@pasts.example");
        var (other, _) = await SubmitAsync("klaviatura@pasts.example");
        await LiveSite.SignInAsync(page, Owner);
        await page.GotoAsync($"/desk/cases/{other}");
        await page.Locator("#links a[href*='/merge?with=']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".pair .box")).ToHaveCountAsync(2);
        await page.Locator("form[data-form=merge] button.btn-primary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith(id.ToString(), StringComparison.Ordinal));
        await Expect(page.Locator(".msg-in")).ToHaveCountAsync(2);

        await page.Locator("a[href$='/merge/undo']").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("form[data-form=undo-merge] button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith(other.ToString(), StringComparison.Ordinal));
        await Expect(page.Locator(".msg-in")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task While_a_call_is_typed_the_same_question_is_shown_and_added_to()
    {
        var page = await site.OpenAsync();
        var (id, number) = await SubmitAsync("zvana@pasts.example");
        await LiveSite.SignInAsync(page, Specialist);
        await page.GotoAsync("/desk/register");
        await page.Locator("[name='Input.Subject']").FillAsync("Neizvesti atkritumi Upes ielā");
        await page.Locator("[name='Input.Text']").FillAsync("Zvana vēlreiz, konteineri pilni.");
        await page.Locator("[name='Input.Email']").FillAsync("zvana@pasts.example");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".duplicates")).ToContainTextAsync(number);
        await LiveSite.ExpectNoViolationsAsync(page);
        await page.Locator(".duplicates button").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith(id.ToString(), StringComparison.Ordinal));
        await Expect(page.Locator(".notice-ok")).ToContainTextAsync("Teiktais pievienots lietai");
    }

    private static async Task LookAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await LiveSite.ExpectSoundAsync(page);
    }

    private async Task<(Guid Id, string Number)> SubmitAsync(string email)
    {
        var topic = await site.RunAsync((IServiceDeskDb db) => db.Set<Topic>().Where(t => t.NameLv.StartsWith("Atkritumi")).Select(t => t.Id).SingleAsync());
        var made = await site.RunAsync((SubmitCaseHandler h) => h.HandleAsync(
            new SubmitCase
            {
                Token = Guid.NewGuid(),
                Kind = CaseKind.Complaint,
                TopicId = topic,
                Text = "Upes ielā jau divas nedēļas nav izvesti atkritumi. Konteineri ir pilni.",
                Contact = new Contact { Email = email, UnitMayKnow = true },
                Language = "lv",
            },
            CancellationToken.None));
        return (made.CaseId, made.Number);
    }
}
