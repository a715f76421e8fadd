using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Deadlines;

/// <summary>Changes of calendar and rules move running clocks, and nothing else.</summary>
public class ChangeCalendarTests
{
    private static readonly DateOnly Thursday25 = new(2026, 6, 25);

    [Theory, EachDatabase] // received Thu 18.06.2026: 19, 25, 26 June; with the 25th closed 19, 26, Sat 27
    public async Task A_day_that_becomes_free_is_previewed_and_moves_the_running_clock_with_history_and_notice(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var id = await SubmitAsync(house, 2026, 6, 18);
        var admin = await house.ActAsAsync(Role.Administrator);
        var edit = new AddCalendarException(Thursday25, CalendarExceptionKind.Closed, "Izpilddirektora rīkojums Nr. 12", "Avārija siltumtīklos");

        var preview = await house.RunAsync((PreviewCalendarChangeHandler h) => h.HandleAsync(edit, default));
        Assert.Equal((1, 1, 0), (preview.Checked, preview.Moved, preview.Shortened));
        Assert.Equal((new DateOnly(2026, 6, 26), new DateOnly(2026, 6, 27)), (preview.First[0].OldDueOn, preview.First[0].NewDueOn));
        Assert.Equal(new DateOnly(2026, 6, 26), (await LoadAsync(house, id)).NextDueOn);

        await ChangeAsync(house, edit);
        Assert.Equal(new Recalculation(1, 1, 0), await RecalculateAsync(house));
        var item = await LoadAsync(house, id);
        Assert.Equal(new DateOnly(2026, 6, 27), item.NextDueOn);
        Assert.Equal(new DateOnly(2026, 6, 27), item.DueSort);
        var clock = Assert.Single(item.Clocks);
        Assert.Equal((2, LocalTime.Riga.EndOf(new(2026, 6, 27))), (clock.CalendarVersion, clock.DueUntil));
        var line = Assert.Single(item.History, e => e.Kind == CaseEventKind.ClockMoved);
        Assert.Equal(["external-reply", "2026-06-26", "2026-06-27"], line.Arguments);
        Assert.Equal("Avārija siltumtīklos", line.Reason);
        Assert.Single(await NoticesAsync(house, id));
        Assert.Equal(admin.FullName, (await house.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().SingleAsync(e => e.On == Thursday25))).AddedBy);

