namespace ServiceDesk.Domain.Shared;

/// <summary>
/// The municipality's wall clock: turns UTC instants into local dates and back. Legal terms run in local dates
/// (Supreme Court SKA-483/2022: hours do not count), instants are stored in UTC.
/// </summary>
public sealed class LocalTime(TimeZoneInfo zone)
{
    /// <summary>Riga: UTC+2 in winter, UTC+3 in summer.</summary>
    public static LocalTime Riga { get; } = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Riga"));

    /// <summary>The time zone of the municipality, a setting; <c>Europe/Riga</c> by default.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The local calendar date at an instant.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The local wall-clock time at an instant.</summary>
    public DateTime At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>The UTC instant at which a local day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The exclusive end of a local day: the UTC instant at which the next day begins.</summary>
    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>
    /// The UTC instant of a local wall-clock time. A time that does not exist (clocks go forward) moves on by the gap;
    /// a time that exists twice (clocks go back) is the first, summer one.
    /// </summary>
    public DateTimeOffset ToUtc(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(wall))
        {
            var before = Zone.GetUtcOffset(wall.AddHours(-3));
            return new DateTimeOffset(wall, before).ToUniversalTime();
        }

        var offset = Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max() : Zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
