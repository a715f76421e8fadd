using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Surveys;

/// <summary>The questions of a wave in their order: a value, written and read as JSON. Two are equal when their JSON is.</summary>
public sealed partial class Questionnaire : IEquatable<Questionnaire>
{
    /// <summary>Most questions of a wave.</summary>
    public const int MaxQuestions = 100;

    /// <summary>Longest JSON, characters.</summary>
    public const int MaxJson = 1_000_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.LatinExtendedA, UnicodeRanges.Cyrillic, UnicodeRanges.GeneralPunctuation),
    };

    private readonly Lazy<string> json;

    /// <summary>Questions in order. Refused: none that fits its type, a key or number given twice, a condition on what does not come before.</summary>
    public Questionnaire(IEnumerable<SurveyQuestion> questions)
    {
        Questions = [.. questions];
        json = new(() => JsonSerializer.Serialize(Questions, Json));
        Check();
    }

    /// <summary>No question yet.</summary>
    public static Questionnaire Empty { get; } = new([]);

    /// <summary>The questions.</summary>
    public IReadOnlyList<SurveyQuestion> Questions { get; }

    /// <summary>The question of a number, or null.</summary>
    public SurveyQuestion? Find(int no) => Questions.FirstOrDefault(q => q.No == no);

    /// <summary>The question of a key, or null.</summary>
    public SurveyQuestion? Find(string key) => Questions.FirstOrDefault(q => q.Key == key);

    /// <summary>Whether a question is asked of who gave these answers about this unit.</summary>
    public bool Asks(SurveyQuestion question, AnswerSheet sheet, Guid? unitId)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(sheet);
        if (question.UnitScope.Count > 0 && (unitId is not { } unit || !question.UnitScope.Contains(unit)))
            return false;
        return question.ShowIf is not { } condition
            || (Find(condition.Key) is { } earlier && Asks(earlier, sheet, unitId) && sheet.MarksOf(earlier.No).Any(condition.Marks.Contains));
    }

    /// <summary>The number of the next question.</summary>
    public int NextNo => Questions.Count == 0 ? 1 : Questions.Max(q => q.No) + 1;

    /// <summary>As JSON.</summary>
    public string Write() => json.Value;

    /// <summary>From JSON.</summary>
    public static Questionnaire Read(string json) => new(JsonSerializer.Deserialize<List<SurveyQuestion>>(json, Json)!);

    /// <inheritdoc/>
    public bool Equals(Questionnaire? other) => other is not null && Write() == other.Write();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Questionnaire);

    /// <inheritdoc/>
    public override int GetHashCode() => Write().GetHashCode(StringComparison.Ordinal);

    private void Check()
    {
        if (Questions.Count > MaxQuestions)
            throw new Refusal("Surveys.Refusal.TooManyQuestions", MaxQuestions);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<int>();
        foreach (var question in Questions)
        {
            var name = question.Text.Lv.Length > 0 ? question.Text.Lv : question.Key;
            if (question.Text.Lv.Length == 0)
                throw new Refusal("Surveys.Refusal.QuestionNeedsText", question.Key);
            if (question.Text.IsTooLong(1000))
                throw new Refusal("Surveys.Refusal.QuestionTooLong", 1000);
            if (!KeyForm().IsMatch(question.Key))
                throw new Refusal("Surveys.Refusal.KeyForm", name);
            if (question.No < 1 || !numbers.Add(question.No) | !keys.Add(question.Key))
                throw new Refusal("Surveys.Refusal.KeyTwice", question.Key);
            if (question.Type is QuestionType.Single or QuestionType.Multi or QuestionType.Matrix && question.Options.Count < 2)
                throw new Refusal("Surveys.Refusal.TwoOptions", name);
            if (question.Type == QuestionType.TwoBox && question.Options.Count != 2)
                throw new Refusal("Surveys.Refusal.TwoBoxes", name);
            if (question.Type == QuestionType.Matrix && question.Rows.Count == 0)
                throw new Refusal("Surveys.Refusal.RowsMissing", name);
            if (!Numbered(question.Options) || !Numbered(question.Rows))
                throw new Refusal("Surveys.Refusal.OptionTwice", name);
            if (question.Type == QuestionType.HoursGrid && (question.FromHour < 0 || question.UntilHour > 24 || question.FromHour >= question.UntilHour))
                throw new Refusal("Surveys.Refusal.Hours", name);
            if (question.Type == QuestionType.Number && question.Least > question.Most)
                throw new Refusal("Surveys.Refusal.Bounds", name);
            if (question.ShowIf is { } condition && (condition.Marks.Count == 0 || condition.Key == question.Key || !keys.Contains(condition.Key)))
                throw new Refusal("Surveys.Refusal.Condition", name);
        }
    }

    private static bool Numbered(IReadOnlyList<SurveyOption> options) =>
        options.All(o => o.No is > 0 and < SurveyQuestion.MatrixRow && o.Text.Lv.Length > 0)
        && options.Select(o => o.No).Distinct().Count() == options.Count && options.Select(o => o.Key).Distinct(StringComparer.Ordinal).Count() == options.Count;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$")]
    private static partial Regex KeyForm();
}
