using ServiceDesk.Domain.Surveys.Statistics;

namespace ServiceDesk.Application.Surveys.Results;

/// <summary>Sets a question beside itself a wave earlier; questions and answers are the same when their keys are.</summary>
public static class ResultChanges
{
    /// <summary>The question with what it was before; as it is where it was not asked in the same way or too few answered.</summary>
    public static ToldItem Since(ToldItem? before, ToldItem now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (before?.IsTold != true || !now.IsTold || before.Item.Question.Type != now.Item.Question.Type)
            return now;
        return now with
        {
            Options = [.. now.Options.Select(o => Since(before.Options.FirstOrDefault(b => b.Option.Key == o.Option.Key), o))],
            Before = now.Net is null ? before.Values?.Mean : before.Net?.Points,
            Change = now.Net is { } net ? Between(before.Net, net) : now.Values is { } values && before.Values is { } earlier ? Change.Between(earlier, values) : null,
        };
    }

    private static ToldOption Since(ToldOption? before, ToldOption now) => before?.Share is { } earlier && now.Share is { } share
        ? now with { Before = earlier, Change = Change.Between(earlier, share) }
        : now;

    private static Change? Between(NetScore? before, NetScore now) => before is { Points: { } earlier } && now.Points is { } points
        ? new Change(points - earlier, before.Value.Interval is { } one && now.Interval is { } other
            ? Around(points - earlier, Math.Sqrt(Math.Pow((one.High - one.Low) / 2, 2) + Math.Pow((other.High - other.Low) / 2, 2)))
            : null)
        : null;

    private static Interval Around(double middle, double half) => new(middle - half, middle + half);
}
