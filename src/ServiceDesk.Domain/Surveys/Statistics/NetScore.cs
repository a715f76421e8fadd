namespace ServiceDesk.Domain.Surveys.Statistics;

/// <summary>The net score of "how likely are you to recommend us, 0 to 10": those who gave 9 or 10 less those who gave 0 to 6, in points.</summary>
/// <param name="Promoters">9 and 10.</param>
/// <param name="Passives">7 and 8.</param>
/// <param name="Detractors">0 to 6.</param>
public readonly record struct NetScore(long Promoters, long Passives, long Detractors)
{
    /// <summary>Counted out of answers 0 to 10.</summary>
    public static NetScore Of(Distribution answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return new(answers[9] + answers[10], answers[7] + answers[8], Enumerable.Range(0, 7).Sum(v => answers[v]));
    }

    /// <summary>How many answered.</summary>
    public long N => Promoters + Passives + Detractors;

    /// <summary>−100 to 100; null when nobody answered.</summary>
    public double? Points => N == 0 ? null : 100.0 * (Promoters - Detractors) / N;

    /// <summary>95 % interval in points; null below thirty answers.</summary>
    public Interval? Interval
    {
        get
        {
            if (N < Distribution.EnoughForInterval)
                return null;
            var net = (double)(Promoters - Detractors) / N;
            var half = 100 * Statistics.Interval.Z * Math.Sqrt(((double)(Promoters + Detractors) / N) - (net * net)) / Math.Sqrt(N);
            return new(Math.Max(-100, Points!.Value - half), Math.Min(100, Points!.Value + half));
        }
    }
}
