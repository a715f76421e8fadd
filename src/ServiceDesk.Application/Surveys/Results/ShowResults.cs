using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Domain.Surveys.Statistics;

namespace ServiceDesk.Application.Surveys.Results;

/// <summary>Asks for the results of a wave.</summary>
/// <param name="WaveId">The wave.</param>
/// <param name="By">By what respondents are parted, if one group is looked at.</param>
/// <param name="QuestionNo">Number of the question, if by one.</param>
/// <param name="Group">The group looked at; null for everybody.</param>
public sealed record ShowResults(Guid WaveId, ResultBy By = ResultBy.Nothing, int QuestionNo = 0, string? Group = null);

/// <summary>A group that can be looked at.</summary>
/// <param name="Split">How respondents are parted.</param>
/// <param name="Key">The group.</param>
/// <param name="Name">Its name, of a unit or an answer; null for a way of answering and for those who gave no answer.</param>
public sealed record ResultGroup(ResultSplit Split, string Key, SurveyWords? Name);

/// <summary>A thing asked twice, with its place.</summary>
/// <param name="Placed">Its figures and quadrant.</param>
/// <param name="Importance">The question of importance, which carries the words.</param>
public sealed record ResultPair(Placed Placed, ResultItem Importance);

/// <summary>Results of a wave, as far as they may be told.</summary>
public sealed record WaveResults
{
    /// <summary>The wave.</summary>
    public required ResultWave Wave { get; init; }

    /// <summary>How many responses there are in all.</summary>
    public required long N { get; init; }

    /// <summary>Ways in which they came, without those too few to tell.</summary>
    public required IReadOnlyList<(SurveyMode Mode, int Count)> Modes { get; init; }

    /// <summary>Whether whoever likes could answer, so that respondents are no sample of everybody.</summary>
    public required bool IsSelfSelected { get; init; }

    /// <summary>Those who answered of those whom a personal invitation reached; null without invitations or while it runs.</summary>
    public Share? ResponseRate { get; init; }

    /// <summary>How many answers would give a margin of five points.</summary>
    public required long Needed { get; init; }

    /// <summary>Groups that may be looked at.</summary>
    public IReadOnlyList<ResultGroup> Groups { get; init; } = [];

    /// <summary>The group looked at; null for everybody.</summary>
    public ResultGroup? Group { get; init; }

    /// <summary>How many responses are in the group; null where too few.</summary>
    public long? GroupN { get; init; }

    /// <summary>Title and number of the wave before; null for the first and for groups.</summary>
    public SurveyWave? Before { get; init; }

    /// <summary>What is told of each question.</summary>
    public IReadOnlyList<ToldItem> Items { get; init; } = [];

    /// <summary>Things asked for importance and satisfaction; null without any.</summary>
    public Quadrants? Quadrants { get; init; }

    /// <summary>The same with their questions.</summary>
    public IReadOnlyList<ResultPair> Pairs { get; init; } = [];

    /// <summary>How many free answers a question has.</summary>
    public IReadOnlyDictionary<int, int> Words { get; init; } = new Dictionary<int, int>();

    /// <summary>Hours of the week in which the house is open: weekday from Monday = 0, hour.</summary>
    public IReadOnlySet<(int Day, int Hour)> Open { get; init; } = new HashSet<(int, int)>();

    /// <summary>Whether there are enough responses to tell anything.</summary>
    public bool IsTold => N >= Wave.Threshold && (Group is null || GroupN is not null);

    /// <summary>The margin at 50 %, 0 to 1.</summary>
    public double Margin => SampleSize.Margin(GroupN ?? N, Group is null ? Wave.Wave.PopulationSize : null);
}

