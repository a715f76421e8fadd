using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Deadlines;

/// <summary>The check that clocks and breaches tell the same, both ways.</summary>
public class ClockWatchTests
{
    [Fact]
    public async Task A_clock_past_due_is_missing_until_it_is_detected()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        await house.CasesAsync(2);
        Assert.True((await LookAsync(house)).Agrees);
        house.Time.SetLocal(2026, 9, 5, 0, 5); // The job has not had its minutes yet.
        Assert.True((await LookAsync(house)).Agrees);
        house.Time.SetLocal(2026, 9, 5, 1);
        Assert.Equal(new ClockAgreement(2, 0, 0), await LookAsync(house));
        await house.DetectAsync();
        Assert.True((await LookAsync(house)).Agrees);
    }

    [Fact]
    public async Task A_missed_clock_without_a_breach_and_a_breach_without_a_missed_clock_are_seen()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        var cases = await house.CasesAsync(2);
        house.Time.SetLocal(2026, 9, 7, 9);
        await house.DetectAsync();

        await house.RunAsync((IServiceDeskDb db) => db.Set<Breach>().Where(b => b.CaseId == cases[0]).ExecuteDeleteAsync());
        Assert.Equal(new ClockAgreement(0, 1, 0), await LookAsync(house));
        await house.DetectAsync();
        Assert.True((await LookAsync(house)).Agrees);

        await house.RunAsync((IServiceDeskDb db) => db.Set<Clock>().Where(c => c.CaseId == cases[1]).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ClockState.Met)));
        Assert.Equal(new ClockAgreement(0, 0, 1), await LookAsync(house));
    }

    [Fact]
    public async Task A_late_answer_that_the_breach_never_learns_of_is_seen()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        var id = await house.CaseAsync();
        house.Time.SetLocal(2026, 9, 7, 9);
        await house.DetectAsync();
        await house.AnswerAsync(id);
        Assert.True((await LookAsync(house)).Agrees);
        house.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(new ClockAgreement(0, 0, 1), await LookAsync(house));
        await house.DetectAsync();
        Assert.True((await LookAsync(house)).Agrees);
    }

    private static Task<ClockAgreement> LookAsync(House house) => house.RunAsync((ClockWatch w) => w.LookAsync(CancellationToken.None));
}
