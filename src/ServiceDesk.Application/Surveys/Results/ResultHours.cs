using ServiceDesk.Application.Shared;

namespace ServiceDesk.Application.Surveys.Results;

/// <summary>Hours in which the house is open, for the map of wished hours.</summary>
public static class ResultHours
{
    /// <summary>Weekday from Monday = 0 and hour, each hour in which the doors are open at all.</summary>
    public static IReadOnlySet<(int Day, int Hour)> Of(string hours) => OpeningTimes.Parse(hours)
        .SelectMany(t => t.Days.SelectMany(d => Enumerable.Range(0, 24)
            .Where(h => t.From.Hour * 60 + t.From.Minute < (h + 1) * 60 && t.To.Hour * 60 + t.To.Minute > h * 60)
            .Select(h => (((int)d + 6) % 7, h))))
        .ToHashSet();
}
