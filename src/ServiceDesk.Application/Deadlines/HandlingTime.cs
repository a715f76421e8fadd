namespace ServiceDesk.Application.Deadlines;

/// <summary>How long a case took from receipt to the first substantive reply.</summary>
/// <param name="WorkingDays">Working days after the day of receipt up to and including the day of the reply; 0 when it took less than one.</param>
/// <param name="Elapsed">The time by the clock.</param>
public readonly record struct HandlingTime(int WorkingDays, TimeSpan Elapsed);

/// <summary>
/// Median and 90th percentile by nearest rank: of N times in ascending order the one at rank ⌈p · N⌉. So each figure is a time that some
/// case really took, and nothing is averaged between working days and hours.
/// </summary>
/// <param name="Count">Cases answered.</param>
/// <param name="Median">Half of the cases took no longer; null when none was answered.</param>
/// <param name="Ninetieth">Nine cases of ten took no longer.</param>
public sealed record HandlingFigures(int Count, HandlingTime? Median, HandlingTime? Ninetieth)
{
    /// <summary>The figures of some times; shorter by working days first, within the same number by the clock.</summary>
    public static HandlingFigures Of(IEnumerable<HandlingTime> times)
    {
        var sorted = times.OrderBy(t => t.WorkingDays).ThenBy(t => t.Elapsed).ToList();
        return sorted.Count == 0 ? new HandlingFigures(0, null, null) : new HandlingFigures(sorted.Count, AtRank(sorted, 50), AtRank(sorted, 90));
    }

    private static HandlingTime AtRank(List<HandlingTime> sorted, int percent) => sorted[((percent * sorted.Count) + 99) / 100 - 1];
}
