using System.Globalization;
using ServiceDesk.Domain.Documents.Amounts;

namespace ServiceDesk.Application.Documents;

/// <summary>Sums, rates and quantities as papers have them.</summary>
public static class Sums
{
    /// <summary>Two decimals, thousands apart: 1 234,50.</summary>
    public static string Amount(decimal amount, string language) => amount.ToString("N2", Culture(language)).Replace(' ', '\u00A0').Replace('\u202F', '\u00A0');

    /// <summary>A rate or quantity with the decimals it has: 0,1.</summary>
    public static string Plain(decimal number, string language) => number.ToString("0.####", Culture(language));

    /// <summary>The sum with its currency and, in Latvian, its words: "530,40 EUR (pieci simti trīsdesmit euro un 40 centi)".</summary>
    public static string Full(decimal amount, string language) =>
        $"{Amount(amount, language)} EUR{(Words(amount, language) is { } words ? $" ({words})" : "")}";

    /// <summary>The sum in words; only Latvian has them, and not above a million.</summary>
    public static string? Words(decimal amount, string language) => language == "lv" ? LatvianWords.Euro(amount) : null;

    private static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language switch { "en" => "en-GB", "ru" => "ru-RU", _ => "lv-LV" });
}
