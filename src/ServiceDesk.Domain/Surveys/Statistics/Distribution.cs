namespace ServiceDesk.Domain.Surveys.Statistics;

/// <summary>
/// Answers counted by value: those to a scale, or whole numbers. "Do not know" is not among them.
/// </summary>
public sealed class Distribution
{
    /// <summary>From this many answers on a mean has an interval; below it is indicative.</summary>
    public const int EnoughForInterval = 30;

    private readonly SortedDictionary<int, long> counts = [];

    /// <summary>Counts by value.</summary>
    public Distribution(IEnumerable<KeyValuePair<int, long>> counted)
    {
        ArgumentNullException.ThrowIfNull(counted);
        foreach (var (value, count) in counted)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            if (count > 0)
                counts[value] = counts.GetValueOrDefault(value) + count;
        }

        N = counts.Values.Sum();
    }

    /// <summary>Counts of the values that follow one another from the lowest.</summary>
    public static Distribution From(int lowest, params IEnumerable<long> counted) => new(counted.Select((c, i) => KeyValuePair.Create(lowest + i, c)));

    /// <summary>How many answered.</summary>
    public long N { get; }

    /// <summary>How many gave a value.</summary>
    public long this[int value] => counts.GetValueOrDefault(value);

    /// <summary>The mean; null when nobody answered.</summary>
    public double? Mean => N == 0 ? null : Sum(v => v) / N;

    /// <summary>Standard deviation of the sample; null below two answers.</summary>
    public double? Deviation => N < 2 ? null : Math.Sqrt(Sum(v => (v - Mean!.Value) * (v - Mean!.Value)) / (N - 1));

    /// <summary>The mean ± 1.96·s/√n; null below thirty answers, where the mean is indicative only.</summary>
    public Interval? MeanInterval => HalfWidth is { } half ? new(Mean!.Value - half, Mean!.Value + half) : null;

    /// <summary>1.96·s/√n; null below thirty answers.</summary>
    public double? HalfWidth => N < EnoughForInterval ? null : Interval.Z * Deviation!.Value / Math.Sqrt(N);

    /// <summary>Whether there are too few answers for an interval.</summary>
    public bool IsIndicative => N < EnoughForInterval;

    /// <summary>The median: the middle value, or half-way between the two in the middle; null when nobody answered.</summary>
    public double? Median => N == 0 ? null : (At((N - 1) / 2) + At(N / 2)) / 2.0;

    /// <summary>The part that gave one of the two highest values of the scale.</summary>
    public Share TopTwo(int highest) => new(this[highest] + this[highest - 1], N);

    /// <summary>The part that gave the highest value of the scale, as "very important".</summary>
    public Share Top(int highest) => new(this[highest], N);

    private double Sum(Func<int, double> of) => counts.Sum(c => c.Value * of(c.Key));

    private int At(long place)
    {
        foreach (var (value, count) in counts)
        {
            if (place < count)
                return value;
            place -= count;
        }

        throw new InvalidOperationException("There is no such place.");
    }
}
