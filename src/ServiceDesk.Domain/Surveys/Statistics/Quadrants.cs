namespace ServiceDesk.Domain.Surveys.Statistics;

/// <summary>What importance and satisfaction together advise.</summary>
public enum Quadrant
{
    /// <summary>Important, and not satisfied.</summary>
    ActNow,

    /// <summary>Important and satisfied.</summary>
    Keep,

    /// <summary>Neither important nor satisfied.</summary>
    Watch,

    /// <summary>Satisfied with what is not important.</summary>
    MaybeTooMuch,
}

/// <summary>One thing asked twice: how important, how satisfied; 1 to 4.</summary>
/// <param name="Key">The pair.</param>
/// <param name="Importance">Answers on importance.</param>
/// <param name="Satisfaction">Answers on satisfaction.</param>
public sealed record Pair(string Key, Distribution Importance, Distribution Satisfaction)
{
    /// <summary>Mean importance less mean satisfaction; null when one was not answered.</summary>
    public double? Gap => Importance.Mean - Satisfaction.Mean;

    /// <summary>The part that called it very important.</summary>
    public Share VeryImportant => Importance.Top(4);

    /// <summary>The part that is satisfied or very satisfied.</summary>
    public Share Satisfied => Satisfaction.TopTwo(4);
}

/// <summary>Where a pair stands among all pairs.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Quadrant">Its quadrant.</param>
public sealed record Placed(Pair Pair, Quadrant Quadrant);

/// <summary>Pairs parted by the means of all pairs.</summary>
/// <param name="Importance">Mean importance of all pairs.</param>
/// <param name="Satisfaction">Mean satisfaction of all pairs.</param>
/// <param name="Pairs">Pairs answered on both sides, in the order given.</param>
public sealed record Quadrants(double Importance, double Satisfaction, IReadOnlyList<Placed> Pairs)
{
    /// <summary>Places pairs; null when none was answered on both sides. A mean equal to that of all counts as high.</summary>
    public static Quadrants? Of(IEnumerable<Pair> pairs)
    {
        var answered = pairs.Where(p => p.Gap is not null).ToList();
        if (answered.Count == 0)
            return null;
        var (importance, satisfaction) = (answered.Average(p => p.Importance.Mean!.Value), answered.Average(p => p.Satisfaction.Mean!.Value));
        return new(importance, satisfaction, [.. answered.Select(p => new Placed(p, Place(p.Importance.Mean!.Value >= importance, p.Satisfaction.Mean!.Value >= satisfaction)))]);
    }

    private static Quadrant Place(bool important, bool satisfied) => (important, satisfied) switch
    {
        (true, false) => Quadrant.ActNow,
        (true, true) => Quadrant.Keep,
        (false, false) => Quadrant.Watch,
        (false, true) => Quadrant.MaybeTooMuch,
    };
}
