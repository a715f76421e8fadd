using System.Globalization;
using System.Text;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Web.Pages.Desk.Surveys.EditQuestion;

/// <summary>What the form of a question carries. Options stand one a line: <c>key | latviski | English | по-русски</c>.</summary>
public sealed class QuestionInput
{
    public string? Key { get; set; }

    public QuestionType Type { get; set; }

    public string? TextLv { get; set; }

    public string? TextEn { get; set; }

    public string? TextRu { get; set; }

    public string? HintLv { get; set; }

    public string? HintEn { get; set; }

    public string? HintRu { get; set; }

    public string? Options { get; set; }

    public string? Rows { get; set; }

    /// <summary>The low end in three languages, apart by bars.</summary>
    public string? Low { get; set; }

    public string? High { get; set; }

    public bool IsRequired { get; set; }

    public bool IsDemographic { get; set; }

    public bool OffersDoNotKnow { get; set; }

    public QuestionPurpose? Purpose { get; set; }

    public string? PairKey { get; set; }

    public string? ShowIfKey { get; set; }

    /// <summary>Marks of the earlier question, apart by commas.</summary>
    public string? ShowIfMarks { get; set; }

    public List<Guid> UnitScope { get; set; } = [];

    public int FromHour { get; set; } = 8;

    public int UntilHour { get; set; } = 20;

    public int Least { get; set; }

    public int Most { get; set; } = 1_000_000;

    public static QuestionInput Of(SurveyQuestion q) => new()
    {
        Key = q.Key,
        Type = q.Type,
        TextLv = q.Text.Lv,
        TextEn = q.Text.En,
        TextRu = q.Text.Ru,
        HintLv = q.Hint.Lv,
        HintEn = q.Hint.En,
        HintRu = q.Hint.Ru,
        Options = Lines(q.Options),
        Rows = Lines(q.Rows),
        Low = Bars(q.Low),
        High = Bars(q.High),
        IsRequired = q.IsRequired,
        IsDemographic = q.IsDemographic,
        OffersDoNotKnow = q.OffersDoNotKnow,
        Purpose = q.Purpose,
        PairKey = q.PairKey,
        ShowIfKey = q.ShowIf?.Key,
        ShowIfMarks = q.ShowIf is null ? null : string.Join(", ", q.ShowIf.Marks),
        UnitScope = [.. q.UnitScope],
        FromHour = q.FromHour,
        UntilHour = q.UntilHour,
        Least = q.Least,
        Most = q.Most,
    };

    /// <summary>The question. Options keep the number of their key, so that answers of earlier waves mean the same.</summary>
    public SurveyQuestion ToQuestion(int no, SurveyQuestion? before) => new()
    {
        No = no,
        Key = (Key ?? "").Trim(),
        Type = Type,
        Text = new SurveyWords(TextLv ?? "", TextEn ?? "", TextRu ?? "").Trimmed(),
        Hint = new SurveyWords(HintLv ?? "", HintEn ?? "", HintRu ?? "").Trimmed(),
        Options = Read(Options, before?.Options ?? []),
        Rows = Read(Rows, before?.Rows ?? []),
        Low = ReadWords(Low),
        High = ReadWords(High),
        IsRequired = IsRequired,
        IsDemographic = IsDemographic,
        OffersDoNotKnow = OffersDoNotKnow,
        Purpose = Purpose,
        PairKey = string.IsNullOrWhiteSpace(PairKey) ? null : PairKey.Trim(),
        ShowIf = string.IsNullOrWhiteSpace(ShowIfKey) ? null : new ShowIf(ShowIfKey, [.. Numbers(ShowIfMarks)]),
        UnitScope = UnitScope,
        FromHour = FromHour,
        UntilHour = UntilHour,
        Least = Least,
        Most = Most,
    };

    private static IEnumerable<int> Numbers(string? text) =>
        (text ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(p => int.TryParse(p, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : (int?)null).OfType<int>();

    private static string Lines(IReadOnlyList<SurveyOption> options)
    {
        var text = new StringBuilder();
        foreach (var option in options)
            text.Append(option.Key).Append(" | ").Append(Bars(option.Text)).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static string Bars(SurveyWords words) => string.Join(" | ", words.Lv, words.En, words.Ru).TrimEnd(' ', '|');

    private static SurveyWords ReadWords(string? text)
    {
        var parts = (text ?? "").Split('|');
        return new SurveyWords(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "").Trimmed();
    }

    private static List<SurveyOption> Read(string? text, IReadOnlyList<SurveyOption> before)
    {
        List<SurveyOption> options = [];
        var next = before.Select(o => o.No).DefaultIfEmpty(0).Max() + 1;
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            var known = bar < 0 ? before.FirstOrDefault(o => o.Text.Lv == line) : before.FirstOrDefault(o => o.Key == line[..bar].Trim());
            var no = known?.No ?? next++;
            // A line without a key is an option of its own words.
            options.Add(bar < 0
                ? new SurveyOption(no, known?.Key ?? no.ToString(CultureInfo.InvariantCulture), known?.Text ?? new SurveyWords(line))
                : new SurveyOption(no, line[..bar].Trim(), ReadWords(line[(bar + 1)..])));
        }

        return options;
    }
}
