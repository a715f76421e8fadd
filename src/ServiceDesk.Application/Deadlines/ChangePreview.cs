using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines;

/// <summary>The running clocks a change of calendar or rules would move.</summary>
/// <param name="Checked">Running clocks looked at.</param>
/// <param name="Moved">How many would move.</param>
/// <param name="Shortened">How many of them would be due earlier.</param>
/// <param name="First">The first of them by old date, at most <see cref="ShownAtMost"/>.</param>
public sealed record ChangePreview(int Checked, int Moved, int Shortened, IReadOnlyList<MovedDate> First)
{
    /// <summary>How many clocks a preview lists; the numbers count all.</summary>
    public const int ShownAtMost = 100;
}

/// <summary>A clock that would move.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNumber">Its number.</param>
/// <param name="Rule">What the rule is called.</param>
/// <param name="OldDueOn">The date so far.</param>
/// <param name="NewDueOn">The date it would get.</param>
public sealed record MovedDate(Guid CaseId, string CaseNumber, Wording Rule, DateOnly OldDueOn, DateOnly NewDueOn);

/// <summary>Counts which running clocks would move.</summary>
public sealed class ChangePreviewer(IServiceDeskDb db, LocalTime local, TimeProvider time)
{
    /// <summary>Counts them by a calendar and rules not yet in force.</summary>
    public async Task<ChangePreview> PreviewAsync(WorkingCalendar calendar, RuleTable rules, CancellationToken cancellationToken)
    {
        var recount = new ClockRecount(calendar, rules, local.DateOf(time.GetUtcNow()));
        var (count, moved) = (0, new List<MovedClock>());
        await foreach (var clock in db.Set<Clock>().AsNoTracking().Where(RunningClock.MayMove).Select(RunningClock.Of).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            count++;
            if (recount.Recount(clock) is { } move)
                moved.Add(move);
        }

        var first = moved.OrderBy(m => m.Clock.DueOn).ThenBy(m => m.Clock.Id).Take(ChangePreview.ShownAtMost).ToList();
        var ids = first.Select(m => m.Clock.CaseId).Distinct().ToList();
        var numbers = await db.Set<Case>().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Number }).ToDictionaryAsync(c => c.Id, c => c.Number, cancellationToken);
        return new(
            count,
            moved.Count,
            moved.Count(m => m.IsShortened),
            [.. first.Select(m => new MovedDate(m.Clock.CaseId, numbers.GetValueOrDefault(m.Clock.CaseId, ""), rules.RuleOf(m.Clock.StandardId, m.Clock.StandardVersion, m.Clock.RuleId)!.Name, m.Clock.DueOn, m.NewDueOn))]);
    }
}
