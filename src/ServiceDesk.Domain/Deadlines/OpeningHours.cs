using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Deadlines;

/// <summary>Opening hours of one day, local wall-clock time. At the closing minute the house is closed.</summary>
public readonly record struct OpeningHours
{
    /// <summary>Makes hours; closing not after opening is refused.</summary>
    public OpeningHours(TimeOnly opens, TimeOnly closes)
    {
        if (closes <= opens)
            throw new Refusal("Deadlines.Refusal.HoursOrder");
        Opens = opens;
        Closes = closes;
    }

    /// <summary>First minute open.</summary>
    public TimeOnly Opens { get; }

    /// <summary>First minute closed.</summary>
    public TimeOnly Closes { get; }

    /// <summary>One hour shorter, as on the working day before a holiday (Labour Law s. 135); unchanged when only an hour is left.</summary>
    public OpeningHours OneHourShorter() => Closes - Opens > TimeSpan.FromHours(1) ? new(Opens, Closes.AddHours(-1)) : this;
}

/// <summary>
/// Which weekdays are worked and when the house is open. A week without a working day is refused, because no term could ever end.
/// </summary>
public sealed record WeekPattern
{
    private readonly OpeningHours?[] byWeekday;

    /// <summary>Makes a pattern.</summary>
    /// <param name="days">Hours of each worked weekday.</param>
    /// <param name="movedInHours">Hours of a Saturday worked instead of a moved-out day, unless the exception gives its own.</param>
    public WeekPattern(IReadOnlyDictionary<DayOfWeek, OpeningHours> days, OpeningHours movedInHours)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count == 0)
            throw new Refusal("Deadlines.Refusal.WeekWithoutWorkingDays");
        byWeekday = new OpeningHours?[7];
        foreach (var (day, hours) in days)
            byWeekday[(int)day] = hours;
        MovedInHours = movedInHours;
    }

    /// <summary>Monday 8–18, Tuesday to Thursday 8–17, Friday 8–15, moved Saturday 8–15: the commonest hours of municipalities.</summary>
    public static WeekPattern Usual { get; } = new(
        new Dictionary<DayOfWeek, OpeningHours>
        {
            [DayOfWeek.Monday] = new(new(8, 0), new(18, 0)),
            [DayOfWeek.Tuesday] = new(new(8, 0), new(17, 0)),
            [DayOfWeek.Wednesday] = new(new(8, 0), new(17, 0)),
            [DayOfWeek.Thursday] = new(new(8, 0), new(17, 0)),
            [DayOfWeek.Friday] = new(new(8, 0), new(15, 0)),
        },
        new(new(8, 0), new(15, 0)));

    /// <summary>Hours of a Saturday worked instead of a moved-out day.</summary>
    public OpeningHours MovedInHours { get; }

    /// <summary>Whether a weekday is worked.</summary>
    public bool Works(DayOfWeek day) => byWeekday[(int)day] is not null;

    /// <summary>Hours of a weekday; null when it is free.</summary>
    public OpeningHours? Hours(DayOfWeek day) => byWeekday[(int)day];

    /// <inheritdoc/>
    public bool Equals(WeekPattern? other) =>
        other is not null && MovedInHours == other.MovedInHours && byWeekday.AsSpan().SequenceEqual(other.byWeekday);

    /// <summary>Days with hours, for logs and for telling two patterns apart.</summary>
    public override string ToString() => string.Join(' ', byWeekday.Select((hours, day) => hours is { } h ? $"{(DayOfWeek)day} {h.Opens:O}-{h.Closes:O}" : ""))
        + $" {MovedInHours.Opens:O}-{MovedInHours.Closes:O}";

    /// <inheritdoc/>
    public override int GetHashCode() => byWeekday.Aggregate(MovedInHours.GetHashCode(), HashCode.Combine);
}
