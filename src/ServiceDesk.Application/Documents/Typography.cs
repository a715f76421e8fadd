using System.Text.RegularExpressions;

namespace ServiceDesk.Application.Documents;

/// <summary>
/// Keeps together what must not be parted at the end of a line, by no-break spaces. Nothing but spaces is changed, and doing it twice
/// is doing it once.
/// </summary>
public static partial class Typography
{
    private const char Fixed = '\u00A0';

    /// <summary>Text in the given language: <c>lv</c>, <c>en</c>, <c>ru</c>.</summary>
    public static string In(string language, string text) => language == "lv" ? Lv(text) : General(text);

    /// <summary>
    /// Latvian: one-letter words and initials with the next word, dates (<c>2026. gada 20. novembrī</c>), ordinals, <c>Nr. 5</c>,
    /// groups of digits, an amount with its unit (<c>530,40 EUR</c>), the form of a firm with its name, a dash with what it follows.
    /// </summary>
    public static string Lv(string text)
    {
        if (!text.Contains(' ', StringComparison.Ordinal))
            return text;
        return General(Firm().Replace(YearAndDay().Replace(Ordinal().Replace(text, Joined), Joined), Joined));
    }

    private static string General(string text)
    {
        if (!text.Contains(' ', StringComparison.Ordinal))
            return text;
        foreach (var rule in (ReadOnlySpan<Regex>)[OneLetter(), Initial(), Abbreviation(), Digits(), Unit(), Currency(), Dash()])
            text = rule.Replace(text, Joined);
        return text;
    }

    // Every rule ends in the one space that it fixes.
    private static string Joined(Match match) => string.Concat(match.ValueSpan[..^1], [Fixed]);

    // "2026. gada", "20. novembrī", "5. un 12.", "4. mājas"; a sentence that ends in a number goes on with a capital
    [GeneratedRegex(@"(?<![\p{L}\d])\d+\. (?=\p{Ll})")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<=\d\.[ \u00A0])gada (?=\d{1,2}\.)")]
    private static partial Regex YearAndDay();

    [GeneratedRegex(@"(?<!\p{L})(?:V?SIA|AS|IK|KS|PSIA|biedrība|nodibinājums) (?=[„""“«])")]
    private static partial Regex Firm();

    // Whole words of one letter: Russian в, с, к; Latvian lists "a un b" keep together too.
    [GeneratedRegex(@"(?<![\p{L}\p{N}\p{P}])\p{L} (?=\S)|(?<=[(„""“«])\p{L} (?=\S)")]
    private static partial Regex OneLetter();

    // "J. Bērziņš", "u. c.", "t. sk."
    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{Lu}\. (?=\p{Lu})|(?<![\p{L}\p{N}])\p{Ll}\. (?=\p{Ll}{1,3}\.)")]
    private static partial Regex Initial();

    [GeneratedRegex(@"(?<!\p{L})(?:Nr\.|No\.|№|§|plkst\.|tālr\.|tālrunis|reģ\.|lpp\.|p\.|pp\.|ст\.|п\.|тел\.|dz\.|k-\d+ dz\.) (?=[\d+(NF])", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\d (?=\d)")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\d (?=(?:EUR|euro|eiro|€|%|‰|lp\.|lpp\.|gab\.|gadi|gadu|m²|m³|m|km|cm|mm|ha|kg|g|l|h|st\.|min\.|MB|kB|darba dien|евро|лет|л\.|стр\.)(?![\p{L}\d])|darba dien)")]
    private static partial Regex Unit();

    [GeneratedRegex(@"(?<!\p{L})(?:EUR|€) (?=\d)")]
    private static partial Regex Currency();

    [GeneratedRegex(@"(?<=\S) (?=[–—] )")]
    private static partial Regex Dash();
}
