using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines;

/// <summary>What a date means before it is promised.</summary>
/// <param name="On">The date.</param>
/// <param name="WorkingDays">Which working day from today it is, today not counted.</param>
/// <param name="Warning">The house is closed on that day; null when it is worked.</param>
public sealed record PromisePreview(DateOnly On, int WorkingDays, PromiseWarning? Warning);

/// <summary>Counts the working days to a date and warns of free ones.</summary>
public sealed class PreviewPromiseHandler(CalendarProvider calendars, LocalTime local, TimeProvider time)
{
    /// <summary>The meaning of a date; of today or earlier null.</summary>
    public async Task<PromisePreview?> HandleAsync(DateOnly on, CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        if (on <= today || on > today.AddYears(2))
            return null;
        var calendar = await calendars.GetAsync(cancellationToken);
        return new PromisePreview(on, calendar.WorkingDaysBetween(today, on), Promises.Warn(calendar, on));
    }
}
