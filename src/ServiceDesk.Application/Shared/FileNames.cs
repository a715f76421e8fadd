using System.Globalization;
using System.Text;

namespace ServiceDesk.Application.Shared;

/// <summary>Makes names of foreign files fit for every disk, and honest about what is inside.</summary>
public static class FileNames
{
    private const int Longest = 120;

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The name without folders, control and direction characters, at most 120 characters, ending as its content says:
    /// <c>..\līgums.exe</c> with a PDF inside becomes <c>līgums.pdf</c>.
    /// </summary>
    public static string Clean(string? name, FileType type)
    {
        var last = (name ?? "").Split('/', '\\')[^1].Normalize(NormalizationForm.FormC);
        var kept = new string([.. last.Select(c => char.IsWhiteSpace(c) ? ' ' : c).Where(IsKept)]);
        var extension = Path.GetExtension(kept).ToLowerInvariant();
        var stem = (extension.Length is > 1 and <= 6 ? kept[..^extension.Length] : kept).Trim(' ', '.');
        while (stem.Contains("  ", StringComparison.Ordinal))
            stem = stem.Replace("  ", " ", StringComparison.Ordinal);
        if (stem.Length > Longest)
            stem = stem[..(char.IsHighSurrogate(stem[Longest - 1]) ? Longest - 1 : Longest)].TrimEnd(' ', '.');
        if (stem.Length == 0)
            stem = "fails";
        if (Reserved.Contains(stem))
            stem = "_" + stem;
        return stem + (type.Extensions.Contains(extension) ? extension : type.Extensions[0]);
    }

    /// <summary>A name as a sentence may repeat it: without folders and invisible characters, shortened.</summary>
    public static string Show(string? name)
    {
        var last = new string([.. (name ?? "").Split('/', '\\')[^1].Where(c => !char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.Format)]).Trim();
        return last.Length <= 60 ? last : string.Concat(last.AsSpan(0, 40), "…", last.AsSpan(last.Length - 15));
    }

    private static bool IsKept(char c) =>
        !char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.Format && c is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or '\uFFFD');
}
