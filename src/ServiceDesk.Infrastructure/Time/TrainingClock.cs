using System.Globalization;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Infrastructure.Time;

/// <summary>A clock that begins at a chosen moment and runs on at normal speed.</summary>
internal sealed class TrainingClock : TimeProvider
{
    private readonly TimeSpan shift;

    public TrainingClock(DateTimeOffset startAt) => shift = startAt - base.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;

    /// <summary>Reads the setting: a local date or time, or one with its own offset. A bare date begins at nine in the morning.</summary>
    public static bool TryRead(string text, LocalTime local, out DateTimeOffset startAt)
    {
        startAt = default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            startAt = local.ToUtc(day.ToDateTime(new TimeOnly(9, 0)));
            return true;
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return false;
        startAt = time.Kind == DateTimeKind.Unspecified
            ? local.ToUtc(time)
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).ToUniversalTime();
        return true;
    }
}
