namespace ServiceDesk.Domain.Deadlines;

/// <summary>How far a promise may reach.</summary>
/// <param name="Earliest">The earliest local date somebody may promise; null for no bound.</param>
/// <param name="Latest">The latest; null for no bound.</param>
/// <param name="MostExtensions">How often a promise may be put off; null for no limit.</param>
public readonly record struct PromiseBounds(DateOnly? Earliest, DateOnly? Latest, int? MostExtensions = null);

/// <summary>A promised date or time on which the house is closed, with the day to suggest instead.</summary>
public sealed record PromiseWarning(DateOnly PromisedOn, DayReason Reason, DateOnly SuggestedOn);

/// <summary>How far promises may reach, and when to warn.</summary>
public static class Promises
{
    /// <summary>
    /// The bounds of a promised date. Not before the standard's own term ends (a promise earlier than the term is no promise);
    /// not after the standard's limit counted from receipt, nor after a statutory date that still runs. Once the standard's limit is over it
    /// is counted from today, so that a late client still gets a date.
    /// </summary>
    public static PromiseBounds Bounds(ServiceStandard standard, WorkingCalendar calendar, DateOnly receivedOn, IEnumerable<Clock> clocks, DateOnly today)
    {
        DateOnly? earliest = null;
        DateOnly? statutory = null;
        foreach (var clock in clocks.Where(c => c.State == ClockState.Running))
        {
            if (clock is { Layer: Layer.Service, InterimAllowed: true } && (earliest is null || clock.DueOn > earliest))
                earliest = clock.DueOn;
            if (clock is { Layer: Layer.Statute, Meets: MeetingEvent.Reply } && clock.DueOn >= today && (statutory is null || clock.DueOn < statutory))
                statutory = clock.DueOn;
        }

        var latest = Limit(receivedOn);
        if (latest < today)
            latest = Limit(today);
        if (statutory < latest)
            latest = statutory.Value;
        return new(earliest > latest ? latest : earliest, latest, standard.Settings.MaxPromiseExtensions);

        DateOnly Limit(DateOnly from) => DueDates.Calculate(calendar, standard.Settings.PromisedDateLatest, RollForward.ToNextWorkingDay, from).On;
    }

    /// <summary>The latest date a statutory extension may reach; null when the law allows none.</summary>
    public static DateOnly? StatutoryLimit(DeadlineRule rule, WorkingCalendar calendar, DateOnly receivedOn) =>
        rule.ExtensionLimit is { } limit ? DueDates.Calculate(calendar, limit, rule.RollForward, receivedOn).On : null;

    /// <summary>A warning when the promised day is free; null when it is worked.</summary>
    public static PromiseWarning? Warn(WorkingCalendar calendar, DateOnly promisedOn) =>
        calendar.IsWorkingDay(promisedOn) ? null : new(promisedOn, calendar.Reason(promisedOn), calendar.WorkingDayFrom(promisedOn));

    /// <summary>A warning when the promised time is outside opening hours; null when the house is open.</summary>
    public static PromiseWarning? Warn(WorkingCalendar calendar, DateTimeOffset promisedAt)
    {
        var local = calendar.LocalTime.At(promisedAt);
        var day = DateOnly.FromDateTime(local);
        var time = TimeOnly.FromDateTime(local);
        if (calendar.Hours(day) is not { } hours)
            return Warn(calendar, day);
        if (time >= hours.Opens && time < hours.Closes)
            return null;
        return new(day, calendar.Reason(day), time < hours.Opens ? day : calendar.AddWorkingDays(day, 1));
    }
}
