namespace ServiceDesk.Domain.Surveys.Statistics;

/// <summary>How a disagreement counts.</summary>
public enum KappaWeight
{
    /// <summary>Any two different marks disagree alike: names.</summary>
    None,

    /// <summary>By their distance: an ordered scale.</summary>
    Linear,

    /// <summary>By the square of their distance.</summary>
    Quadratic,
}

/// <summary>Cohen's kappa: how far two who judged the same agree beyond chance.</summary>
public static class Kappa
{
    /// <summary>What is wished of two shoppers, or two who code answers.</summary>
    public const double Wished = 0.6;

    /// <summary>
    /// Kappa of pairs of marks; null when there are none, or when both gave one and the same mark throughout: there is no chance to set it against.
    /// </summary>
    /// <param name="pairs">Marks of the one and the other.</param>
    /// <param name="order">All marks in their order; a mark that is not among them is refused.</param>
    /// <param name="weight">How a disagreement counts.</param>
    public static double? Of<T>(IEnumerable<(T One, T Other)> pairs, IReadOnlyList<T> order, KappaWeight weight = KappaWeight.None)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(order);
        var place = order.Select((mark, at) => (mark, at)).ToDictionary(m => m.mark, m => m.at);
        var counts = new double[order.Count, order.Count];
        var n = 0;
        foreach (var (one, other) in pairs)
        {
            counts[place[one], place[other]]++;
            n++;
        }

        if (n == 0)
            return null;
        var (rows, columns) = (new double[order.Count], new double[order.Count]);
        for (var i = 0; i < order.Count; i++)
        {
            for (var j = 0; j < order.Count; j++)
            {
                rows[i] += counts[i, j];
                columns[j] += counts[i, j];
            }
        }

        var (seen, expected) = (0.0, 0.0);
        for (var i = 0; i < order.Count; i++)
        {
            for (var j = 0; j < order.Count; j++)
            {
                var disagreement = Disagreement(i, j, weight);
                seen += disagreement * counts[i, j] / n;
                expected += disagreement * rows[i] * columns[j] / n / n;
            }
        }

        return expected == 0 ? null : 1 - (seen / expected);
    }

    private static double Disagreement(int i, int j, KappaWeight weight) => weight switch
    {
        KappaWeight.None => i == j ? 0 : 1,
        KappaWeight.Linear => Math.Abs(i - j),
        _ => (i - j) * (i - j),
    };
}
