using System.Globalization;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Web.Pages.Public.Surveys;

/// <summary>The questions of a survey as a form: what is filled in and what is wrong. The same for visitors, previews and those who enter for others.</summary>
public sealed record SurveyForm(AskedSurvey Survey, string Language, Func<string, IReadOnlyList<string>> Values, IReadOnlyList<AnswerFault> Faults)
{
    /// <summary>The unit chosen.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The only question shown; null for all of them.</summary>
    public SurveyQuestion? Step { get; init; }

    public Questionnaire Questionnaire => Survey.Questionnaire;

    /// <summary>A form with nothing filled in.</summary>
    public static SurveyForm Empty(AskedSurvey survey, string language) => new(survey, language, _ => [], []);

    /// <summary>A form filled with answers.</summary>
    public static SurveyForm Of(AskedSurvey survey, string language, AnswerSheet sheet, Guid? unitId)
    {
        var fields = Fields(survey.Questionnaire, sheet);
        return new SurveyForm(survey, language, f => fields.GetValueOrDefault(f, []), []) { UnitId = unitId };
    }

    public bool Has(string field, int value) => Values(field).Contains(value.ToString(CultureInfo.InvariantCulture));

    public AnswerFault? FaultOf(SurveyQuestion question) => Faults.FirstOrDefault(f => f.QuestionNo == question.No);

    public string In(SurveyWords words) => words.In(Language);

    /// <summary>Which question it is, from 1.</summary>
    public int PlaceOf(SurveyQuestion question) => Questionnaire.Questions.ToList().IndexOf(question) + 1;

    /// <summary>The condition of a question in words: the earlier question's place and the answers meant.</summary>
    public (int Place, string Answers)? Condition(SurveyQuestion question)
    {
        if (question.ShowIf is not { } condition || Questionnaire.Find(condition.Key) is not { } earlier)
            return null;
        var answers = condition.Marks.Select(m => earlier.Options.FirstOrDefault(o => o.No == m) is { } option ? In(option.Text) : m.ToString(CultureInfo.InvariantCulture));
        return (PlaceOf(earlier), string.Join(" / ", answers));
    }

    /// <summary>Everything filled in, field by field, but for the question shown: it travels hidden from step to step.</summary>
    public IEnumerable<(string Field, string Value)> Hidden => Questionnaire.Questions.Where(q => q.No != Step?.No).SelectMany(FieldsOf).SelectMany(f => Values(f).Select(v => (f, v)));

    /// <summary>The fields of a question.</summary>
    public static IEnumerable<string> FieldsOf(SurveyQuestion question) => question.Type switch
    {
        QuestionType.Matrix => question.Rows.Select(r => AnswerReader.Field(question.No, r.No)),
        QuestionType.OpenText => [AnswerReader.TextField(question.No)],
        QuestionType.TwoBox => [AnswerReader.TextField(question.No), AnswerReader.TextField(question.No, 1)],
        _ => [AnswerReader.Field(question.No)],
    };

    private static Dictionary<string, IReadOnlyList<string>> Fields(Questionnaire questionnaire, AnswerSheet sheet)
    {
        Dictionary<string, IReadOnlyList<string>> fields = new(StringComparer.Ordinal);
        foreach (var question in questionnaire.Questions)
        {
            if (question.Type == QuestionType.Matrix)
            {
                foreach (var mark in sheet.MarksOf(question.No))
                    fields[AnswerReader.Field(question.No, mark / SurveyQuestion.MatrixRow)] = [(mark % SurveyQuestion.MatrixRow).ToString(CultureInfo.InvariantCulture)];
            }
            else if (!question.IsText)
            {
                fields[AnswerReader.Field(question.No)] = [.. sheet.MarksOf(question.No).Select(m => m.ToString(CultureInfo.InvariantCulture))];
            }
        }

        foreach (var text in sheet.Texts)
            fields[AnswerReader.TextField(text.QuestionNo, text.Part)] = [text.Text];
        return fields;
    }
}
