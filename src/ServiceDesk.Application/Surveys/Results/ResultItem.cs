using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys.Results;

/// <summary>How answers are told.</summary>
public enum ResultForm
{
    /// <summary>Counts of options that exclude each other.</summary>
    Options,

    /// <summary>Counts of options of which several may be marked.</summary>
    Many,

    /// <summary>A scale: counts and a mean.</summary>
    Scale,

    /// <summary>0 to 10, told as the net score, too.</summary>
    Net,

    /// <summary>Whole numbers: mean and median.</summary>
    Number,

    /// <summary>Wished hours of the week.</summary>
    Hours,

    /// <summary>Free words.</summary>
    Words,
}

/// <summary>An answer that can be counted.</summary>
/// <param name="Mark">As it is stored, of a matrix without its row.</param>
/// <param name="Key">Stable over waves.</param>
/// <param name="Text">What it says.</param>
public sealed record ResultOption(int Mark, string Key, SurveyWords Text);

/// <summary>One table of results: a question, or one row of a matrix.</summary>
/// <param name="Question">The question.</param>
/// <param name="Row">The row of a matrix.</param>
public sealed record ResultItem(SurveyQuestion Question, SurveyOption? Row = null)
{
    /// <summary>Stable over waves.</summary>
    public string Key => Row is null ? Question.Key : $"{Question.Key}/{Row.Key}";

    /// <summary>How it is told.</summary>
    public ResultForm Form => Question.Type switch
    {
        QuestionType.Multi => ResultForm.Many,
        QuestionType.Single or QuestionType.Matrix => ResultForm.Options,
        QuestionType.HoursGrid => ResultForm.Hours,
        QuestionType.Number => ResultForm.Number,
        QuestionType.Nps0to10 => ResultForm.Net,
        QuestionType.OpenText or QuestionType.TwoBox => ResultForm.Words,
        _ => ResultForm.Scale,
    };

    /// <summary>What can be answered, "do not know" not among it; nothing for numbers and words.</summary>
    public IReadOnlyList<ResultOption> Options { get; } = OptionsOf(Question);

    /// <summary>What it asks.</summary>
    public string TextIn(string language) => Row is null ? Question.Text.In(language) : $"{Question.Text.In(language)} {Row.Text.In(language)}";

    /// <summary>All tables of a questionnaire in order.</summary>
    public static IReadOnlyList<ResultItem> Of(Questionnaire questionnaire) =>
        [.. questionnaire.Questions.SelectMany(q => q.Type == QuestionType.Matrix ? q.Rows.Select(r => new ResultItem(q, r)) : [new ResultItem(q)])];

    private static ResultOption[] OptionsOf(SurveyQuestion question) => question switch
    {
        { Type: QuestionType.HoursGrid } => [.. from day in Enumerable.Range(0, 7) from hour in Enumerable.Range(question.FromHour, question.UntilHour - question.FromHour) select Slot(day, hour)],
        { Scale: var (low, high) } => [.. Enumerable.Range(low, high - low + 1).Select(v => Step(question, v, low, high))],
        _ => [.. question.Options.Where(_ => !question.IsText).Select(o => new ResultOption(o.No, o.Key, o.Text))],
    };

    private static ResultOption Slot(int day, int hour) => new((day * 24) + hour, $"{day + 1}-{hour}", SurveyWords.None);

    private static ResultOption Step(SurveyQuestion question, int value, int low, int high)
    {
        var (number, end) = ($"{value}", value == low ? question.Low : value == high ? question.High : SurveyWords.None);
        return new(value, number, end.Lv.Length == 0 ? new(number) : new($"{number} – {end.Lv}", $"{number} – {end.In("en")}", $"{number} – {end.In("ru")}"));
    }
}
