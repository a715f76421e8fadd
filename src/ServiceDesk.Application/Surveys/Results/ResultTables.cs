using ServiceDesk.Domain.Surveys.Statistics;

namespace ServiceDesk.Application.Surveys.Results;

/// <summary>What is told of one answer.</summary>
/// <param name="Option">The answer.</param>
/// <param name="Count">How many gave it; null where it is hidden.</param>
/// <param name="Share">Their part of those who answered; null where it is hidden.</param>
public sealed record ToldOption(ResultOption Option, long? Count, Share? Share)
{
    /// <summary>The part a wave earlier.</summary>
    public Share? Before { get; init; }

    /// <summary>How it changed.</summary>
    public Change? Change { get; init; }
}

/// <summary>What is told of one question: of everybody, or of one group.</summary>
public sealed record ToldItem
{
    /// <summary>The question.</summary>
    public required ResultItem Item { get; init; }

    /// <summary>How many answered; null where they are too few.</summary>
    public required long? N { get; init; }

    /// <summary>How many did not know; null where they are too few to tell.</summary>
    public long? DoNotKnow { get; init; }

    /// <summary>Its answers; none of a group's scale.</summary>
    public IReadOnlyList<ToldOption> Options { get; init; } = [];

    /// <summary>Values of a scale or of a number; null where they are too few. Of a group only number and mean may be told.</summary>
    public Distribution? Values { get; init; }

    /// <summary>The two best answers of a scale; null where hidden.</summary>
    public Share? TopTwo { get; init; }

    /// <summary>The net score of 0 to 10.</summary>
    public NetScore? Net { get; init; }

    /// <summary>The mean, or the net score in points, a wave earlier.</summary>
    public double? Before { get; init; }

    /// <summary>How the mean changed.</summary>
    public Change? Change { get; init; }

    /// <summary>Whether anything is told.</summary>
    public bool IsTold => N is not null;
}

/// <summary>A question by groups; the last group is everybody.</summary>
/// <param name="Item">The question.</param>
/// <param name="Groups">What is told of each group, in the order of the keys.</param>
public sealed record CrossTable(ResultItem Item, IReadOnlyList<ToldItem> Groups);

/// <summary>Turns counts into what may be told. All figures that leave go through here.</summary>
public static class ResultTables
{
    /// <summary>What is told of everybody.</summary>
    public static ToldItem OfAll(Tally tally, ResultItem item, int threshold)
    {
        var n = tally.Answered(item, "");
        if (n < threshold)
            return new ToldItem { Item = item, N = n == 0 ? 0 : null };
        var told = Told(tally, item, threshold);
        return new ToldItem
        {
            Item = item,
            N = n,
            DoNotKnow = Suppression.IsSmall(tally.DoNotKnow(item, ""), threshold) ? null : tally.DoNotKnow(item, ""),
            Options = [.. item.Options.Select((o, i) => Option(o, tally.Count(item, o.Mark, ""), n, !told[i]))],
            Values = ValuesOf(tally, item, ""),
            TopTwo = item.Form == ResultForm.Scale ? ValuesOf(tally, item, "")!.TopTwo(item.Options[^1].Mark) : null,
            Net = item.Form == ResultForm.Net ? NetScore.Of(ValuesOf(tally, item, "")!) : null,
        };
    }

    /// <summary>What is told by groups; null where all together are too few.</summary>
    /// <param name="tally">Counts by group.</param>
    /// <param name="item">The question.</param>
    /// <param name="groups">All groups in order.</param>
    /// <param name="threshold">The smallest count told.</param>
    public static CrossTable? OfGroups(Tally tally, ResultItem item, IReadOnlyList<string> groups, int threshold)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var all = groups.Sum(g => tally.Answered(item, g));
        if (all < threshold || item.Form == ResultForm.Words)
            return null;
        // Scales are told by their two halves, so that a mean beside them gives nothing away.
        var rows = item.Form switch
        {
            ResultForm.Scale => [.. Halves(item)],
            ResultForm.Net or ResultForm.Number => [],
            _ => item.Options.Select(o => new[] { o.Mark }).ToList(),
        };
        var cells = new long[rows.Count + 1, groups.Count + 1];
        for (var g = 0; g < groups.Count; g++)
        {
            for (var r = 0; r < rows.Count; r++)
                cells[r, groups.Count] += cells[r, g] = rows[r].Sum(m => tally.Count(item, m, groups[g]));
            cells[rows.Count, groups.Count] += cells[rows.Count, g] = tally.Answered(item, groups[g]);
        }

