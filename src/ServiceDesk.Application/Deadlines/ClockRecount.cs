using System.Linq.Expressions;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines;

/// <summary>What is needed of a running clock to count it anew.</summary>
internal sealed record RunningClock(
    Guid Id, Guid CaseId, Layer Layer, string RuleId, string StandardId, int StandardVersion, DateOnly StartedOn, bool StartIsCounted, DateOnly DueOn)
{
    public static readonly Expression<Func<Clock, RunningClock>> Of =
        c => new RunningClock(c.Id, c.CaseId, c.Layer, c.RuleId, c.StandardId, c.StandardVersion, c.StartedOn, c.StartIsCounted, c.DueOn);

    /// <summary>Clocks whose date was counted and may still move: not promises, not extended ones, nothing met or missed.</summary>
    public static readonly Expression<Func<Clock, bool>> MayMove =
        c => c.State == ClockState.Running && c.Layer != Layer.PersonalPromise && c.ExtensionCount == 0;
}

/// <summary>A clock that would move, or has moved.</summary>
internal sealed record MovedClock(RunningClock Clock, DateOnly NewDueOn, int NewStandardVersion)
{
    public bool IsShortened => NewDueOn < Clock.DueOn;
}

/// <summary>
/// Counts running clocks anew by a calendar and the rules. A clock takes a newer version of its standard when that was in force on its first day.
/// A date is never shortened into the past: the owner keeps at least the next working day.
/// </summary>
internal sealed class ClockRecount(WorkingCalendar calendar, RuleTable rules, DateOnly today)
{
    private readonly Dictionary<(string, int, string, DateOnly), (Term Term, RollForward Roll, int Version)?> known = [];

    /// <summary>The clock with its new date; null when it stays.</summary>
    public MovedClock? Recount(RunningClock clock)
    {
        if (clock.DueOn < today || Rule(clock) is not { } rule)
            return null; // what is over waits for detection; a rule nobody knows any more moves nothing
        var due = DueDates.Calculate(calendar, rule.Term, rule.Roll, new ReceiptDay(clock.StartedOn, clock.StartIsCounted)).On;
        if (due < clock.DueOn && due <= today)
        {
            var next = calendar.AddWorkingDays(today, 1);
            due = next < clock.DueOn ? next : clock.DueOn;
        }

        return due == clock.DueOn ? null : new(clock, due, rule.Version);
    }

    private (Term Term, RollForward Roll, int Version)? Rule(RunningClock clock)
    {
        var key = (clock.StandardId, clock.StandardVersion, clock.RuleId, clock.StartedOn);
        if (known.TryGetValue(key, out var found))
            return found;

        var rule = rules.RuleOf(clock.StandardId, clock.StandardVersion, clock.RuleId);
        var version = clock.StandardVersion;
        if (clock.StandardId != Clock.Statute
            && rules.On(clock.StandardId, clock.StartedOn)?.Standard is { } newest
            && newest.Version > clock.StandardVersion
            && newest.Find(clock.RuleId) is { } newer)
        {
            (rule, version) = (newer, newest.Version);
        }

        return known[key] = rule is null ? null : (rule.Term, rule.RollForward, version);
    }
}
