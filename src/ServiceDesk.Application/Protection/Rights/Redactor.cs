using System.Text.RegularExpressions;

namespace ServiceDesk.Application.Protection.Rights;

/// <summary>
/// Takes out of free texts what is plainly of somebody else: e-mail addresses, phone numbers and personal codes that are neither the
/// person's own nor the house's. Names it cannot know: whoever hands the file over reads it first.
/// </summary>
public sealed partial class Redactor(IEnumerable<string> own, string word)
{
    private readonly HashSet<string> known = new(own.Select(Bare).Where(v => v.Length > 0), StringComparer.OrdinalIgnoreCase);

    /// <summary>The text with what is not the person's replaced by the word.</summary>
    public string Clean(string text) => Found().Replace(text, found => known.Contains(Bare(found.Value)) ? found.Value : word);

    /// <summary>Digits without country code and separators; addresses in small letters.</summary>
    private static string Bare(string value)
    {
        if (value.Contains('@', StringComparison.Ordinal))
            return value.Trim().ToLowerInvariant();
        var digits = new string([.. value.Where(char.IsAsciiDigit)]);
        return digits.Length == 11 && digits.StartsWith("371", StringComparison.Ordinal) && !value.Contains('-', StringComparison.Ordinal) ? digits[3..] : digits;
    }

    [GeneratedRegex(@"[\p{L}\d._%+\-]+@[\p{L}\d\-]+(\.[\p{L}\d\-]+)+|(?<![\d/.\-])\d{6}-\d{5}(?!\d)|(?<![\d/.\-])(?:(?:\+|00)371[ \-]?)?[26]\d(?:[ \-]?\d){6}(?![\d/.\-]\d|\d)")]
    private static partial Regex Found();
}
