using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Counts the running clocks anew when calendar or rules changed since the last time.</summary>
/// <param name="Force">Count even if nothing is known to have changed.</param>
public sealed record RecalculateClocks(bool Force = false);

/// <summary>What came of it.</summary>
/// <param name="Checked">Running clocks looked at.</param>
/// <param name="Moved">Clocks that got another date.</param>
/// <param name="Shortened">How many of them are due earlier; their owners have been told.</param>
public sealed record Recalculation(int Checked, int Moved, int Shortened);

/// <summary>
/// Moves running clocks after a change of calendar or rules, some hundred cases a save: date, history old → new and a notice to the owner
/// go in together, so no date is ever shortened silently. Met and missed clocks, promises and extended dates stay. Safe to run twice and
/// on two nodes: a clock already moved is not moved again.
/// </summary>
public sealed class RecalculateClocksHandler(
    IServiceDeskDb db, CalendarProvider calendars, StandardProvider standards, IServiceScopeFactory scopes, LocalTime local, TimeProvider time)
{
    private const int CasesPerSave = 250;
    private const int Tries = 5;

    /// <summary>Counts and moves.</summary>
    public async Task<Recalculation> HandleAsync(RecalculateClocks command, CancellationToken cancellationToken)
    {
        var settings = await db.Set<DeadlineSettings>().AsNoTracking().SingleAsync(cancellationToken);
        if (!settings.AwaitsRecalculation && !command.Force)
            return new(0, 0, 0);

        var calendar = await calendars.GetAsync(cancellationToken);
        var recount = new ClockRecount(calendar, await standards.TableAsync(cancellationToken), local.DateOf(time.GetUtcNow()));
        var (count, moved) = (0, new List<MovedClock>());
        await foreach (var clock in db.Set<Clock>().AsNoTracking().Where(RunningClock.MayMove).Select(RunningClock.Of).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            count++;
            if (recount.Recount(clock) is { } move)
                moved.Add(move);
        }

        var reason = await ReasonAsync(settings, cancellationToken);
        var owners = await OwnersAsync(cancellationToken);
        foreach (var cases in moved.GroupBy(m => m.Clock.CaseId).Chunk(CasesPerSave))
            await RetryAsync((db, token) => MoveAsync(db, cases, calendar, reason, owners, token), cancellationToken);

        var result = new Recalculation(count, moved.Count, moved.Count(m => m.IsShortened));
        await RetryAsync((db, token) => FinishAsync(db, settings, result, token), cancellationToken);
        return result;
    }

    private async Task MoveAsync(
        IServiceDeskDb db, IGrouping<Guid, MovedClock>[] cases, WorkingCalendar calendar, string reason, Dictionary<Guid, Guid> heads, CancellationToken cancellationToken)
    {
        var ids = cases.Select(c => c.Key).ToList();
        var loaded = await db.Set<Case>()
            .Include(c => c.Clocks)
            .Include(c => c.Messages.Where(m => m.DeliveryState == DeliveryState.Failed)) // all that the case looks at while it moves a clock
            .Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        var now = time.GetUtcNow();
        foreach (var move in cases.SelectMany(c => c))
        {
            if (!loaded.TryGetValue(move.Clock.CaseId, out var item)
                || item.Clocks.FirstOrDefault(c => c.Id == move.Clock.Id) is not { State: ClockState.Running } clock
                || clock.DueOn != move.Clock.DueOn)
                continue; // somebody was faster: answered, extended, or moved on another node
            item.MoveClock(clock.Id, move.NewDueOn, calendar, reason, now, move.NewStandardVersion);
            if (item.AssigneeId is { } owner || heads.TryGetValue(item.UnitId, out owner))
            {
                db.Set<Notice>().Add(new(
                    owner, NoticeKind.DueMoved, item.Id, $"moved:{clock.Id:N}:{Iso(move.NewDueOn)}:{calendar.Version}", now, item.Number, Iso(move.Clock.DueOn), Iso(move.NewDueOn)));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task FinishAsync(IServiceDeskDb db, DeadlineSettings counted, Recalculation result, CancellationToken cancellationToken)
    {
        var settings = await db.Set<DeadlineSettings>().SingleAsync(cancellationToken);
        settings.Recalculated(counted.CalendarNumber, counted.RulesNumber);
        db.Set<DeadlineChange>().Add(new(
            DeadlineChangeKind.Recalculated, counted.CalendarNumber, $"{result.Moved}/{result.Checked}", "", "", time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
    }

    // A save of ours may meet one of a colleague; a scope of its own forgets what it tracked.
    private async Task RetryAsync(Func<IServiceDeskDb, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await work(scope.ServiceProvider.GetRequiredService<IServiceDeskDb>(), cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
            }
        }
    }

    // The reasons the officials gave, for the history of the cases.
    private async Task<string> ReasonAsync(DeadlineSettings settings, CancellationToken cancellationToken)
    {
        var reasons = await db.Set<DeadlineChange>().AsNoTracking()
            .Where(c => c.Kind != DeadlineChangeKind.Recalculated
                && ((c.Kind == DeadlineChangeKind.RuleChanged && c.Number > settings.RecalculatedRulesNumber)
                    || (c.Kind != DeadlineChangeKind.RuleChanged && c.Number > settings.RecalculatedCalendarNumber)))
            .OrderBy(c => c.At)
            .Select(c => c.Reason)
            .ToListAsync(cancellationToken);
        var text = string.Join("; ", reasons.Distinct());
        return text.Length > 1000 ? text[..1000] : text;
    }

    // Of a case nobody has taken, the head of its unit is told, or of the nearest unit above that has a head.
    private async Task<Dictionary<Guid, Guid>> OwnersAsync(CancellationToken cancellationToken)
    {
        var units = await db.Set<OrgUnit>().AsNoTracking().Select(u => new { u.Id, u.ParentId, u.HeadId }).ToDictionaryAsync(u => u.Id, cancellationToken);
        var heads = new Dictionary<Guid, Guid>();
        foreach (var unit in units.Values)
        {
            var above = unit;
            for (var depth = 0; above.HeadId is null && above.ParentId is { } parent && depth < units.Count; depth++)
                above = units[parent];
            if (above.HeadId is { } head)
                heads[unit.Id] = head;
        }

        return heads;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
