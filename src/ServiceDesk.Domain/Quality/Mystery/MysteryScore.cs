namespace ServiceDesk.Domain.Quality.Mystery;

/// <summary>A shopper's mark for one criterion.</summary>
public enum MysteryMark
{
    /// <summary>Not fulfilled: 0.</summary>
    NotFulfilled,

    /// <summary>Partly: a half.</summary>
    Partly,

    /// <summary>Fulfilled: 1.</summary>
    Fulfilled,

    /// <summary>The situation did not arise; the criterion is left out.</summary>
    NotApplicable,
}

/// <summary>How a score is called.</summary>
public enum MysteryBand
{
    /// <summary>90 and more.</summary>
    Excellent,

    /// <summary>75 to 89.9.</summary>
    Good,

    /// <summary>60 to 74.9.</summary>
    Improve,

    /// <summary>Below 60.</summary>
    Weak,
}

/// <summary>The score of a part of a visit.</summary>
/// <param name="Area">The part.</param>
/// <param name="Points">0 to 100 with one decimal; null when nothing in it applied.</param>
public sealed record MysteryAreaScore(MysteryArea Area, decimal? Points);

/// <summary>What came of a visit.</summary>
/// <param name="Points">0 to 100 with one decimal, capped where a critical criterion failed; null when nothing applied.</param>
/// <param name="Uncapped">The same before the cap.</param>
/// <param name="Failed">Codes of critical criteria that were not fulfilled.</param>
/// <param name="Areas">Parts of the visit, uncapped.</param>
public sealed record MysteryScore(decimal? Points, decimal? Uncapped, IReadOnlyList<string> Failed, IReadOnlyList<MysteryAreaScore> Areas)
{
    /// <summary>Most points of a visit in which a critical criterion was not fulfilled, unless a deployment sets another.</summary>
    public const decimal Cap = 59.0m;

    /// <summary>From this many visits on the score of a unit is more than indicative.</summary>
    public const int EnoughVisits = 3;

    /// <summary>Visits of one shopper to one unit in a year, at most.</summary>
    public const int VisitsAYear = 2;

    /// <summary>The band; null without a score.</summary>
    public MysteryBand? Band => Points is { } points ? BandOf(points) : null;

    /// <summary>The band of a score.</summary>
    public static MysteryBand BandOf(decimal points) => points switch
    {
        >= 90 => MysteryBand.Excellent,
        >= 75 => MysteryBand.Good,
        >= 60 => MysteryBand.Improve,
        _ => MysteryBand.Weak,
    };

    /// <summary>Reckons a visit: 100 · Σ weight · mark / Σ weight over the criteria that applied. A criterion without a mark did not apply.</summary>
    /// <param name="criteria">Criteria of the channel.</param>
    /// <param name="marks">Marks by code.</param>
    /// <param name="cap">Most points after a critical failure.</param>
    public static MysteryScore Of(IEnumerable<MysteryCriterion> criteria, IReadOnlyDictionary<string, MysteryMark> marks, decimal cap = Cap)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var marked = criteria
            .Select(c => (Criterion: c, Mark: marks.GetValueOrDefault(c.Code, MysteryMark.NotApplicable)))
            .Where(c => c.Mark != MysteryMark.NotApplicable)
            .ToList();
        var uncapped = Reckon(marked);
        string[] failed = [.. marked.Where(c => c.Criterion.Critical && c.Mark == MysteryMark.NotFulfilled).Select(c => c.Criterion.Code)];
        return new(
            uncapped is { } points && failed.Length > 0 ? Math.Min(points, cap) : uncapped,
            uncapped,
            failed,
            [.. marked.GroupBy(c => c.Criterion.Area).Where(g => g.Key != MysteryArea.Help).OrderBy(g => g.Key).Select(g => new MysteryAreaScore(g.Key, Reckon(g)))]);
    }

    /// <summary>The score of a unit: the mean of its visits that have one; null when none has.</summary>
    public static MysteryUnitScore OfUnit(IEnumerable<decimal?> visits)
    {
        var scored = visits.OfType<decimal>().ToList();
        return new(scored.Count == 0 ? null : Math.Round(scored.Average(), 1, MidpointRounding.AwayFromZero), scored.Count);
    }

    /// <summary>Three rings are in time, up to six late; later, or never, is too late.</summary>
    public static MysteryMark Rings(int? rings) => rings switch
    {
        null or > 6 => MysteryMark.NotFulfilled,
        > 3 => MysteryMark.Partly,
        _ => MysteryMark.Fulfilled,
    };

    /// <summary>No mistake of language is right, one or two partly, more not.</summary>
    public static MysteryMark Mistakes(int mistakes) => mistakes switch
    {
        <= 0 => MysteryMark.Fulfilled,
        <= 2 => MysteryMark.Partly,
        _ => MysteryMark.NotFulfilled,
    };

    private static decimal? Reckon(IEnumerable<(MysteryCriterion Criterion, MysteryMark Mark)> marked)
    {
        var (got, most) = (0m, 0m);
        foreach (var (criterion, mark) in marked)
        {
            got += criterion.Weight * (mark == MysteryMark.Fulfilled ? 1m : mark == MysteryMark.Partly ? 0.5m : 0m);
            most += criterion.Weight;
        }

        return most == 0 ? null : Math.Round(100 * got / most, 1, MidpointRounding.AwayFromZero);
    }
}

/// <summary>The score of a unit over its visits.</summary>
/// <param name="Points">The mean; null without visits.</param>
/// <param name="Visits">How many visits have a score.</param>
public sealed record MysteryUnitScore(decimal? Points, int Visits)
{
    /// <summary>Whether there are too few visits to rely on.</summary>
    public bool IsIndicative => Visits < MysteryScore.EnoughVisits;

    /// <summary>The band; null without a score.</summary>
    public MysteryBand? Band => Points is { } points ? MysteryScore.BandOf(points) : null;
}
