using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Deadlines;

/// <summary>
/// The one row behind calendar and rules: the numbers of their versions, which every node reads before it trusts what it has in memory,
/// and what the calendar needs beside its dated exceptions. Every change of calendar or rules saves this row too, so that two
/// administrators cannot overwrite each other.
/// </summary>
public sealed class DeadlineSettings : IVersioned
{
    /// <summary>The key of the one row.</summary>
    public static readonly Guid OnlyId = new("0d000000-0000-7000-8000-000000000001");

    private DeadlineSettings() { }

    /// <summary>The settings of a new installation.</summary>
    public DeadlineSettings(WeekPattern week, IEnumerable<int> confirmedYears)
    {
        Id = OnlyId;
        CalendarNumber = 1;
        RulesNumber = 1;
        RecalculatedCalendarNumber = 1;
        RecalculatedRulesNumber = 1;
        FollowsCabinetShifts = true;
        Week = week;
        ConfirmedYears = [.. confirmedYears.Order()];
    }

    /// <summary>Key, always <see cref="OnlyId"/>.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Number of the calendar version, from 1.</summary>
    public int CalendarNumber { get; private set; }

    /// <summary>Number of the last change of rules, from 1.</summary>
    public int RulesNumber { get; private set; }

    /// <summary>The calendar version the running clocks were last counted by.</summary>
    public int RecalculatedCalendarNumber { get; private set; }

    /// <summary>The change of rules the running clocks were last counted by.</summary>
    public int RecalculatedRulesNumber { get; private set; }

    /// <summary>Whether days moved by the Cabinet count here.</summary>
    public bool FollowsCabinetShifts { get; private set; }

    /// <summary>Worked weekdays and opening hours.</summary>
    public WeekPattern Week { get; private set; } = WeekPattern.Usual;

    /// <summary>Years whose exceptions are complete, ascending.</summary>
    public IReadOnlyList<int> ConfirmedYears { get; private set; } = [];

    /// <summary>Whether running clocks wait to be counted anew.</summary>
    public bool AwaitsRecalculation => RecalculatedCalendarNumber < CalendarNumber || RecalculatedRulesNumber < RulesNumber;

    /// <summary>
    /// The year whose days moved by the Cabinet should be known by now and are not confirmed: this year, or from 1 August the next.
    /// The order is due by 1 July (Labour Law s. 133(4)). Null when nothing is missing.
    /// </summary>
    public int? MissingYear(DateOnly today) =>
        !ConfirmedYears.Contains(today.Year) ? today.Year
        : today.Month >= 8 && !ConfirmedYears.Contains(today.Year + 1) ? today.Year + 1
        : null;

    /// <summary>The dated exceptions changed.</summary>
    public void ExceptionsChanged() => CalendarNumber++;

    /// <summary>A new version of a standard was made.</summary>
    public void RulesChanged() => RulesNumber++;

    /// <summary>Follow the days moved by the Cabinet, or not.</summary>
    public void Follow(bool cabinetShifts)
    {
        FollowsCabinetShifts = cabinetShifts;
        CalendarNumber++;
    }

    /// <summary>Other worked days or hours.</summary>
    public void Keep(WeekPattern week)
    {
        Week = week;
        CalendarNumber++;
    }

    /// <summary>The exceptions of a year are complete. Refused when they were confirmed already.</summary>
    public void Confirm(int year)
    {
        if (ConfirmedYears.Contains(year))
            throw new Refusal("Deadlines.Refusal.YearConfirmedAlready", year);
        ConfirmedYears = [.. ConfirmedYears.Append(year).Order()];
        CalendarNumber++;
    }

    /// <summary>The running clocks have been counted by these numbers.</summary>
    public void Recalculated(int calendarNumber, int rulesNumber)
    {
        RecalculatedCalendarNumber = Math.Max(RecalculatedCalendarNumber, calendarNumber);
        RecalculatedRulesNumber = Math.Max(RecalculatedRulesNumber, rulesNumber);
    }
}
