using System.Globalization;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents;

/// <summary>Lines with numbers as people type them: "Avanss; 1200,00" and "Nesniegta izvešana; 36; 6,40". Comma or point, spaces between thousands.</summary>
public static class AmountLines
{
    /// <summary>Payments; null when a line is not "words; amount".</summary>
    public static IReadOnlyList<PaymentLine>? Payments(string? text) => Read(text, 1) is { } lines ? [.. lines.Select(l => new PaymentLine(l.Words, l.Numbers[0]))] : null;

    /// <summary>A calculation; null when a line is not "words; quantity; rate".</summary>
    public static IReadOnlyList<CalculationLine>? Calculation(string? text) => Read(text, 2) is { } lines ? [.. lines.Select(l => new CalculationLine(l.Words, l.Numbers[0], l.Numbers[1]))] : null;

    public static string Write(IEnumerable<PaymentLine> lines) => string.Join('\n', lines.Select(l => $"{l.Terms}; {Number(l.Amount)}"));

    public static string Write(IEnumerable<CalculationLine> lines) => string.Join('\n', lines.Select(l => $"{l.Title}; {Number(l.Quantity)}; {Number(l.Rate)}"));

    private static List<(string Words, decimal[] Numbers)>? Read(string? text, int numbers)
    {
        List<(string, decimal[])> lines = [];
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(';', StringSplitOptions.TrimEntries);
            if (parts.Length <= numbers)
                return null;
            var read = parts[^numbers..].Select(Number).ToArray();
            var words = string.Join("; ", parts[..^numbers]);
            if (words.Length == 0 || Array.Exists(read, n => n is null or < 0))
                return null;
            lines.Add((words, [.. read.Select(n => n!.Value)]));
        }

        return lines;
    }

    private static string Number(decimal number) => number.ToString("0.00##", CultureInfo.InvariantCulture).Replace('.', ',');

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= Domain.Documents.Amounts.Money.Most
            ? number
            : null;
}
