using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using static Microsoft.Playwright.Assertions;

namespace ServiceDesk.Browser.Tests;

/// <summary>The steps behind "More" on a case: walked by keys, looked at with axe, fitting a phone.</summary>
public class StepPagesTests(LiveSite site) : IClassFixture<LiveSite>
{
    private static DemoPerson Person(string name) => DemoPeople.All.First(p => p.Name == name);

    [Fact]
    public async Task Every_step_is_without_fault_and_fits_every_screen()
    {
        var (id, inquiry) = await CaseWithEverythingAsync();
        var page = await site.OpenAsync(1440);
        await LiveSite.SignInAsync(page, Person("Daina"));
        foreach (var address in new[]
        {
            $"/desk/cases/{id}", $"/desk/cases/{id}/ask-client", $"/desk/cases/{id}/ask", $"/desk/cases/{id}/forward", $"/desk/cases/{id}/confidential",
            $"/desk/cases/{inquiry}", $"/desk/cases/{inquiry}/answer", "/desk?view=waiting", "/desk/institutions", "/desk/institutions/edit",
        })
        {
            await page.GotoAsync(address);
            await LiveSite.ExpectSoundAsync(page);
        }

        await page.GotoAsync($"/desk/cases/{id}");
        await page.Locator(".more-menu > summary").ClickAsync();
        await Expect(page.Locator(".more-menu")).ToHaveAttributeAsync("open", "");
        await LiveSite.ExpectSoundAsync(page);
    }

    [Fact]
    public async Task A_colleague_is_asked_and_answers_with_keys_alone()
    {
        var id = await SubmitAsync();
        var page = await site.OpenAsync();
        await LiveSite.SignInAsync(page, Person("Jānis"));
        await page.GotoAsync($"/desk/cases/{id}");
        var menu = page.Locator(".more-menu");
        await page.Locator(".more-menu > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(menu).ToHaveAttributeAsync("open", "");
        await page.Keyboard.PressAsync("Escape");
        await Expect(menu).Not.ToHaveAttributeAsync("open", "");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".more-menu a:focus")).ToContainTextAsync("Jautāt kolēģim");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("Jautāt kolēģim");
        await page.WaitForLoadStateAsync(LoadState.Load); // its scripts listen from now on

        // A list takes letters for one word only while they follow each other quickly.
        var person = page.Locator("[name='Input.PersonId']");
        for (var attempt = 0; attempt < 5 && !(await person.EvaluateAsync<string>("list => list.selectedOptions[0]?.text ?? ''")).Contains("Agnese", StringComparison.Ordinal); attempt++)
        {
            await page.WaitForTimeoutAsync(attempt * 1_500);
            await person.FocusAsync();
            await page.Keyboard.TypeAsync("Agnese");
        }

        await page.Locator("[name='Input.Text']").FocusAsync();
        await page.Keyboard.TypeAsync("Vai ēka ir nodota ekspluatācijā?");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync($"**/desk/cases/{id}");

        var colleague = await site.OpenAsync();
        await LiveSite.SignInAsync(colleague, Person("Agnese"));
        await colleague.GotoAsync("/desk?view=mine");
        await colleague.Locator("[data-row]").First.FocusAsync();
        await colleague.Keyboard.PressAsync("Enter");
        await colleague.Locator("form[data-form=answer] [name='Input.Text']").FocusAsync();
        await colleague.WaitForLoadStateAsync(LoadState.Load);
        await colleague.Keyboard.TypeAsync("Nav nodota.");
        await colleague.Keyboard.PressAsync("Control+Enter");
        await Expect(colleague.Locator(".notice").First).ToContainTextAsync("Atbilde nodota kolēģim.");

        await page.ReloadAsync();
        await Expect(page.Locator(".conv")).ToContainTextAsync("Nav nodota.");
    }

    private async Task<Guid> SubmitAsync()
    {
        var topic = await site.RunAsync((IServiceDeskDb db) => db.Set<Topic>().Where(t => t.NameLv.StartsWith("Atkritumi")).Select(t => t.Id).SingleAsync());
        return (await site.RunAsync((SubmitCaseHandler h) => h.HandleAsync(new SubmitCase
        {
            Token = Guid.NewGuid(),
            Kind = CaseKind.Complaint,
            TopicId = topic,
            Text = "Upes ielā jau divas nedēļas nav izvesti atkritumi. Konteineri ir pilni.",
            Contact = new Contact { Name = "Ilze Kalniņa", Email = "ilze.kalnina@pasts.example", UnitMayKnow = true },
            Language = "lv",
        }, CancellationToken.None))).CaseId;
    }

    /// <summary>A case that waits, is offered and restricted, and the question to a colleague that came of it.</summary>
    private async Task<(Guid Id, Guid Inquiry)> CaseWithEverythingAsync()
    {
        var (id, other) = (await SubmitAsync(), await SubmitAsync());
        var inquiry = await site.RunAsync(async (IServiceDeskDb db) =>
        {
            var item = await db.Set<Case>().Include(c => c.Messages).Include(c => c.Clocks).SingleAsync(c => c.Id == id);
            var people = await db.Set<Domain.Staff.Employee>().ToListAsync();
            var (liga, agnese, daina) = (people.First(p => p.Name == "Līga"), people.First(p => p.Name == "Agnese"), people.First(p => p.Name == "Daina"));
            var by = new Actor(liga.Id, liga.FullName);
            var now = site.Time.Now;
            item.Assign(item.UnitId, "Labiekārtošanas un komunālā nodaļa", liga.Id, liga.FullName, null, by, now);
            item.MarkConfidential("Sūdzība par darbinieku", false, [(daina.Id, daina.FullName)], by, now);
            item.Offer(agnese.UnitId, "Būvvalde", agnese.Id, agnese.FullName, "Vajag arhitekta", by, now);
            var question = item.AskClient("Kurš konteiners?", DateOnly.FromDateTime(now.UtcDateTime).AddDays(5), DateOnly.FromDateTime(now.UtcDateTime), Domain.Correspondence.Delivery.Phone, by, now);
            item.MarkSent(question.Id, now, (await StandardAsync()).Standard, (await StandardAsync()).Calendar);
            var asked = await db.Set<Case>().SingleAsync(c => c.Id == other);
            db.Set<CaseLink>().Add(new CaseLink(CaseLinkKind.Inquiry, id, other, by, now));
            asked.ShareLetters();
            await db.SaveChangesAsync();
            return other;
        });
        return (id, inquiry);
    }

    private Task<(Domain.Deadlines.ServiceStandard Standard, Domain.Deadlines.WorkingCalendar Calendar)> StandardAsync() =>
        site.RunAsync(async (Application.Deadlines.StandardProvider standards) =>
            ((await standards.GetAsync(new DateOnly(2026, 6, 18), CancellationToken.None)).Standard,
            await site.RunAsync((Application.Deadlines.CalendarProvider calendars) => calendars.GetAsync(CancellationToken.None))));
}