/// <summary>Results of a wave: of everybody, or of one group.</summary>
public sealed class ShowResultsHandler(IServiceDeskDb db, ResultReader reader, ResultGroups groups, IOptions<MunicipalityOptions> municipality)
{
    /// <summary>The results; null for an unknown wave, a draft, or a group the person may not look at.</summary>
    public async Task<WaveResults?> HandleAsync(ShowResults query, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(query.WaveId, cancellationToken) is not { } wave)
            return null;
        var modes = await reader.ModesAsync(wave.Wave.Id, cancellationToken);
        var all = await groups.OfAsync(wave, cancellationToken);
        var split = new ResultSplit(query.By, query.QuestionNo);
        var group = query.Group is { Length: > 0 } key ? all.FirstOrDefault(g => g.Split == split && g.Key == key) : reader.SeesHouse || all.Count == 0 ? null : all[0];
        if (group is null && (query.Group is { Length: > 0 } || !reader.SeesHouse))
            return reader.SeesHouse || query.Group is { Length: > 0 } ? null : Head(wave, modes, all) with { N = 0 };
        var results = Head(wave, modes, all);
        if (results.N < wave.Threshold)
            return results with { Group = group };
        return group is null ? await OfAllAsync(results, cancellationToken) : await OfGroupAsync(results, group, cancellationToken);
    }

    private static WaveResults Head(ResultWave wave, IReadOnlyDictionary<SurveyMode, int> modes, IReadOnlyList<ResultGroup> all)
    {
        var n = modes.Values.Sum();
        var ordered = modes.OrderBy(m => m.Key).ToList();
        var hidden = Suppression.OfLine([.. ordered.Select(m => (long)m.Value), n], wave.Threshold);
        return new()
        {
            Wave = wave,
            N = n,
            Modes = [.. ordered.Where((_, i) => !hidden[i]).Select(m => (m.Key, m.Value))],
            IsSelfSelected = wave.Wave.Modes.Any(m => m is SurveyMode.Online or SurveyMode.Kiosk),
            ResponseRate = wave.IsRunning ? null : SampleSize.ResponseRate(modes.GetValueOrDefault(SurveyMode.Personal), wave.Wave.Invited - wave.Wave.Bounced),
            Needed = SampleSize.Needed(0.05, wave.Wave.PopulationSize),
            Groups = all,
        };
    }

    private async Task<WaveResults> OfAllAsync(WaveResults results, CancellationToken cancellationToken)
    {
        var (wave, everybody) = (results.Wave, new ResultSplit(ResultBy.Nothing));
        var tally = await reader.CountAsync(wave, everybody, cancellationToken);
        var items = ResultItem.Of(wave.Wave.Questionnaire).Select(i => ResultTables.OfAll(tally, i, wave.Threshold)).ToList();
        var before = await reader.BeforeAsync(wave, cancellationToken);
        if (before is not null)
        {
            var earlier = await reader.CountAsync(before, everybody, cancellationToken);
            var told = ResultItem.Of(before.Wave.Questionnaire).Select(i => ResultTables.OfAll(earlier, i, before.Threshold)).ToDictionary(i => i.Item.Key, StringComparer.Ordinal);
            items = [.. items.Select(i => ResultChanges.Since(told.GetValueOrDefault(i.Item.Key), i))];
        }

        return await FinishAsync(results with { Items = items, Before = before?.Wave }, cancellationToken);
    }

    private async Task<WaveResults> OfGroupAsync(WaveResults results, ResultGroup group, CancellationToken cancellationToken)
    {
        var wave = results.Wave;
        var tally = await reader.CountAsync(wave, group.Split, cancellationToken);
        var keys = groups.KeysOf(tally, results.Groups);
        var at = keys.ToList().IndexOf(group.Key);
        var sizes = Suppression.OfLine([.. keys.Select(tally.Of), tally.N], wave.Threshold);
        if (at < 0 || sizes[at])
            return results with { Group = group };
        var items = ResultItem.Of(wave.Wave.Questionnaire)
            .Where(i => i.Question.No != group.Split.QuestionNo || group.Split.By != ResultBy.Question)
            .Select(i => ResultTables.OfGroups(tally, i, keys, wave.Threshold)?.Groups[at] ?? new ToldItem { Item = i, N = null }).ToList();
        return await FinishAsync(results with { Group = group, GroupN = tally.Of(group.Key), Items = items }, cancellationToken);
    }

    private async Task<WaveResults> FinishAsync(WaveResults results, CancellationToken cancellationToken)
    {
        var byPair = results.Items.Where(i => i.Item.Question.PairKey is not null && i.Values is not null).ToLookup(i => i.Item.Question.PairKey!);
        var asked = (from pair in byPair
                     let importance = pair.FirstOrDefault(i => i.Item.Question.Type == QuestionType.Importance4)
                     let satisfaction = pair.FirstOrDefault(i => i.Item.Question.Type == QuestionType.Satisfaction4)
                     where importance is not null && satisfaction is not null
                     select (Pair: new Pair(pair.Key, importance.Values!, satisfaction.Values!), importance.Item)).ToList();
        var quadrants = Quadrants.Of(asked.Select(a => a.Pair));
        var waveId = results.Wave.Wave.Id;
        var words = results.Group is not null ? [] : await db.Set<SurveyText>().Where(t => t.WaveId == waveId).GroupBy(t => t.QuestionNo)
            .Select(g => new { g.Key, Count = g.Select(t => t.ResponseId).Distinct().Count() }).ToListAsync(cancellationToken);
        return results with
        {
            Quadrants = quadrants,
            Pairs = [.. quadrants?.Pairs.Select(p => new ResultPair(p, asked.First(a => a.Pair == p.Pair).Item)) ?? []],
            Words = words.ToDictionary(w => w.Key, w => w.Count),
            Open = ResultHours.Of(municipality.Value.Hours),
        };
    }
}
