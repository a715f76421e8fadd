using System.Globalization;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Surveys;

/// <summary>What is wrong with the answer to one question.</summary>
/// <param name="QuestionNo">Number of the question.</param>
/// <param name="Field">The field it is about.</param>
/// <param name="Key">Key of the sentence.</param>
/// <param name="Arguments">What fills its places.</param>
public sealed record AnswerFault(int QuestionNo, string Field, string Key, params object[] Arguments);

/// <summary>What came of reading a form: the answers that are right, and what is wrong with the others.</summary>
/// <param name="Sheet">Answers to questions that were asked.</param>
/// <param name="Faults">What is wrong.</param>
public sealed record ReadAnswers(AnswerSheet Sheet, IReadOnlyList<AnswerFault> Faults);

/// <summary>
/// Reads fields as a browser sends them: <c>q7</c> for marks, <c>q7r2</c> for a row of a matrix, <c>t7</c> and <c>t7b</c> for words.
/// Whatever does not fit is a sentence beside its question; the rest is kept.
/// </summary>
public static class AnswerReader
{
    /// <summary>The field of a question's marks, or of one row of its matrix.</summary>
    public static string Field(int questionNo, int row = 0) => row > 0 ? string.Create(CultureInfo.InvariantCulture, $"q{questionNo}r{row}") : string.Create(CultureInfo.InvariantCulture, $"q{questionNo}");

    /// <summary>The field of a question's words.</summary>
    public static string TextField(int questionNo, int part = 0) => string.Create(CultureInfo.InvariantCulture, $"t{questionNo}{(part > 0 ? "b" : "")}");

    /// <summary>The field by which a question is reached from the summary of errors.</summary>
    public static string FirstField(SurveyQuestion question) => question.Type switch
    {
        QuestionType.OpenText or QuestionType.TwoBox => TextField(question.No),
        QuestionType.Matrix => Field(question.No, question.Rows[0].No),
        _ => Field(question.No),
    };

    /// <summary>Reads what was sent.</summary>
    /// <param name="questionnaire">The questions.</param>
    /// <param name="unitId">The unit it is about, if any.</param>
    /// <param name="sent">All values of a field.</param>
    /// <param name="demandsAll">Whether required questions left out are a fault; not while answers are only kept for later.</param>
    public static ReadAnswers Read(Questionnaire questionnaire, Guid? unitId, Func<string, IEnumerable<string?>> sent, bool demandsAll = true)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        ArgumentNullException.ThrowIfNull(sent);
        var (sheet, faults) = (new AnswerSheet(), new List<AnswerFault>());
        foreach (var question in questionnaire.Questions)
            ReadOne(question, sent, sheet, faults);
        foreach (var question in questionnaire.Questions.Where(q => !questionnaire.Asks(q, sheet, unitId)).ToList())
        {
            // What was not to be asked is no answer, and no fault either.
            sheet.Remove(question.No);
            faults.RemoveAll(f => f.QuestionNo == question.No);
        }

        if (demandsAll)
            faults.AddRange(questionnaire.Questions
                .Where(q => q.IsRequired && questionnaire.Asks(q, sheet, unitId) && IsMissing(q, sheet) && faults.All(f => f.QuestionNo != q.No))
                .Select(q => new AnswerFault(q.No, FirstField(q), q.Type == QuestionType.Matrix ? "Surveys.Fault.RowsMissing" : q.IsText ? "Surveys.Fault.TextMissing" : "Surveys.Fault.Missing")));
        if (sheet.Pack().Length > AnswerSheet.MaxPacked)
            throw new Refusal("Surveys.Fault.TooMuch");
        return new ReadAnswers(sheet, [.. faults.OrderBy(f => questionnaire.Questions.ToList().FindIndex(q => q.No == f.QuestionNo))]);
    }

    private static bool IsMissing(SurveyQuestion question, AnswerSheet sheet) => question.Type switch
    {
        QuestionType.OpenText or QuestionType.TwoBox => sheet.Texts.All(t => t.QuestionNo != question.No),
        QuestionType.Matrix => sheet.MarksOf(question.No).Count < question.Rows.Count,
        _ => sheet.MarksOf(question.No).Count == 0,
    };

    private static void ReadOne(SurveyQuestion question, Func<string, IEnumerable<string?>> sent, AnswerSheet sheet, List<AnswerFault> faults)
    {
        if (question.IsText)
        {
            for (var part = 0; part < (question.Type == QuestionType.TwoBox ? 2 : 1); part++)
            {
                var field = TextField(question.No, part);
                var text = string.Join('\n', sent(field)).Trim();
                sheet.Write(question.No, part, text.Length > SurveyQuestion.MaxText ? text[..SurveyQuestion.MaxText] : text);
                if (text.Length > SurveyQuestion.MaxText)
                    faults.Add(new(question.No, field, "Surveys.Fault.TextTooLong", SurveyQuestion.MaxText, text.Length));
            }

            return;
        }

        var rows = question.Type == QuestionType.Matrix ? question.Rows.Select(r => r.No) : [0];
        var marks = new List<int>();
        foreach (var row in rows)
            marks.AddRange(ReadMarks(question, row, [.. sent(Field(question.No, row)).Where(v => !string.IsNullOrWhiteSpace(v))], faults));
        sheet.Mark(question.No, marks);
    }

    private static List<int> ReadMarks(SurveyQuestion question, int row, IReadOnlyList<string?> values, List<AnswerFault> faults)
    {
        var (marks, field) = (new List<int>(), Field(question.No, row));
        foreach (var value in values)
        {
            if (!int.TryParse(value!.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                faults.Add(new(question.No, field, question.Type == QuestionType.Number ? "Surveys.Fault.NotANumber" : "Surveys.Fault.NoSuchOption"));
                return marks;
            }

            var mark = row > 0 && number >= 0 ? (row * SurveyQuestion.MatrixRow) + number : number;
            if (question.Knows(mark))
                marks.Add(mark);
            else if (question.Type == QuestionType.Number)
                faults.Add(new(question.No, field, "Surveys.Fault.OutOfBounds", question.Least, question.Most));
            else
                faults.Add(new(question.No, field, "Surveys.Fault.NoSuchOption"));
        }

        if (marks.Count > 1 && (row > 0 || !question.IsMany))
        {
            faults.Add(new(question.No, field, "Surveys.Fault.OnlyOne"));
            marks.Clear();
        }

        return marks;
    }
}
