using ServiceDesk.Application.Deadlines;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Deadlines;

public class DetectBreachesTests
{
    [Theory, EachDatabase]
    public async Task Everything_overdue_is_found_however_much_it_is_in_the_order_of_the_dates_and_once(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        await house.CasesAsync(30);
        house.Time.SetLocal(2026, 8, 31, 10);
        await house.CasesAsync((2 * DetectBreachesHandler.Batch) + 30);

        house.Time.SetLocal(2026, 9, 10, 10);
        Assert.Equal(new BreachRun((2 * DetectBreachesHandler.Batch) + 60, 0), await house.DetectAsync());
        Assert.Equal(new BreachRun(0, 0), await house.DetectAsync());

        var breaches = (await house.BreachesAsync()).OrderBy(b => b.Id).ToList();
        Assert.Equal(breaches.Count, breaches.DistinctBy(b => b.ClockId).Count());
        // 31 August + 3 working days = 3 September; the 30 of 1 September come last.
        Assert.All(breaches.Take(400), b => Assert.Equal(new DateOnly(2026, 9, 3), b.DueOn));
        Assert.Equal(30, breaches.Count(b => b.DueOn == new DateOnly(2026, 9, 4)));
    }

    [Theory, EachDatabase]
    public async Task Two_nodes_at_once_make_one_breach_of_each_clock(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        await house.CasesAsync(60);
        house.Time.SetLocal(2026, 9, 10, 10);

        var runs = await Task.WhenAll(house.DetectAsync(), house.DetectAsync(), house.DetectAsync());
        var last = await house.DetectAsync();

        Assert.Equal(60, runs.Sum(r => r.Breaches) + last.Breaches);
        Assert.Equal(60, (await house.BreachesAsync()).DistinctBy(b => b.ClockId).Count());
    }

    [Fact]
    public async Task The_last_second_of_the_due_day_is_in_time_and_the_first_of_the_next_is_not()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        await house.CaseAsync();

        house.Time.SetLocal(2026, 9, 4, 23, 59);
        house.Time.Advance(TimeSpan.FromSeconds(59.9));
        Assert.Equal(0, (await house.DetectAsync()).Breaches);
        house.Time.SetLocal(2026, 9, 5, 0);
        Assert.Equal(1, (await house.DetectAsync()).Breaches);
    }

    [Fact]
    public async Task After_days_of_standstill_a_breach_bears_its_true_day_and_those_responsible()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        var id = await house.CaseAsync();
        house.Time.SetLocal(2026, 9, 9, 10);
        await house.DetectAsync();

        var breach = Assert.Single(await house.BreachesAsync());
        Assert.Equal((new DateOnly(2026, 9, 4), new DateOnly(2026, 9, 5)), (breach.DueOn, breach.BreachedOn));
        Assert.Equal(await house.EmployeeAsync(Given.Line), breach.OwnerId);
        var item = await house.LoadAsync(id);
        Assert.Equal(item.UnitId, breach.UnitId);
        Assert.Contains(item.History, e => e.Kind == CaseEventKind.ClockBreached && e.Arguments.Contains("2026-09-04"));
    }

    [Fact]
    public async Task A_letter_that_left_late_before_anybody_looked_is_recorded_with_the_day_it_left()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        var id = await house.CaseAsync();
        house.Time.SetLocal(2026, 9, 7, 9);
        await house.AnswerAsync(id);

        house.Time.SetLocal(2026, 9, 7, 10);
        Assert.Equal(new BreachRun(1, 1), await house.DetectAsync());
        var breach = Assert.Single(await house.BreachesAsync());
        Assert.Equal(new DateOnly(2026, 9, 5), breach.BreachedOn);
        Assert.Equal((await house.LoadAsync(id)).AnsweredAt, breach.SettledAt);
    }

    [Fact]
    public async Task A_breach_learns_when_it_was_answered_and_stays_a_breach()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        var id = await house.CaseAsync();
        house.Time.SetLocal(2026, 9, 7, 9);
        Assert.Equal(new BreachRun(1, 0), await house.DetectAsync());
        house.Time.SetLocal(2026, 9, 8, 9);
        await house.AnswerAsync(id);
        Assert.Equal(new BreachRun(0, 1), await house.DetectAsync());

        Assert.NotNull(Assert.Single(await house.BreachesAsync()).SettledAt);
        Assert.Equal(ClockState.Breached, Assert.Single((await house.LoadAsync(id)).Clocks).State);
    }

    [Fact]
    public async Task A_late_interim_reply_is_a_breach_with_a_new_date_and_the_date_missed_is_a_second_one()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        var id = await house.CaseAsync();
        house.Time.SetLocal(2026, 9, 7, 9);
        await house.PromiseAsync(id, new DateOnly(2026, 9, 14));
        await house.DetectAsync();
        Assert.Equal(Layer.Service, Assert.Single(await house.BreachesAsync()).Layer);
        Assert.Equal(new DateOnly(2026, 9, 14), (await house.LoadAsync(id)).NextDueOn);

        house.Time.SetLocal(2026, 9, 15, 0, 5);
        Assert.Equal(1, (await house.DetectAsync()).Breaches);
        Assert.Equal([Layer.Service, Layer.PersonalPromise], (await house.BreachesAsync()).Select(b => b.Layer));
    }

    [Fact]
    public async Task A_case_closed_in_time_is_never_missed()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        await house.AnswerAsync(await house.CaseAsync());
        house.Time.SetLocal(2026, 12, 1, 10);
        Assert.Equal(new BreachRun(0, 0), await house.DetectAsync());
        Assert.Equal(0, await house.EscalateAsync());
    }
}
