namespace ServiceDesk.Application.Surveys.Results;

/// <summary>Asks for a question by groups.</summary>
/// <param name="WaveId">The wave.</param>
/// <param name="Item">Key of the question, or of a row of its matrix.</param>
/// <param name="Split">How respondents are parted.</param>
public sealed record CrossResults(Guid WaveId, string? Item, ResultSplit Split);

/// <summary>A question by groups, with what can be chosen.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="Items">Questions that can be told by groups.</param>
/// <param name="Groups">All groups there are.</param>
/// <param name="Item">The question chosen.</param>
/// <param name="Split">How respondents are parted.</param>
/// <param name="Columns">Names of the groups of the table, without everybody.</param>
/// <param name="Table">The table; null where too few answered.</param>
public sealed record CrossShown(
    ResultWave Wave, IReadOnlyList<ResultItem> Items, IReadOnlyList<ResultGroup> Groups, ResultItem Item, ResultSplit Split, IReadOnlyList<ResultGroup> Columns, CrossTable? Table);

/// <summary>A question by groups, for whoever sees results of the whole house.</summary>
public sealed class CrossResultsHandler(ResultReader reader, ResultGroups groups)
{
    /// <summary>The table; null for an unknown or running wave, for whoever sees single units only, and where nothing can be told by groups.</summary>
    public async Task<CrossShown?> HandleAsync(CrossResults query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (await reader.FindAsync(query.WaveId, cancellationToken) is not { IsRunning: false } wave || !reader.SeesHouse)
            return null;
        var items = ResultItem.Of(wave.Wave.Questionnaire).Where(i => i.Form != ResultForm.Words).ToList();
        var offered = await groups.OfAsync(wave, cancellationToken);
        if (items.Count == 0 || offered.Count == 0)
            return null;
        var split = offered.Any(g => g.Split == query.Split) ? query.Split : Usual(wave, offered);
        var item = items.FirstOrDefault(i => i.Key == query.Item) ?? items.FirstOrDefault(i => i.Form == ResultForm.Scale) ?? items[0];
        var tally = await reader.CountAsync(wave, split, cancellationToken);
        var keys = groups.KeysOf(tally, offered);
        var columns = keys.Select(k => offered.FirstOrDefault(g => g.Split == split && g.Key == k) ?? new ResultGroup(split, k, null)).ToList();
        return new(wave, items, offered, item, split, columns, ResultTables.OfGroups(tally, item, keys, wave.Threshold));
    }

    private static ResultSplit Usual(ResultWave wave, IReadOnlyList<ResultGroup> offered)
    {
        var who = wave.Wave.Questionnaire.Questions.FirstOrDefault(q => q.IsDemographic && offered.Any(g => g.Split.QuestionNo == q.No));
        return who is null ? offered[0].Split : new ResultSplit(ResultBy.Question, who.No);
    }
}