        var columnsAdd = item.Form is ResultForm.Options or ResultForm.Scale;
        var hidden = Suppression.OfTable(cells, threshold, columnsAdd, [.. ToldSums(cells, item, threshold)]);
        return new CrossTable(item, [.. Enumerable.Range(0, groups.Count + 1).Select(g => OfGroup(tally, item, groups, g, cells, hidden, threshold))]);
    }

    /// <summary>Counts of a scale or of numbers; null of other questions.</summary>
    public static Distribution? ValuesOf(Tally tally, ResultItem item, params IReadOnlyList<string> groups) => item.Form switch
    {
        ResultForm.Scale or ResultForm.Net => new(from g in groups from option in item.Options select KeyValuePair.Create(option.Mark, tally.Count(item, option.Mark, g))),
        ResultForm.Number => new(from mark in tally.MarksOf(item.Question.No).Where(m => m >= 0).ToList() from g in groups select KeyValuePair.Create(mark, tally.Count(item, mark, g))),
        _ => null,
    };

    private static ToldItem OfGroup(Tally tally, ResultItem item, IReadOnlyList<string> groups, int at, long[,] cells, bool[,] hidden, int threshold)
    {
        var last = cells.GetLength(0) - 1;
        if (hidden[last, at])
            return new ToldItem { Item = item, N = null };
        var n = cells[last, at];
        IReadOnlyList<string> counted = at < groups.Count ? [groups[at]] : groups;
        var values = n == 0 ? null : ValuesOf(tally, item, counted);
        var doNotKnow = counted.Sum(g => tally.DoNotKnow(item, g));
        return new ToldItem
        {
            Item = item,
            N = n,
            DoNotKnow = Suppression.IsSmall(doNotKnow, threshold) ? null : doNotKnow,
            Options = item.Form is ResultForm.Scale or ResultForm.Net or ResultForm.Number ? [] : [.. item.Options.Select((o, i) => Option(o, cells[i, at], n, hidden[i, at]))],
            Values = values,
            TopTwo = item.Form == ResultForm.Scale && n > 0 && !hidden[0, at] ? new Share(cells[0, at], n) : null,
            Net = item.Form == ResultForm.Net && values is not null ? NetScore.Of(values) : null,
        };
    }

    private static ToldOption Option(ResultOption option, long count, long n, bool hidden) => hidden ? new(option, null, null) : new(option, count, new Share(count, n));

    private static IEnumerable<int[]> Halves(ResultItem item)
    {
        int[] marks = [.. item.Options.Select(o => o.Mark)];
        yield return marks[^2..];
        yield return marks[..^2];
    }

    /// <summary>Which sums of rows are told of everybody; the last is their number.</summary>
    private static IEnumerable<bool> ToldSums(long[,] cells, ResultItem item, int threshold)
    {
        var last = cells.GetLength(1) - 1;
        var line = Enumerable.Range(0, cells.GetLength(0)).Select(r => cells[r, last]).ToArray();
        return item.Question.IsDemographic && item.Form == ResultForm.Options ? Suppression.OfLine(line, threshold).Select(h => !h) : line.Select(_ => true);
    }

    private static bool[] Told(Tally tally, ResultItem item, int threshold)
    {
        if (!item.Question.IsDemographic)
            return [.. item.Options.Select(_ => true)];
        long[] line = [.. item.Options.Select(o => tally.Count(item, o.Mark, ""))];
        return item.Form == ResultForm.Options
            ? [.. Suppression.OfLine([.. line, line.Sum()], threshold).Select(h => !h)]
            : [.. line.Select(c => !Suppression.IsSmall(c, threshold))];
    }
}
