using System.Globalization;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Surveys.Results;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Domain.Surveys.Statistics;

namespace ServiceDesk.Web.Shared.Figures;

/// <summary>Figures of surveys in words of the page's language.</summary>
public sealed class ResultWords(Texts t, ResultSheet sheet)
{
    private static readonly DateOnly Monday = new(2024, 1, 1);

    public string Percent(double part) => $"{(100 * part).ToString("0.0", CultureInfo.CurrentCulture)}\u00a0%";

    public string Range(Interval interval) => $"{(100 * interval.Low).ToString("0.0", CultureInfo.CurrentCulture)}–{(100 * interval.High).ToString("0.0", CultureInfo.CurrentCulture)}\u00a0%";

    public string Number(double value, string format = "0.00") => value.ToString(format, CultureInfo.CurrentCulture).Replace('-', '−');

    public string Signed(double value, string format = "0.00") => (value > 0 ? "+" : "") + Number(value, format);

    public string Mean(Distribution values) => values.Mean is not { } mean ? "–" : values.HalfWidth is { } half ? $"{Number(mean)} ± {Number(half)}" : t["Results.Indicative", Number(mean)];

    public string Net(NetScore net) => net.Points is not { } points ? "–"
        : net.Interval is { } interval ? $"{Signed(points, "0.0")} ({Number(interval.Low, "0.0")} … {Number(interval.High, "0.0")})" : t["Results.Indicative", Signed(points, "0.0")];

    /// <summary>An arrow with words where the change is one, words alone where it is not.</summary>
    public string Change(Change change, bool asPoints)
    {
        var difference = asPoints ? Signed(100 * change.Difference, "0.0") : Signed(change.Difference);
        return change.Arrow switch { > 0 => t["Results.Change.Up", difference], < 0 => t["Results.Change.Down", difference], _ => t["Results.Change.None", difference] };
    }

    public string Answer(ResultItem item, ResultOption option) => sheet.AnswerOf(item, option);

    public string Day(int day) => Dates.In(t.Language).Weekday(Monday.AddDays(day));

    /// <summary>What a pair is about: what stands before the colon of its question.</summary>
    public string Pair(ResultPair pair)
    {
        var text = pair.Importance.TextIn(t.Language);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? text[..colon] : text;
    }

    public string Group(ResultGroup group) => group switch
    {
        { Name: { } name } => name.In(t.Language),
        { Split.By: ResultBy.Mode } => Enum.TryParse<SurveyMode>(group.Key, out var mode) ? t.Of(mode) : group.Key,
        { Split.By: ResultBy.Unit, Key: ResultSplit.None } => t["Results.Group.NoUnit"],
        { Split.By: ResultBy.Unit } => t["Results.Group.OtherUnit"],
        _ => t["Results.Group.NoAnswer"],
    };

    public string Split(ResultSplit split, Questionnaire questionnaire) => split.By switch
    {
        ResultBy.Unit => t["Results.By.Unit"],
        ResultBy.Mode => t["Results.By.Mode"],
        _ => questionnaire.Find(split.QuestionNo)?.Text.In(t.Language) ?? "",
    };

    /// <summary>A number of a drawing.</summary>
    public static string Svg(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
