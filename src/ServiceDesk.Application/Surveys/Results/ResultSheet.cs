using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Surveys.Statistics;

namespace ServiceDesk.Application.Surveys.Results;

/// <summary>Results as rows of a spreadsheet or of open data: one for each answer, with the same gaps as on the page.</summary>
public sealed class ResultSheet(Texts t)
{
    private static readonly DateOnly Monday = new(2024, 1, 1);

    /// <summary>Writes the results of everybody or of the group looked at.</summary>
    public async Task WriteAsync(WaveResults results, ISheetWriter sheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(sheet);
        await sheet.WriteAsync(
            [t["Results.Column.Question"], t["Results.Column.Key"], t["Results.Column.Answer"], t["Results.Column.Count"], "n", "%", t["Results.Column.Low"], t["Results.Column.High"]], cancellationToken);
        foreach (var told in results.Items.Where(i => i.Item.Form != ResultForm.Words))
        {
            var text = told.Item.TextIn(t.Language);
            if (!told.IsTold)
                await sheet.WriteAsync([text, told.Item.Key, null, Few(results), Few(results), null, null, null], cancellationToken);
            foreach (var option in told.IsTold ? told.Options : [])
                await sheet.WriteAsync([text, told.Item.Key, AnswerOf(told.Item, option.Option), (object?)(int?)option.Count ?? Few(results), (int)told.N!, .. Points(option.Share)], cancellationToken);
            foreach (var (name, value, interval) in told.IsTold ? Figures(told) : [])
                await sheet.WriteAsync([text, told.Item.Key, name, Rounded(value), (int)told.N!, null, Rounded(interval?.Low), Rounded(interval?.High)], cancellationToken);
            if (told is { IsTold: true, TopTwo: { } best })
                await sheet.WriteAsync([text, told.Item.Key, t["Results.TopTwo"], (int)best.Count, (int)told.N!, .. Points(best)], cancellationToken);
        }
    }

    /// <summary>What an answer says.</summary>
    public string AnswerOf(ResultItem item, ResultOption option)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(option);
        return item.Form == ResultForm.Hours ? t["Results.Hours.Slot", Dates.In(t.Language).Weekday(Monday.AddDays(option.Mark / 24)), option.Mark % 24, (option.Mark % 24) + 1] : option.Text.In(t.Language);
    }

    private static string Few(WaveResults results) => $"< {results.Wave.Threshold}";

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 2) : null;

    private static object?[] Points(Share? share) => share is { } part
        ? [Math.Round(100 * part.Value, 1), Math.Round(100 * part.Interval.Low, 1), Math.Round(100 * part.Interval.High, 1)]
        : [null, null, null];

    private IEnumerable<(string Name, double? Value, Interval? Interval)> Figures(ToldItem told)
    {
        if (told.Net is { } net)
            yield return (t["Results.Net"], net.Points, net.Interval);
        if (told.Values is not { } values)
            yield break;
        yield return (t["Results.Mean"], values.Mean, values.MeanInterval);
        if (told.Options.Count > 0 || told.Item.Form == ResultForm.Number)
            yield return (t["Results.Median"], values.Median, null);
    }
}
