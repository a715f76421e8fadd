using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Turns a due date into what a badge shows.</summary>
public static class Badges
{
    /// <summary>The badge of an outstanding clock. Promised dates give way to soon, today and overdue when they are near.</summary>
    public static DueBadge Of(DateOnly due, Layer layer, DateOnly today, WorkingCalendar calendar)
    {
        if (due < today)
            return new DueBadge(DueState.Overdue, due, today, Math.Max(1, calendar.WorkingDaysBetween(due, today)));
        if (due == today)
            return new DueBadge(DueState.Today, due, today);
        if (due <= calendar.AddWorkingDays(today, 2))
            return new DueBadge(DueState.Soon, due, today);
        return new DueBadge(layer == Layer.PersonalPromise ? DueState.Promised : DueState.InTime, due, today);
    }

    /// <summary>The badge of any clock, settled ones included.</summary>
    public static DueBadge Of(Clock clock, DateOnly today, WorkingCalendar calendar) =>
        clock.IsOutstanding ? Of(clock.DueOn, clock.Layer, today, calendar) : new DueBadge(DueState.Done, clock.DueOn, today, DoneAt: clock.SettledAt);
}
