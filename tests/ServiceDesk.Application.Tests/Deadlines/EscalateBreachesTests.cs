using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Deadlines;

public class EscalateBreachesTests
{
    [Fact]
    public async Task Run_all_week_long_it_tells_each_person_once_per_level_and_only_while_the_house_is_open()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        await house.CasesAsync(3);
        house.Time.SetLocal(2026, 9, 5, 0); // Saturday, the first day of lateness.
        await house.DetectAsync();
        var end = house.Time.Now.AddDays(10);
        for (; house.Time.Now < end; house.Time.Advance(TimeSpan.FromMinutes(13)))
            await house.EscalateAsync();

        var notices = await NoticesAsync(house);
        // Owner, unit head, head of Client Service and deputy, for each of three cases.
        Assert.Equal(12, notices.Count);
        Assert.Equal(12, notices.DistinctBy(n => (n.EmployeeId, n.Subject)).Count());
        Assert.All(notices, n =>
        {
            var at = LocalTime.Riga.At(n.CreatedAt);
            Assert.True(at.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && at.Hour is >= 8 and < 18, at.ToString("O"));
        });
        // Levels 1, 2 and 3: Monday 7, Tuesday 8 (two working days after Saturday), Friday 11 (five).
        Assert.Equal(
            [new DateOnly(2026, 9, 7), new DateOnly(2026, 9, 8), new DateOnly(2026, 9, 11)],
            notices.Select(n => LocalTime.Riga.DateOf(n.CreatedAt)).Distinct().Order());
    }

    [Theory]
    [InlineData(2026, 9, 8, 2)] // night
    [InlineData(2026, 9, 6, 12)] // Sunday
    [InlineData(2026, 11, 18, 12)] // public holiday
    public async Task Nobody_is_woken(int year, int month, int day, int hour)
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        await house.CaseAsync();
        house.Time.SetLocal(year, month, day, hour);
        await house.DetectAsync();
        Assert.Equal(0, await house.EscalateAsync());
        Assert.Equal(0, await house.RunAsync((RemindOfDueDatesHandler h) => h.HandleAsync(CancellationToken.None)));
        Assert.Empty(await NoticesAsync(house));
    }

    [Fact]
    public async Task A_vacant_post_is_skipped_up_the_tree_and_who_left_is_not_told()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        await house.CaseAsync(DemoPeople.Roads, Given.RoadEngineer); // The roads unit has no head; Jānis heads the one above.
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            (await db.Set<Employee>().SingleAsync(e => e.Name == Given.RoadEngineer)).Leave();
            await db.SaveChangesAsync();
        });
        house.Time.SetLocal(2026, 9, 7, 10);
        await house.DetectAsync();
        await house.EscalateAsync();

        Assert.Equal([await house.EmployeeAsync(Given.Head)], (await NoticesAsync(house)).Select(n => n.EmployeeId));
    }

    [Fact]
    public async Task The_chain_follows_the_settings()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        await house.CaseAsync(owner: null);
        house.Time.SetLocal(2026, 9, 7, 10);
        await house.DetectAsync();
        var settings = new EscalationOptions { ByEmail = false, Levels = [new() { Role = Role.HeadOfClientService, AfterWorkingDays = 0 }, new() { Role = Role.DeputyExecutiveDirector, AfterWorkingDays = 1 }] };

        await using var scope = house.Scope();
        await ActivatorUtilities.CreateInstance<EscalateBreachesHandler>(scope.ServiceProvider, Options.Create(settings)).HandleAsync(CancellationToken.None);

        Assert.Equal(
            new HashSet<Guid> { await house.EmployeeAsync("Daina"), await house.EmployeeAsync("Andris") },
            (await NoticesAsync(house)).Select(n => n.EmployeeId).ToHashSet());
        Assert.Empty(await LettersAsync(house));
    }

    [Fact]
    public async Task What_was_answered_meanwhile_goes_no_further_than_the_first_level()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        var id = await house.CaseAsync();
        house.Time.SetLocal(2026, 9, 7, 9);
        await house.AnswerAsync(id);
        await house.DetectAsync();
        house.Time.SetLocal(2026, 9, 28, 10);
        await house.EscalateAsync();
        await house.EscalateAsync();

        Assert.Equal(
            new HashSet<Guid> { await house.EmployeeAsync(Given.Line), await house.EmployeeAsync(Given.Head) },
            (await NoticesAsync(house)).Select(n => n.EmployeeId).ToHashSet());
    }

    [Fact]
    public async Task Letters_to_staff_name_the_number_and_never_the_client()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        var id = await house.CaseAsync(email: "peteris.kalejs@pasts.example");
        house.Time.SetLocal(2026, 9, 7, 10);
        await house.DetectAsync();
        await house.EscalateAsync();

        var number = (await house.LoadAsync(id)).Number;
        var letters = await LettersAsync(house);
        Assert.Equal(["janis.kalnins@lejasupe.example", "liga.zarina@lejasupe.example"], letters.Select(l => l.ToAddress).Order());
        Assert.All(letters, l =>
        {
            Assert.Contains(number, l.Subject, StringComparison.Ordinal);
            Assert.Contains($"/desk/cases/{id}", l.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Kalēj", l.Subject + l.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Slepens", l.Subject + l.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("pasts.example", l.Subject + l.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("[", l.Subject + l.Body, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Owners_are_reminded_on_the_working_day_before_and_on_the_day_itself_once_each()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 2, 10);
        await house.CaseAsync(); // Due on Monday the 7th; the working day before is Friday the 4th.
        var days = new List<DateOnly>();
        for (var end = house.Time.Now.AddDays(7); house.Time.Now < end; house.Time.Advance(TimeSpan.FromMinutes(30)))
        {
            if (await house.RunAsync((RemindOfDueDatesHandler h) => h.HandleAsync(CancellationToken.None)) is 1)
                days.Add(LocalTime.Riga.DateOf(house.Time.Now));
        }

        Assert.Equal([new DateOnly(2026, 9, 4), new DateOnly(2026, 9, 7)], days);
    }

    private static Task<List<Notice>> NoticesAsync(House house) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.Kind == NoticeKind.Breached).ToListAsync());

    private static Task<List<OutgoingMessage>> LettersAsync(House house) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().AsNoTracking().Where(o => o.CaseId == null).ToListAsync());
}
