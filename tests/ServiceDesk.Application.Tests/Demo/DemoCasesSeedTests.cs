using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Demo;

public class DemoCasesSeedTests
{
    [Theory]
    [InlineData(2026, 6, 18, 9)] // The training clock.
    [InlineData(2026, 11, 20, 10)]
    [InlineData(2026, 6, 21, 12)] // A Sunday.
    [InlineData(2026, 1, 1, 0)] // A holiday, the first hour of a year.
    [InlineData(2026, 3, 30, 3)] // The night after the clocks went forward, before opening.
    public async Task The_desk_is_lively_on_any_day(int year, int month, int day, int hour)
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(year, month, day, hour);
        var watch = Stopwatch.StartNew();
        await house.RunAsync((DemoCasesSeed seed) => seed.SeedAsync(CancellationToken.None));
        TestContext.Current.SendDiagnosticMessage($"Seeded in {watch.Elapsed.TotalSeconds:0.0} s.");

        var now = house.Time.GetUtcNow();
        var today = LocalTime.Riga.DateOf(now);
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var cases = await db.Set<Case>().AsNoTracking().Include(c => c.Clocks).Include(c => c.Messages).Include(c => c.History).AsSplitQuery().ToListAsync();
            Assert.InRange(cases.Count, 280, 330);
            foreach (var numbered in cases.GroupBy(c => c.RegisterYear))
            {
                Assert.Equal(Enumerable.Range(1, numbered.Count()), numbered.Select(c => c.Sequence).Order());
                var counter = await db.Set<RegisterCounter>().SingleAsync(c => c.Year == numbered.Key);
                Assert.Equal(numbered.Count(), counter.Last);
                var byNumber = numbered.OrderBy(c => c.Sequence).Select(c => c.RegisteredAt).ToList();
                Assert.Equal(byNumber.Order(), byNumber);
            }

            Assert.Equal(Enum.GetValues<CaseState>().Except([CaseState.Waiting]), cases.Select(c => c.State).Distinct().Order());
            Assert.Equal(Enum.GetValues<CaseKind>(), cases.Select(c => c.Kind).Distinct().Order());
            Assert.Equal(Enum.GetValues<ClockState>(), cases.SelectMany(c => c.Clocks).Select(c => c.State).Distinct().Order());
            Assert.Equal(Enum.GetValues<Layer>(), cases.SelectMany(c => c.Clocks).Select(c => c.Layer).Distinct().Order());
            Assert.Superset(
                new HashSet<CaseOutcome> { CaseOutcome.Granted, CaseOutcome.PartlyGranted, CaseOutcome.Refused, CaseOutcome.Explained, CaseOutcome.ThanksPassedOn, CaseOutcome.Forwarded, CaseOutcome.LeftUnexamined, CaseOutcome.NoReplyWanted },
                cases.Where(c => c.Outcome is not null).Select(c => c.Outcome!.Value).ToHashSet());
            Assert.True(cases.Select(c => c.Channel).Distinct().Count() >= 10);
            Assert.Equal(["en", "lv", "ru"], cases.Select(c => c.Language).Distinct().Order());
            Assert.True(cases.SelectMany(c => c.Messages).Where(m => m.Kind == MessageKind.Submission).Select(m => m.Text).Distinct().Count() >= 90);

            var open = cases.Where(c => c.IsOpen && c.NextDueOn is not null).ToList();
            Assert.True(open.Count(c => c.NextDueOn < today) >= 5, "overdue");
            Assert.True(open.Count(c => c.NextDueOn >= today) >= 20, "not overdue");
            Assert.True(open.Count(c => c.AssigneeId is null) >= 5, "unassigned");
            Assert.True(open.Count(c => c.NextDueLayer == Layer.PersonalPromise) >= 8, "promises");
            Assert.True(cases.Count(c => c.HasFailedMessage) >= 2, "failed letters");
            // Nothing lies forgotten for months: whoever shows the desk need not explain it.
            Assert.All(open, c => Assert.True(c.NextDueOn > today.AddDays(-31), $"{c.Number} {c.NextDueOn}"));
            Assert.Contains(cases, c => c.Contact.IsAnonymous);
            Assert.All(cases, c => Assert.True(c.Contact.Email is null || c.Contact.Email.EndsWith(".example", StringComparison.Ordinal)));

