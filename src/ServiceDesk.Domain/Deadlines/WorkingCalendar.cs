using System.Collections.Concurrent;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Deadlines;

/// <summary>Why a day is worked or free.</summary>
public enum DayReason : byte
{
    /// <summary>An ordinary working day.</summary>
    Working,

    /// <summary>A Saturday worked instead of a moved-out day.</summary>
    MovedIn,

    /// <summary>A day worked in this municipality only.</summary>
    LocalWorking,

    /// <summary>A free weekday of the week pattern.</summary>
    Weekend,

    /// <summary>A public holiday, computed from the law.</summary>
    PublicHoliday,

    /// <summary>The Monday after 4 May or 18 November on a weekend.</summary>
    SubstituteDay,

    /// <summary>A one-off public holiday.</summary>
    OneOffHoliday,

    /// <summary>A working day moved to a Saturday by the Cabinet.</summary>
    MovedOut,

    /// <summary>The house is closed.</summary>
    Closed,

    /// <summary>A free day of this municipality only.</summary>
    LocalHoliday,
}

/// <summary>
/// The working calendar of the municipality as an immutable value: the computed holidays, the week pattern and the dated exceptions
/// of one calendar version, laid out day by day for 2000–2100 so that every question costs the same few nanoseconds.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>First date the calendar knows.</summary>
    public static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>Last date the calendar knows.</summary>
    public static readonly DateOnly Last = new(2100, 12, 31);

    private static readonly int FirstNumber = First.DayNumber;
    private static readonly int DayCount = Last.DayNumber - First.DayNumber + 1;
    private static readonly PublicHoliday[] Holidays = LayOutHolidays();
    private static readonly ConcurrentDictionary<string, DateTimeOffset[]> DayEnds = new(StringComparer.Ordinal);

    private readonly DayReason[] reasons = new DayReason[DayCount];
    private readonly ushort[] workedUpTo = new ushort[DayCount]; // working days from the beginning up to and including the day
    private readonly int[] worked; // day numbers of the working days, in order
    private readonly DateTimeOffset[] ends;
    private readonly WeekPattern week;
    private readonly Dictionary<DateOnly, CalendarException> exceptions;
    private readonly HashSet<int> confirmedYears;

    /// <summary>Builds a calendar.</summary>
    /// <param name="week">Worked weekdays and hours.</param>
    /// <param name="exceptions">Dated exceptions; withdrawn ones are skipped; two in force on one date are refused.</param>
    /// <param name="followCabinetShifts">Whether days moved by the Cabinet count here (the order only recommends it to municipalities).</param>
    /// <param name="confirmedYears">Years whose exceptions are complete.</param>
    /// <param name="version">Number of this calendar version.</param>
    /// <param name="localTime">Wall clock that ends the days; Riga when left out.</param>
    public WorkingCalendar(
        WeekPattern week,
        IEnumerable<CalendarException> exceptions,
        bool followCabinetShifts = true,
        IEnumerable<int>? confirmedYears = null,
        int version = 1,
        LocalTime? localTime = null)
    {
        this.week = week;
        this.exceptions = [];
        foreach (var exception in exceptions.Where(e => e.IsInForce))
        {
            if (!this.exceptions.TryAdd(exception.On, exception))
                throw new Refusal("Deadlines.Refusal.DateHasException", exception.On);
        }

        this.confirmedYears = [.. confirmedYears ?? []];
        FollowsCabinetShifts = followCabinetShifts;
        Version = version;
        LocalTime = localTime ?? LocalTime.Riga;
        ends = DayEnds.GetOrAdd(LocalTime.Zone.Id, _ => LayOutDayEnds(LocalTime));
        LayOutReasons();
        worked = LayOutWorkingDays();
    }

    /// <summary>Number of the calendar version, stored with every clock counted by it.</summary>
    public int Version { get; }

    /// <summary>Whether days moved by the Cabinet count here.</summary>
    public bool FollowsCabinetShifts { get; }

    /// <summary>The wall clock by which days end.</summary>
    public LocalTime LocalTime { get; }

    /// <summary>Whether people work on the day. Refused outside 2000–2100, like every question about a day.</summary>
    public bool IsWorkingDay(DateOnly day) => IsWorked(Reason(day));

    /// <summary>Why the day is worked or free.</summary>
    public DayReason Reason(DateOnly day) => reasons[IndexOf(day)];

    /// <summary>The computed public holiday on the day, worked or not.</summary>
    public PublicHoliday Holiday(DateOnly day) => Holidays[IndexOf(day)];

    /// <summary>The dated exception in force on the day, even one that has no effect because the shifts are not followed.</summary>
    public CalendarException? Exception(DateOnly day) => exceptions.GetValueOrDefault(day);

    /// <summary>Whether the exceptions of a year are known to be complete.</summary>
    public bool IsConfirmed(int year) => confirmedYears.Contains(year);

    /// <summary>
    /// Opening hours of the day; null on a free day. A working day directly before a holiday is one hour shorter,
    /// unless the exception of the date gives hours of its own.
    /// </summary>
    public OpeningHours? Hours(DateOnly day)
    {
        var reason = Reason(day);
        if (!IsWorked(reason))
            return null;
        if (exceptions.TryGetValue(day, out var exception) && exception.Hours is { } own && (exception.Kind != CalendarExceptionKind.MovedIn || FollowsCabinetShifts))
            return own;
        var hours = week.Hours(day.DayOfWeek) ?? week.MovedInHours;
        return IsHolidayDate(day.AddDays(1)) ? hours.OneHourShorter() : hours;
    }

    /// <summary>Whether the day is a working day made one hour shorter by the holiday after it.</summary>
    public bool IsPreHoliday(DateOnly day) => IsWorkingDay(day) && IsHolidayDate(day.AddDays(1));

    /// <summary>The day itself when it is worked, else the next working day.</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        var index = IndexOf(day);
        return IsWorked(reasons[index]) ? day : WorkingDayAt(workedUpTo[index]);
    }

    /// <summary>The N-th working day strictly after a day, 1 or more.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count) => WorkingDayAt(workedUpTo[IndexOf(day)] + count - 1);

    /// <summary>How many working days lie after one day up to and including another; negative when the second is earlier.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) => workedUpTo[IndexOf(to)] - workedUpTo[IndexOf(from)];

    /// <summary>The exclusive UTC end of a local day.</summary>
    public DateTimeOffset EndOf(DateOnly day) => ends[IndexOf(day)];

    internal static bool IsWorked(DayReason reason) => reason <= DayReason.LocalWorking;

    private bool IsHolidayDate(DateOnly day) =>
        day <= Last && (Holiday(day) != PublicHoliday.None || (exceptions.TryGetValue(day, out var e) && e.Kind == CalendarExceptionKind.Holiday));

    private DateOnly WorkingDayAt(int ordinal) =>
        (uint)ordinal < (uint)worked.Length ? DateOnly.FromDayNumber(worked[ordinal]) : throw OutOfRange(Last);

    private static int IndexOf(DateOnly day)
    {
        var index = day.DayNumber - FirstNumber;
        return (uint)index < (uint)DayCount ? index : throw OutOfRange(day);
    }

    private static Refusal OutOfRange(DateOnly day) => new("Deadlines.Refusal.DateOutOfRange", day, First.Year, Last.Year);

    private void LayOutReasons()
    {
        for (var i = 0; i < DayCount; i++)
        {
            reasons[i] = Holidays[i] != PublicHoliday.None ? DayReason.PublicHoliday
                : week.Works(DateOnly.FromDayNumber(FirstNumber + i).DayOfWeek) ? DayReason.Working
                : DayReason.Weekend;
        }

        foreach (var exception in exceptions.Values.Where(e => e.On >= First && e.On <= Last))
        {
            if (Override(exception.Kind) is { } reason)
                reasons[IndexOf(exception.On)] = reason;
        }

        // Last, because the substitute is the next day that would otherwise be worked.
        for (var year = First.Year; year <= Last.Year; year++)
        {
            foreach (var (date, _) in PublicHolidays.Of(year).Where(h => PublicHolidays.HasSubstitute(h.Holiday)))
            {
                if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                    continue;
                var index = IndexOf(date) + 1;
                while (index < DayCount && !IsWorked(reasons[index]))
                    index++;
                if (index < DayCount && reasons[index] == DayReason.Working) // a day declared worked stays worked
                    reasons[index] = DayReason.SubstituteDay;
            }
        }
    }

    private DayReason? Override(CalendarExceptionKind kind) => kind switch
    {
        CalendarExceptionKind.Holiday => DayReason.OneOffHoliday,
        CalendarExceptionKind.MovedOut => FollowsCabinetShifts ? DayReason.MovedOut : null,
        CalendarExceptionKind.MovedIn => FollowsCabinetShifts ? DayReason.MovedIn : null,
        CalendarExceptionKind.Shortened => null,
        CalendarExceptionKind.Closed => DayReason.Closed,
        CalendarExceptionKind.LocalHoliday => DayReason.LocalHoliday,
        CalendarExceptionKind.LocalWorking => DayReason.LocalWorking,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private int[] LayOutWorkingDays()
    {
        var days = new List<int>(DayCount * 5 / 7);
        for (var i = 0; i < DayCount; i++)
        {
            if (IsWorked(reasons[i]))
                days.Add(FirstNumber + i);
            workedUpTo[i] = (ushort)days.Count;
        }

        return [.. days];
    }

    private static PublicHoliday[] LayOutHolidays()
    {
        var holidays = new PublicHoliday[DayCount];
        for (var year = First.Year; year <= Last.Year; year++)
        {
            foreach (var (date, holiday) in PublicHolidays.Of(year))
                holidays[date.DayNumber - FirstNumber] = holiday;
        }

        return holidays;
    }

    private static DateTimeOffset[] LayOutDayEnds(LocalTime localTime)
    {
        var ends = new DateTimeOffset[DayCount];
        for (var i = 0; i < DayCount; i++)
            ends[i] = localTime.EndOf(DateOnly.FromDayNumber(FirstNumber + i));
        return ends;
    }
}
