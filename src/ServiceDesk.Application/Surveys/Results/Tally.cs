using System.Globalization;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys.Results;

/// <summary>By what respondents are parted.</summary>
public enum ResultBy
{
    /// <summary>Not at all.</summary>
    Nothing,

    /// <summary>The unit they speak of.</summary>
    Unit,

    /// <summary>How their answers came in.</summary>
    Mode,

    /// <summary>Their answer to a question: sex, age, parish.</summary>
    Question,
}

/// <summary>How respondents are parted.</summary>
/// <param name="By">By what.</param>
/// <param name="QuestionNo">Number of the question, if by one.</param>
public readonly record struct ResultSplit(ResultBy By, int QuestionNo = 0)
{
    /// <summary>Key of those who gave no answer, or spoke of no unit.</summary>
    public const string None = "-";
}

/// <summary>A response as it is counted.</summary>
/// <param name="Marks">Packed marks.</param>
/// <param name="Mode">How it came in.</param>
/// <param name="UnitId">Unit it is about.</param>
public readonly record struct CountedResponse(string Marks, SurveyMode Mode, Guid? UnitId);

/// <summary>
/// Answers of a wave counted in one pass: for each group how often each mark stands, and how many answered each question. Holds nothing of one response.
/// </summary>
public sealed class Tally(ResultSplit split)
{
    private readonly Dictionary<string, int> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<long>> marks = [];
    private readonly List<(int QuestionNo, int Mark)> one = [];
    private readonly List<long> responses = [];

    /// <summary>How respondents are parted.</summary>
    public ResultSplit Split => split;

    /// <summary>Keys of the groups found, in no order.</summary>
    public IReadOnlyCollection<string> Groups => groups.Keys;

    /// <summary>How many responses.</summary>
    public long N => responses.Sum();

    /// <summary>How many responses of a group.</summary>
    public long Of(string group) => groups.TryGetValue(group, out var at) ? responses[at] : 0;

    /// <summary>How often a mark stands in a group.</summary>
    public long Count(ResultItem item, int mark, string group) => Count(item.Question.No, Stored(item, mark), group);

    /// <summary>How many of a group answered, "do not know" left out.</summary>
    public long Answered(ResultItem item, string group) => Count(item.Question.No, AnsweredMark(item.Row?.No ?? 0), group);

    /// <summary>How many of a group did not know.</summary>
    public long DoNotKnow(ResultItem item, string group) => Count(item.Question.No, SurveyQuestion.DoNotKnow, group);

    /// <summary>Marks of a question found at all.</summary>
    public IEnumerable<int> MarksOf(int questionNo) => marks.Keys.Where(k => k >> 32 == questionNo).Select(k => unchecked((int)k)).Where(m => m >= SurveyQuestion.DoNotKnow);

    /// <summary>Counts a response.</summary>
    public void Add(CountedResponse response)
    {
        one.Clear();
        one.AddRange(AnswerSheet.Read(response.Marks));
        var at = Group(KeyOf(response));
        responses[at]++;
        var last = (Question: -1, Row: -1);
        foreach (var (question, mark) in one)
        {
            Bump(question, mark, at);
            var row = mark >= SurveyQuestion.MatrixRow ? mark / SurveyQuestion.MatrixRow : 0;
            if (mark == SurveyQuestion.DoNotKnow)
                continue;
            // Whoever marked five options has answered once; of a matrix each row is answered by itself. Marks ascend.
            if (last.Question != question)
                Bump(question, AnsweredMark(0), at);
            if (row > 0 && last != (question, row))
                Bump(question, AnsweredMark(row), at);
            last = (question, row);
        }
    }

    private long Count(int questionNo, int mark, string group) =>
        groups.TryGetValue(group, out var at) && marks.TryGetValue(Key(questionNo, mark), out var counted) && at < counted.Count ? counted[at] : 0;

    private static long Key(int questionNo, int mark) => ((long)questionNo << 32) | (uint)mark;

    // Below every mark that can be given.
    private static int AnsweredMark(int row) => -2 - row;

    private static int Stored(ResultItem item, int mark) => item.Row is { } row && mark >= 0 ? (row.No * SurveyQuestion.MatrixRow) + mark : mark;

    private string KeyOf(CountedResponse response)
    {
        switch (split.By)
        {
            case ResultBy.Unit:
                return response.UnitId?.ToString() ?? ResultSplit.None;
            case ResultBy.Mode:
                return response.Mode.ToString();
            case ResultBy.Question:
                foreach (var (question, mark) in one)
                {
                    if (question == split.QuestionNo && mark != SurveyQuestion.DoNotKnow)
                        return mark.ToString(CultureInfo.InvariantCulture);
                }

                return ResultSplit.None;
            default:
                return "";
        }
    }

    private int Group(string key)
    {
        if (!groups.TryGetValue(key, out var at))
        {
            at = groups[key] = responses.Count;
            responses.Add(0);
        }

        return at;
    }

    private void Bump(int question, int mark, int group)
    {
        var key = Key(question, mark);
        if (!marks.TryGetValue(key, out var counted))
            marks[key] = counted = [];
        while (counted.Count <= group)
            counted.Add(0);
        counted[group]++;
    }
}
