using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Web.Pages.Desk.Protection;

/// <summary>The clock of 72 hours in words and colour.</summary>
public static class BreachWords
{
    private const int Near = 24;

    /// <summary>How near the end of the term is; null when no clock runs.</summary>
    public static DueBadge? Badge(bool running, DateTimeOffset dueAt, DateTimeOffset now, DateOnly today)
    {
        if (!running)
            return null;
        var left = DataBreach.HoursLeft(dueAt, now);
        var state = left < 0 ? DueState.Overdue : left < Near ? DueState.Today : left < Near * 2 ? DueState.Soon : DueState.InTime;
        return new DueBadge(state, today, today);
    }

    /// <summary>The hours left, or since.</summary>
    public static string Hours(DateTimeOffset dueAt, DateTimeOffset now, Texts t)
    {
        var left = DataBreach.HoursLeft(dueAt, now);
        return left < 0 ? t.Plural("Protection.Breach.HoursLate", (int)Math.Ceiling((now - dueAt).TotalHours)) : t.Plural("Protection.Breach.HoursLeft", left);
    }
}