        // A second run, or another node, finds nothing to do.
        Assert.Equal(new Recalculation(0, 0, 0), await RecalculateAsync(house));
        Assert.Equal(new Recalculation(1, 0, 0), await house.RunAsync((RecalculateClocksHandler h) => h.HandleAsync(new(Force: true), default)));
        Assert.Single(await NoticesAsync(house, id));
    }

    [Theory, EachDatabase]
    public async Task A_correction_shortens_only_with_a_notice_and_never_into_the_past(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        await ChangeAsync(house, new AddCalendarException(new(2026, 6, 19), CalendarExceptionKind.Closed, "Rīkojums", "Kļūdains ieraksts"));
        var id = await SubmitAsync(house, 2026, 6, 18); // 25, 26, Sat 27
        Assert.Equal(new DateOnly(2026, 6, 27), (await LoadAsync(house, id)).NextDueOn);
        var late = await SubmitAsync(house, 2026, 6, 18);

        // Found out on Friday the 26th: by the right calendar both were due today.
        house.Time.SetLocal(2026, 6, 26, 10);
        await house.ActAsAsync(Role.Administrator);
        var exception = await house.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().SingleAsync(e => e.On == new DateOnly(2026, 6, 19)));
        await ChangeAsync(house, new WithdrawCalendarException(exception.Id, "Strādājām"));
        await RecalculateAsync(house);
        Assert.Equal(new DateOnly(2026, 6, 27), (await LoadAsync(house, id)).NextDueOn); // the next working day is left to the owner
        Assert.Empty(await NoticesAsync(house, late));

        var withdrawn = await house.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().SingleAsync(e => e.Id == exception.Id));
        Assert.Equal(("Strādājām", false), (withdrawn.WithdrawnReason, withdrawn.IsInForce));
    }

    [Theory, EachDatabase]
    public async Task A_shortened_date_comes_with_a_notice(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        await ChangeAsync(house, new AddCalendarException(Thursday25, CalendarExceptionKind.Closed, "Rīkojums", "Kļūdains ieraksts"));
        var id = await SubmitAsync(house, 2026, 6, 18);
        await house.ActAsAsync(Role.Administrator);
        var exception = await house.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().SingleAsync(e => e.On == Thursday25));
        await ChangeAsync(house, new WithdrawCalendarException(exception.Id, "Strādājam"));
        Assert.Equal(1, (await RecalculateAsync(house)).Shortened);
        Assert.Equal(new DateOnly(2026, 6, 26), (await LoadAsync(house, id)).NextDueOn);
        Assert.Equal(["2026-06-27", "2026-06-26"], Assert.Single(await NoticesAsync(house, id)).Arguments.Skip(1));
    }

    [Theory, EachDatabase]
    public async Task What_was_missed_stays_missed(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var id = await SubmitAsync(house, 2026, 6, 18);
        house.Time.SetLocal(2026, 6, 29, 9);
        await house.RunAsync((DetectBreachesHandler h) => h.HandleAsync(default));
        await house.ActAsAsync(Role.Administrator);
        await ChangeAsync(house, new AddCalendarException(Thursday25, CalendarExceptionKind.Holiday, "Likums", "Svētki"));
        Assert.Equal(0, (await RecalculateAsync(house)).Moved);
        Assert.Equal((ClockState.Breached, new DateOnly(2026, 6, 26)), Assert.Single((await LoadAsync(house, id)).Clocks) is var c ? (c.State, c.DueOn) : default);
    }

    [Fact]
    public async Task A_stale_save_and_a_change_without_a_reason_are_refused()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        await ChangeAsync(house, new ConfirmCalendarYear(2027, "MK rīkojums"));
        await RefusedAsync("Deadlines.Refusal.ChangedMeanwhile", house, new(new ConfirmCalendarYear(2028, "MK rīkojums"), 0));
        await RefusedAsync("Deadlines.Refusal.YearConfirmedAlready", house, new(new ConfirmCalendarYear(2027, "MK rīkojums"), await VersionAsync(house)));
        await RefusedAsync("Deadlines.Refusal.ReasonNeeded", house, new(new FollowCabinetShifts(false, " "), await VersionAsync(house)));
        await RefusedAsync("Deadlines.Refusal.DateHasException", house, new(new AddCalendarException(new(2026, 6, 22), CalendarExceptionKind.Closed, "R", "R"), await VersionAsync(house)));
        await RefusedAsync("Deadlines.Refusal.ExceptionUnknown", house, new(new WithdrawCalendarException(Guid.NewGuid(), "R"), await VersionAsync(house)));
        var changes = await house.RunAsync((IServiceDeskDb db) => db.Set<DeadlineChange>().ToListAsync());
        Assert.Equal((DeadlineChangeKind.YearConfirmed, "2027", "MK rīkojums"), Assert.Single(changes) is var change ? (change.Kind, change.What, change.Reason) : default);
    }

    [Fact]
    public async Task An_edited_exception_keeps_the_old_one_withdrawn()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        var old = await house.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().SingleAsync(e => e.On == new DateOnly(2026, 6, 27)));
        await ChangeAsync(house, new AddCalendarException(old.On, CalendarExceptionKind.MovedIn, old.Source, "Strādājam 8–14.30", new(new(8, 0), new(14, 30)), old.Id));
        var calendar = await house.RunAsync((CalendarProvider c) => c.GetAsync(default));
        Assert.Equal(new OpeningHours(new(8, 0), new(14, 30)), calendar.Hours(old.On));
        Assert.Equal(2, await house.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().CountAsync(e => e.On == old.On)));
    }

    [Fact] // an official's hand edit survives every start
    public async Task A_withdrawn_exception_is_not_seeded_again()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        var moved = await house.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().SingleAsync(e => e.On == new DateOnly(2026, 6, 22)));
        await ChangeAsync(house, new WithdrawCalendarException(moved.Id, "Neievērojam"));
        var before = await house.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().CountAsync());
        await using (var scope = house.Scope())
        {
            foreach (var seed in scope.ServiceProvider.GetServices<ISeed>().Where(s => s is not IDemoSeed).OrderBy(s => s.Order))
                await seed.SeedAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(before, await house.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().CountAsync()));
        Assert.Equal(DayReason.Working, (await house.RunAsync((CalendarProvider c) => c.GetAsync(default))).Reason(new(2026, 6, 22)));
    }

    [Theory, EachDatabase] // a rule of two days from 18 June on: received that day, 19 and 25 June
    public async Task A_new_version_of_a_rule_moves_what_was_received_since_and_keeps_the_old_version(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var before = await SubmitAsync(house, 2026, 6, 17); // 18, 19, 25
        var since = await SubmitAsync(house, 2026, 6, 18); // 19, 25, 26
        await house.ActAsAsync(Role.HeadOfClientService);
        var edit = new ChangeTerm("external-reply", new(2, TermUnit.WorkingDays), new(2026, 6, 18), "Domes lēmums");
        Assert.Equal((1, 1), await house.RunAsync((ChangeRuleHandler h) => h.PreviewAsync(edit, default)) is var p ? (p.Moved, p.Shortened) : default);
        await house.RunAsync(async (ChangeRuleHandler h) => await h.HandleAsync(new(edit, await VersionAsync(house)), default));
        await RecalculateAsync(house);

        Assert.Equal((new DateOnly(2026, 6, 25), 1), await ClockAsync(house, before));
        Assert.Equal((new DateOnly(2026, 6, 25), 2), await ClockAsync(house, since));
        Assert.Single(await NoticesAsync(house, since));
        Assert.Equal(3, (await house.RunAsync((StandardProvider s) => s.GetAsync(new(2026, 6, 17), default))).Find("external-reply", new(2026, 6, 17))!.Term.Count);
        await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((ChangeRuleHandler h) => h.PreviewAsync(edit, default))); // nothing changed
        await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((ChangeRuleHandler h) => h.PreviewAsync(edit with { InForceFrom = new(2026, 6, 1) }, default)));
    }

    [Fact]
    public async Task A_duty_can_be_switched_off()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        await house.ActAsAsync(Role.HeadOfClientService);
        await house.RunAsync(async (ChangeRuleHandler h) => await h.HandleAsync(new(new SwitchDuty("ethics-commission", false, new(2026, 6, 18), "Nav komisijas"), await VersionAsync(house)), default));
        Assert.False((await house.RunAsync((StandardProvider s) => s.GetAsync(new(2026, 6, 18), default))).Standard.Demands("ethics-commission"));
        Assert.True((await house.RunAsync((StandardProvider s) => s.GetAsync(new(2026, 6, 17), default))).Standard.Demands("ethics-commission"));
    }

    [Fact]
    public async Task The_year_view_reminds_of_a_next_year_without_order_from_August_on()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        Assert.Null((await house.RunAsync((ShowCalendarYearHandler h) => h.HandleAsync(new(null), default))).MissingYear);
        house.Time.SetLocal(2026, 8, 1, 9);
        var year = await house.RunAsync((ShowCalendarYearHandler h) => h.HandleAsync(new(null), default));
        Assert.Equal((2027, 250, true), (year.MissingYear, year.WorkingDays, year.IsConfirmed));
    }

    private static async Task<Guid> SubmitAsync(House house, int year, int month, int day)
    {
        house.Time.SetLocal(year, month, day, 11);
        house.ActAsNobody();
        var submitted = await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(
            new() { Token = Guid.NewGuid(), Kind = CaseKind.Complaint, Text = "Upes ielā nav izvesti atkritumi.", Language = "lv" }, default));
        return submitted.CaseId;
    }

    private static async Task ChangeAsync(House house, CalendarEdit edit) =>
        await house.RunAsync(async (ChangeCalendarHandler h) => await h.HandleAsync(new(edit, await VersionAsync(house)), default));

    private static async Task RefusedAsync(string key, House house, ChangeCalendar command) =>
        Assert.Equal(key, (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((ChangeCalendarHandler h) => h.HandleAsync(command, default)))).Key);

    private static Task<int> VersionAsync(House house) => house.RunAsync(async (ReadDeadlineSettingsHandler h) => (await h.HandleAsync(default)).Version);

    private static Task<Recalculation> RecalculateAsync(House house) => house.RunAsync((RecalculateClocksHandler h) => h.HandleAsync(new(), default));

    private static Task<Case> LoadAsync(House house, Guid id) => house.RunAsync((IServiceDeskDb db) =>
        db.Set<Case>().AsNoTracking().Include(c => c.Clocks).Include(c => c.History).SingleAsync(c => c.Id == id));

    private static async Task<(DateOnly, int)> ClockAsync(House house, Guid id) => Assert.Single((await LoadAsync(house, id)).Clocks) is var clock ? (clock.DueOn, clock.StandardVersion) : default;

    private static Task<List<Notice>> NoticesAsync(House house, Guid id) => house.RunAsync((IServiceDeskDb db) =>
        db.Set<Notice>().AsNoTracking().Where(n => n.CaseId == id && n.Kind == NoticeKind.DueMoved).ToListAsync());
}