            Assert.All(cases, c => Assert.True(c.ReceivedAt <= c.RegisteredAt && c.History.All(e => e.At <= now) && c.Messages.All(m => m.WrittenAt <= now && (m.SentAt ?? now) <= now)));
            Assert.All(cases.SelectMany(c => c.Clocks).Where(c => c.State == ClockState.Running), c => Assert.True(c.DueUntil > now));
            Assert.All(cases.SelectMany(c => c.Clocks).Where(c => c.State is ClockState.Met or ClockState.MetByInterim), c => Assert.True(c.SettledAt < c.DueUntil));

            var breaches = await db.Set<Breach>().ToListAsync();
            Assert.Equal(cases.SelectMany(c => c.Clocks).Where(c => c.State == ClockState.Breached).Select(c => c.Id).Order(), breaches.Select(b => b.ClockId).Order());
            Assert.Equal(Enum.GetValues<BreachState>(), breaches.Select(b => b.State).Distinct().Order());
            Assert.Equal(
                cases.SelectMany(c => c.Clocks).Where(c => c.State == ClockState.Breached && c.SettledAt is null).Select(c => c.Id).Order(),
                breaches.Where(b => b.SettledAt is null).Select(b => b.ClockId).Order());
            TestContext.Current.SendDiagnosticMessage(
                $"{today}: {cases.Count} cases, {open.Count} open, overdue {open.Count(c => c.NextDueOn < today)}, today {open.Count(c => c.NextDueOn == today)}, promises {open.Count(c => c.NextDueLayer == Layer.PersonalPromise)}, "
                + $"breaches {breaches.Count}: {string.Join(", ", breaches.GroupBy(b => b.State).Select(g => $"{g.Key} {g.Count()}"))}; "
                + string.Join(", ", cases.GroupBy(c => c.State).Select(g => $"{g.Key} {g.Count()}")));
        });
    }

    [Fact] // what stands between people comes after, once, also where the cases were there before
    public async Task Some_cases_wait_are_offered_restricted_asked_and_thanked_for()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        await fresh.House.RunAsync((DemoCasesSeed seed) => seed.SeedAsync(CancellationToken.None));
        await fresh.House.RunAsync((DemoStepsSeed seed) => seed.SeedAsync(CancellationToken.None));
        await fresh.House.RunAsync((DemoStepsSeed seed) => seed.SeedAsync(CancellationToken.None));
        await fresh.House.RunAsync(async (IServiceDeskDb db) =>
        {
            Assert.Equal(2, await db.Set<Case>().CountAsync(c => c.State == CaseState.Waiting));
            Assert.InRange(await db.Set<Case>().CountAsync(c => c.OfferedAt != null), 1, 3);
            Assert.Equal(1, await db.Set<Case>().CountAsync(c => c.IsConfidential));
            Assert.InRange(await db.Set<CaseLink>().CountAsync(l => l.Kind == CaseLinkKind.Inquiry), 1, 2);
            Assert.Equal(1, await db.Set<Message>().CountAsync(m => m.Kind == MessageKind.Thanks));
        });
    }

    [Fact]
    public async Task A_second_start_adds_nothing()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        await fresh.House.RunAsync((DemoCasesSeed seed) => seed.SeedAsync(CancellationToken.None));
        var before = await fresh.House.RunAsync((IServiceDeskDb db) => db.Set<Case>().CountAsync());

        await fresh.House.RunAsync((DemoCasesSeed seed) => seed.SeedAsync(CancellationToken.None));

        Assert.Equal(before, await fresh.House.RunAsync((IServiceDeskDb db) => db.Set<Case>().CountAsync()));
    }
}
