namespace ServiceDesk.Domain.Surveys.Statistics;

/// <summary>How far a sample may be from everybody, and how many have to be asked.</summary>
public static class SampleSize
{
    /// <summary>The margin at 50 %, 0 to 1: the widest one; 1 when nobody answered. Smaller when the sample is much of a known population.</summary>
    public static double Margin(long n, long? population = null)
    {
        if (n <= 0)
            return 1;
        var margin = Interval.Z * Math.Sqrt(0.25 / n);
        return population is { } all and > 1 ? margin * Math.Sqrt(Math.Max(0, all - n) / (all - 1.0)) : margin;
    }

    /// <summary>How many answers give a margin at 50 %, rounded up; never more than there are people.</summary>
    /// <param name="margin">0 to 1, as 0.05 for five points.</param>
    /// <param name="population">How many there are, if known.</param>
    public static long Needed(double margin, long? population = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        var unlimited = Interval.Z * Interval.Z * 0.25 / (margin * margin);
        return (long)Math.Ceiling(population is { } all and > 0 ? unlimited / (1 + ((unlimited - 1) / all)) : unlimited);
    }

    /// <summary>Response rate: those who completed of those whom the invitation reached; null when nobody was invited.</summary>
    public static Share? ResponseRate(long completed, long? delivered) => delivered is { } reached and > 0 ? new Share(Math.Min(completed, reached), reached) : null;
}
