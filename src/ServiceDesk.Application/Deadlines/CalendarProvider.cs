using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines;

/// <summary>The working calendar in force, built once per version and node.</summary>
public sealed class CalendarProvider(IServiceDeskDb db, DeadlineNumbers numbers, DeadlineCache cache, LocalTime local)
{
    /// <summary>The calendar in force now.</summary>
    public async Task<WorkingCalendar> GetAsync(CancellationToken cancellationToken)
    {
        if (cache.Calendar((await numbers.GetAsync(cancellationToken)).Calendar) is { } known)
            return known;

        // Settings first: were an exception saved between the two reads, it would only be seen a version too early, and the number asks again.
        var settings = await db.Set<DeadlineSettings>().AsNoTracking().SingleAsync(cancellationToken);
        var exceptions = await db.Set<CalendarException>().AsNoTracking().Where(e => e.WithdrawnAt == null).ToListAsync(cancellationToken);
        var calendar = Build(settings, exceptions);
        cache.Keep(calendar);
        return calendar;
    }

    /// <summary>A calendar of given settings and exceptions, for a preview or a test.</summary>
    public WorkingCalendar Build(DeadlineSettings settings, IEnumerable<CalendarException> exceptions) =>
        new(settings.Week, exceptions, settings.FollowsCabinetShifts, settings.ConfirmedYears, settings.CalendarNumber, local);
}
