using ServiceDesk.Application.Cases.Search;

namespace ServiceDesk.Application.Staff;

/// <summary>Finds people by parts of their names, whatever marks the letters carry: "berz" finds Bērziņa.</summary>
public static class NameSearch
{
    /// <summary>Names in the order of the Latvian alphabet, on whatever engine: Āboliņš stands beside Apine, not after Zariņa.</summary>
    public static StringComparer Order { get; } = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("lv-LV"), ignoreCase: true);

    /// <summary>The words somebody typed, folded; at most five.</summary>
    public static IReadOnlyList<string> Words(string? typed) => [.. SearchText.Fold(typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(5)];

    /// <summary>Whether every word is somewhere in the text.</summary>
    public static bool Fits(string text, IReadOnlyList<string> words)
    {
        var folded = SearchText.Fold(text);
        return words.All(word => folded.Contains(word, StringComparison.Ordinal));
    }
}
