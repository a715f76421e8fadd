using System.Globalization;
using System.Text;

namespace ServiceDesk.Domain.Surveys;

/// <summary>A free answer.</summary>
/// <param name="QuestionNo">Number of the question.</param>
/// <param name="Part">0, or 1 for the second box of a two-box question.</param>
/// <param name="Text">The words.</param>
public sealed record FreeAnswer(int QuestionNo, int Part, string Text);

/// <summary>
/// What one respondent answered: marks by question, and words. Marks are stored packed in one column,
/// <c>1=3;4=1,2;7=32,33</c>: question number, equals sign, marks in ascending order.
/// </summary>
public sealed class AnswerSheet
{
    /// <summary>Longest packed sheet, characters.</summary>
    public const int MaxPacked = 8000;

    private readonly SortedDictionary<int, int[]> marks = [];

    /// <summary>Free answers.</summary>
    public IReadOnlyList<FreeAnswer> Texts { get; private set; } = [];

    /// <summary>Questions marked.</summary>
    public IEnumerable<int> Marked => marks.Keys;

    /// <summary>Whether nothing was answered.</summary>
    public bool IsEmpty => marks.Count == 0 && Texts.Count == 0;

    /// <summary>Marks of a question; none where it was left out.</summary>
    public IReadOnlyList<int> MarksOf(int questionNo) => marks.GetValueOrDefault(questionNo, []);

    /// <summary>Words of a question's box, or empty.</summary>
    public string TextOf(int questionNo, int part = 0) => Texts.FirstOrDefault(t => t.QuestionNo == questionNo && t.Part == part)?.Text ?? "";

    /// <summary>Sets the marks of a question.</summary>
    public AnswerSheet Mark(int questionNo, params IEnumerable<int> values)
    {
        int[] ordered = [.. values.Distinct().Order()];
        if (ordered.Length == 0)
            marks.Remove(questionNo);
        else
            marks[questionNo] = ordered;
        return this;
    }

    /// <summary>Sets the words of a question's box.</summary>
    public AnswerSheet Write(int questionNo, int part, string? text)
    {
        Texts = [.. Texts.Where(t => t.QuestionNo != questionNo || t.Part != part), .. string.IsNullOrWhiteSpace(text) ? Array.Empty<FreeAnswer>() : [new(questionNo, part, text.Trim())]];
        return this;
    }

    /// <summary>Without the answer to a question.</summary>
    public void Remove(int questionNo)
    {
        marks.Remove(questionNo);
        Texts = [.. Texts.Where(t => t.QuestionNo != questionNo)];
    }

    /// <summary>Marks in one text.</summary>
    public string Pack()
    {
        var text = new StringBuilder();
        foreach (var (question, values) in marks)
            text.Append(text.Length > 0 ? ";" : "").Append(CultureInfo.InvariantCulture, $"{question}=").AppendJoin(',', values.Select(v => v.ToString(CultureInfo.InvariantCulture)));
        return text.ToString();
    }

    /// <summary>A sheet out of packed marks.</summary>
    public static AnswerSheet Unpack(string packed)
    {
        var sheet = new AnswerSheet();
        foreach (var group in Read(packed).GroupBy(m => m.QuestionNo))
            sheet.Mark(group.Key, group.Select(m => m.Mark));
        return sheet;
    }

    /// <summary>Packed marks one by one, without making a sheet: for counting many.</summary>
    public static IEnumerable<(int QuestionNo, int Mark)> Read(string packed)
    {
        ArgumentNullException.ThrowIfNull(packed);
        var (question, number, negative) = (0, 0, false);
        for (var i = 0; i <= packed.Length; i++)
        {
            var c = i < packed.Length ? packed[i] : ';';
            switch (c)
            {
                case '=':
                    (question, number) = (number, 0);
                    break;
                case '-':
                    negative = true;
                    break;
                case ',' or ';':
                    if (question > 0)
                        yield return (question, negative ? -number : number);
                    (number, negative) = (0, false);
                    if (c == ';')
                        question = 0;
                    break;
                default:
                    number = (number * 10) + (c - '0');
                    break;
            }
        }
    }
}
