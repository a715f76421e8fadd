using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using static Microsoft.Playwright.Assertions;

namespace ServiceDesk.Browser.Tests.Journeys;

/// <summary>A reply is written by keyboard with a text module, outlives a browser that dies and a session that ends, and is sent.</summary>
public class DraftsAreNotLostTests(LiveSite site) : IClassFixture<LiveSite>
{
    private const string Words = "Konteinerus izvedīs rīt no rīta. ";

    private static DemoPerson Liga => DemoPeople.All.First(p => p.Name == "Līga");

    [Fact]
    public async Task What_was_typed_outlives_a_dead_browser_and_an_ended_session()
    {
        var first = await site.OpenAsync();
        var address = $"/desk/cases/{await CaseAsync()}?w=reply";
        await LiveSite.SignInAsync(first, Liga);
        await first.GotoAsync(address);
        await first.Locator(".insert [role=combobox]").WaitForAsync();
        await first.Locator("[data-body]").FocusAsync();
        await first.Keyboard.TypeAsync(Words + "::hours ");
        await Expect(first.Locator("[data-body]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Apmeklētājus pieņemam"));
        await Expect(first.Locator("[data-saved]")).ToContainTextAsync("Saglabāts");
        // The context dies with everything in it: no leaving, no last save.
        await first.Context.CloseAsync();

        var second = await site.OpenAsync();
        await LiveSite.SignInAsync(second, Liga);
        await second.GotoAsync(address);
        await Expect(second.Locator("[data-body]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Konteinerus izvedīs"));

        // The session ends while somebody writes; the words wait in the tab and go on once somebody has signed in.
        var cookies = await second.Context.CookiesAsync();
        await second.Context.ClearCookiesAsync(new() { Name = "servicedesk" });
        await second.Locator("[data-body]").FocusAsync();
        await second.Keyboard.TypeAsync("Vēl viens teikums. ");
        await Expect(second.Locator("[data-alert]")).ToContainTextAsync("Sesija beigusies");
        await second.Context.AddCookiesAsync(cookies.Where(c => c.Name == "servicedesk").Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Url }));
        await second.Keyboard.TypeAsync("Un vēl.");
        await Expect(second.Locator("[data-alert]")).ToBeEmptyAsync();

        await second.Locator("form[data-form=reply] button.btn-primary").ClickAsync();
        await Expect(second.Locator(".msg-out").Last).ToContainTextAsync("Vēl viens teikums.");
        await second.GotoAsync("/desk/drafts");
        await Expect(second.Locator("main")).ToContainTextAsync("Melnrakstu nav");
    }

    private async Task<Guid> CaseAsync()
    {
        var topic = await site.RunAsync((IServiceDeskDb db) => db.Set<Topic>().Where(t => t.NameLv.StartsWith("Atkritumi")).Select(t => t.Id).FirstAsync());
        var made = await site.RunAsync((SubmitCaseHandler h) => h.HandleAsync(
            new SubmitCase { Token = Guid.NewGuid(), Kind = CaseKind.Complaint, TopicId = topic, Text = "Nav izvesti atkritumi.", Language = "lv" }, CancellationToken.None));
        return made.CaseId;
    }
}
