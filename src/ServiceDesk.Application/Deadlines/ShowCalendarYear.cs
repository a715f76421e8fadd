using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines;

/// <summary>The working calendar of a year, as administrators see it; the current year when none is given.</summary>
public sealed record ShowCalendarYear(int? Year);

/// <summary>A year of the calendar.</summary>
public sealed record CalendarYearView
{
    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>Local today.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Version of the settings, to be given back with a change.</summary>
    public required int SettingsVersion { get; init; }

    /// <summary>Number of the calendar version.</summary>
    public required int CalendarNumber { get; init; }

    /// <summary>Whether days moved by the Cabinet count here.</summary>
    public required bool FollowsCabinetShifts { get; init; }

    /// <summary>Whether the exceptions of the year are complete.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>The year whose days moved by the Cabinet should be known by now; see <see cref="DeadlineSettings.MissingYear"/>.</summary>
    public required int? MissingYear { get; init; }

    /// <summary>Days read from files that wait for somebody to confirm or reject them.</summary>
    public required int ProposedDays { get; init; }

    /// <summary>Whether running clocks still wait to be counted anew.</summary>
    public required bool AwaitsRecalculation { get; init; }

    /// <summary>Working days of the year.</summary>
    public required int WorkingDays { get; init; }

    /// <summary>Worked weekdays and hours.</summary>
    public required WeekPattern Week { get; init; }

    /// <summary>Every day of the year.</summary>
    public required IReadOnlyList<CalendarDay> Days { get; init; }

    /// <summary>Exceptions of the year, withdrawn ones too, by date.</summary>
    public required IReadOnlyList<CalendarException> Exceptions { get; init; }

    /// <summary>The last changes of calendar and rules, newest first.</summary>
    public required IReadOnlyList<DeadlineChange> Changes { get; init; }
}

/// <summary>A day of the year view.</summary>
public sealed record CalendarDay(DateOnly Date, DayReason Reason, PublicHoliday Holiday, bool IsShortened);

/// <summary>Answers <see cref="ShowCalendarYear"/>.</summary>
public sealed class ShowCalendarYearHandler(IServiceDeskDb db, CalendarProvider calendars, LocalTime local, TimeProvider time)
{
    private const int ChangesShown = 20;

    /// <summary>Reads the year. A year outside the calendar is refused.</summary>
    public async Task<CalendarYearView> HandleAsync(ShowCalendarYear query, CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        var year = query.Year ?? today.Year;
        if (year < WorkingCalendar.First.Year || year > WorkingCalendar.Last.Year)
            throw new Refusal("Deadlines.Refusal.DateOutOfRange", year, WorkingCalendar.First.Year, WorkingCalendar.Last.Year);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var settings = await db.Set<DeadlineSettings>().AsNoTracking().SingleAsync(cancellationToken);
        var calendar = await calendars.GetAsync(cancellationToken);
        var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).ToList();
        return new()
        {
            Year = year,
            Today = today,
            SettingsVersion = settings.Version,
            CalendarNumber = settings.CalendarNumber,
            FollowsCabinetShifts = settings.FollowsCabinetShifts,
            IsConfirmed = settings.ConfirmedYears.Contains(year),
            MissingYear = settings.MissingYear(today),
            ProposedDays = await db.Set<CalendarProposal>().CountAsync(p => p.State == ProposalState.Proposed || p.HasDifference, cancellationToken),
            AwaitsRecalculation = settings.AwaitsRecalculation,
            WorkingDays = days.Count(calendar.IsWorkingDay),
            Week = settings.Week,
            Days = [.. days.Select(d => new CalendarDay(d, calendar.Reason(d), calendar.Holiday(d), IsShortened(calendar, d)))],
            Exceptions = await db.Set<CalendarException>().AsNoTracking().Where(e => e.On >= first && e.On <= last).OrderBy(e => e.On).ThenBy(e => e.AddedAt).ToListAsync(cancellationToken),
            Changes = await db.Set<DeadlineChange>().AsNoTracking().OrderByDescending(c => c.At).Take(ChangesShown).ToListAsync(cancellationToken),
        };
    }

    private static bool IsShortened(WorkingCalendar calendar, DateOnly day) =>
        calendar.IsWorkingDay(day) && (calendar.IsPreHoliday(day) || calendar.Exception(day)?.Kind == CalendarExceptionKind.Shortened);
}
