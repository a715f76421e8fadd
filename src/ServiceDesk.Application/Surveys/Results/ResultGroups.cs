using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys.Results;

/// <summary>Groups of respondents that a person may look at.</summary>
public sealed class ResultGroups(ResultReader reader)
{
    /// <summary>All of them; none while a wave runs. A head of units sees these units and nothing else.</summary>
    public async Task<IReadOnlyList<ResultGroup>> OfAsync(ResultWave wave, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wave);
        if (wave.IsRunning)
            return [];
        var byUnit = new ResultSplit(ResultBy.Unit);
        var units = (await reader.UnitsAsync(wave, cancellationToken)).Select(u => new ResultGroup(byUnit, u.Id.ToString(), new(u.Name)));
        if (reader.Units is { } mine)
            return [.. units.Where(u => mine.Contains(Guid.Parse(u.Key)))];
        return
        [
            .. units,
            .. wave.Wave.UnitIds.Count > 0 ? [new ResultGroup(byUnit, ResultSplit.None, null)] : Array.Empty<ResultGroup>(),
            .. wave.Wave.Modes.Order().Select(m => new ResultGroup(new(ResultBy.Mode), m.ToString(), null)),
            .. wave.Wave.Questionnaire.Questions.Where(q => q.Type == QuestionType.Single).SelectMany(OfQuestion),
        ];
    }

    /// <summary>
    /// Keys of all groups of a tally in their order: those offered, then any other that was found, so that the groups add up to everybody.
    /// </summary>
    public IReadOnlyList<string> KeysOf(Tally tally, IReadOnlyList<ResultGroup> offered)
    {
        ArgumentNullException.ThrowIfNull(tally);
        string[] known = [.. offered.Where(g => g.Split == tally.Split).Select(g => g.Key)];
        return [.. known, .. tally.Groups.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<ResultGroup> OfQuestion(SurveyQuestion question)
    {
        var split = new ResultSplit(ResultBy.Question, question.No);
        return [.. question.Options.Select(o => new ResultGroup(split, o.No.ToString(System.Globalization.CultureInfo.InvariantCulture), o.Text)), new ResultGroup(split, ResultSplit.None, null)];
    }
}
