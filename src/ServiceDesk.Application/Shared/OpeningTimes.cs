using System.Globalization;

namespace ServiceDesk.Application.Shared;

/// <summary>When the doors are open: days of the week that share the same hours.</summary>
/// <param name="Days">Days in week order.</param>
/// <param name="From">Opening time, local.</param>
/// <param name="To">Closing time, local.</param>
public sealed record OpeningTimes(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To)
{
    private static readonly string[] Names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    /// <summary>Reads <c>Mon 8:00-18:00; Tue-Thu 8:00-17:00</c>. Refuses anything else with a <see cref="FormatException"/>.</summary>
    public static IReadOnlyList<OpeningTimes> Parse(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One)];

    private static OpeningTimes One(string part)
    {
        if (part.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var days, var hours] || hours.Split('-') is not [var from, var to])
            throw new FormatException($"Opening hours not understood: {part}");
        return new OpeningTimes([.. days.Split(',').SelectMany(Range)], Time(from), Time(to));
    }

    private static IEnumerable<DayOfWeek> Range(string text)
    {
        var ends = text.Split('-');
        var first = Day(ends[0]);
        var last = Day(ends[^1]);
        for (var day = first; ; day = (day + 1) % 7)
        {
            yield return (DayOfWeek)day;
            if (day == last) yield break;
        }
    }

    private static int Day(string name) => Array.IndexOf(Names, name) is >= 0 and var day ? day : throw new FormatException($"Not a day of the week: {name}");

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "H:mm", CultureInfo.InvariantCulture);
}
