using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Deadlines;

public class CalendarPagesTests(Site site) : IClassFixture<Site>
{
    public static readonly TheoryData<string> Pages =
        ["/desk/calendar", "/desk/calendar/add", "/desk/calendar/confirm/2027", "/desk/calendar/shifts", "/desk/calendar/hours"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Only_an_administrator_enters(string address)
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        Assert.Equal(HttpStatusCode.Forbidden, (await Denied(specialist, address)).Status);
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync(address)).Location, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_pages_render(string address)
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var page = await admin.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("[Deadlines.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/calendar?year=1999")]
    [InlineData("/desk/calendar/confirm/1999")]
    [InlineData("/desk/calendar/withdraw/00000000-0000-0000-0000-000000000001")]
    [InlineData("/desk/calendar/add?replaces=00000000-0000-0000-0000-000000000001")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(address)).Status);
    }

    [Fact]
    public async Task The_year_shows_every_day_and_every_exception()
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var page = await admin.GetAsync("/desk/calendar?year=2026");
        Assert.Equal(12, page.Document.QuerySelectorAll(".month").Length);
        Assert.Equal(4, page.Document.QuerySelectorAll(".month .moved").Length);
        Assert.Contains("Pārcelta: šajā dienā brīvs", page.Text, StringComparison.Ordinal);
        Assert.Contains("250 darba dien", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_is_previewed_then_added_then_edited_then_withdrawn()
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var filled = (await admin.GetAsync("/desk/calendar/add")).Form("form.narrow-form")
            .Fill("On", "2026-08-18").Fill("Kind", "LocalHoliday").Fill("Source", "Domes lēmums Nr. 5").Fill("Reason", "Novada svētki");
        var preview = await filled.SendAsync("step", "preview");
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.NotNull(preview.TextOf("#preview"));
        Assert.False(await ExistsAsync(new(2026, 8, 18)));

        var saved = await preview.Form("form.narrow-form").SendAsync("step", "apply");
        Assert.Equal("/desk/calendar?year=2026", saved.Location);
        var year = await saved.FollowAsync();
        Assert.Contains("Izmaiņas saglabātas", year.Text, StringComparison.Ordinal);
        Assert.Contains("Domes lēmums Nr. 5", year.Text, StringComparison.Ordinal);

        var id = (await FindAsync(new(2026, 8, 18))).Id;
        var edit = (await admin.GetAsync($"/desk/calendar/add?replaces={id}")).Form("form.narrow-form");
        Assert.Equal("2026-08-18", edit["On"]);
        Assert.Equal("Domes lēmums Nr. 5", edit["Source"]);
        preview = await edit.Fill("Kind", "Closed").Fill("Reason", "Precizēts").SendAsync("step", "preview");
        Assert.Equal("/desk/calendar?year=2026", (await preview.Form("form.narrow-form").SendAsync("step", "apply")).Location);

        id = (await FindAsync(new(2026, 8, 18))).Id;
        preview = await (await admin.GetAsync($"/desk/calendar/withdraw/{id}")).Form("form.narrow-form").Fill("Reason", "Svētki atcelti").SendAsync("step", "preview");
        Assert.Equal("/desk/calendar?year=2026", (await preview.Form("form.narrow-form").SendAsync("step", "apply")).Location);
        Assert.False(await ExistsAsync(new(2026, 8, 18)));
    }

    [Fact]
    public async Task What_is_changed_after_the_preview_is_previewed_again()
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var preview = await (await admin.GetAsync("/desk/calendar/add")).Form("form.narrow-form")
            .Fill("On", "2026-08-19").Fill("Kind", "Closed").Fill("Source", "Rīkojums").Fill("Reason", "Avārija").SendAsync("step", "preview");
        var again = await preview.Form("form.narrow-form").Fill("On", "2026-08-20").SendAsync("step", "apply");
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.False(await ExistsAsync(new(2026, 8, 20)));
    }

    [Theory]
    [InlineData("", "Closed", "", "", "Rīkojums", "Avārija", "Norādiet datumu.")]
    [InlineData("2026-06-22", "Closed", "", "", "Rīkojums", "Avārija", "jau ir ieraksts: 22.06.2026.")]
    [InlineData("2026-09-01", "Closed", "", "", "", "Avārija", "Norādiet avotu")]
    [InlineData("2026-09-01", "Closed", "", "", "Rīkojums", "", "Uzrakstiet pamatojumu.")]
    [InlineData("2026-09-01", "Closed", "08:00", "12:00", "Rīkojums", "Avārija", "ir brīva diena")]
    [InlineData("2026-09-01", "Shortened", "", "", "Rīkojums", "Avārija", "norādiet darba laiku")]
    [InlineData("2026-09-01", "Shortened", "08:00", "", "Rīkojums", "Avārija", "Norādiet abus laikus")]
    [InlineData("2026-11-18", "MovedIn", "", "", "Rīkojums", "Avārija", "ir svētku diena")]
    public async Task Every_mistake_has_its_sentence(string on, string kind, string opens, string closes, string source, string reason, string sentence)
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var page = await (await admin.GetAsync("/desk/calendar/add")).Form("form.narrow-form")
            .Fill("On", on).Fill("Kind", kind).Fill("Opens", opens).Fill("Closes", closes).Fill("Source", source).Fill("Reason", reason).SendAsync("step", "preview");
        Assert.Contains(sentence, page.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal(source, page.Form("form.narrow-form")["Source"]);
    }

    [Fact]
    public async Task A_week_without_working_days_is_refused()
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var form = (await admin.GetAsync("/desk/calendar/hours")).Form("form.narrow-form").Fill("Reason", "Kļūda");
        for (var row = 0; row < 7; row++)
            form.Fill($"Days[{row}].Opens", "").Fill($"Days[{row}].Closes", "");
        Assert.Contains("vismaz vienai darba dienai", (await form.SendAsync("step", "preview")).TextOf(".err-sum"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_shifts_and_a_year_are_changed_in_two_steps()
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        await ChangeAsync(admin, "/desk/calendar/hours", f => f.Fill("Days[4].Closes", "16:00"));
        await ChangeAsync(admin, "/desk/calendar/shifts", f => f.Fill("Follow", "false"));
        await ChangeAsync(admin, "/desk/calendar/confirm/2028", f => f);
        var settings = await site.RunAsync((ReadDeadlineSettingsHandler h) => h.HandleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(new TimeOnly(16, 0), settings.Week.Hours(DayOfWeek.Friday)!.Value.Closes);
        Assert.False(settings.FollowsCabinetShifts);
        Assert.Contains(2028, settings.ConfirmedYears);
        await ChangeAsync(admin, "/desk/calendar/shifts", f => f.Fill("Follow", "true"));
    }

    private static async Task ChangeAsync(PageClient admin, string address, Func<PageForm, PageForm> fill)
    {
        var preview = await fill((await admin.GetAsync(address)).Form("form.narrow-form")).Fill("Reason", "Rīkojums Nr. 7").SendAsync("step", "preview");
        Assert.NotNull(preview.TextOf("#preview"));
        Assert.StartsWith("/desk/calendar", (await preview.Form("form.narrow-form").SendAsync("step", "apply")).Location, StringComparison.Ordinal);
    }

    private static async Task<Page> Denied(PageClient client, string address)
    {
        var page = await client.GetAsync(address);
        return page.Location is null ? page : await page.FollowAsync();
    }

    private Task<bool> ExistsAsync(DateOnly on) => site.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().AnyAsync(e => e.On == on && e.WithdrawnAt == null));

    private Task<CalendarException> FindAsync(DateOnly on) => site.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().SingleAsync(e => e.On == on && e.WithdrawnAt == null));
}
