namespace ServiceDesk.Domain.Surveys.Statistics;

/// <summary>How a figure moved from one wave to the next.</summary>
/// <param name="Difference">The later less the earlier.</param>
/// <param name="Interval">95 % interval of the difference; null where there are too few answers for one.</param>
public readonly record struct Change(double Difference, Interval? Interval)
{
    /// <summary>1 up, −1 down, 0 when the interval includes zero or there is none: only then is an arrow drawn.</summary>
    public int Arrow => Interval is { ExcludesZero: true } ? Math.Sign(Difference) : 0;

    /// <summary>Between two parts: Newcombe's interval, which is made of Wilson's. Null when nobody answered one of them.</summary>
    public static Change? Between(Share earlier, Share later)
    {
        if (earlier.Of == 0 || later.Of == 0)
            return null;
        var difference = later.Value - earlier.Value;
        var (a, b) = (later.Interval, earlier.Interval);
        return new(difference, new(
            difference - Root(later.Value - a.Low, b.High - earlier.Value),
            difference + Root(a.High - later.Value, earlier.Value - b.Low)));
    }

    /// <summary>Between two means; the interval needs thirty answers on both sides. Null when nobody answered one of them.</summary>
    public static Change? Between(Distribution earlier, Distribution later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        if (earlier.Mean is not { } before || later.Mean is not { } after)
            return null;
        var difference = after - before;
        return earlier.HalfWidth is { } one && later.HalfWidth is { } other
            ? new(difference, new(difference - Root(one, other), difference + Root(one, other)))
            : new(difference, null);
    }

    private static double Root(double one, double other) => Math.Sqrt((one * one) + (other * other));
}
