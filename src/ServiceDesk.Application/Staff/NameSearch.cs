using ServiceDesk.Application.Cases.Search;

namespace ServiceDesk.Application.Staff;

/// <summary>Finds people by parts of their names, whatever marks the letters carry: "berz" finds Bērziņa.</summary>
public static class NameSearch
{
    /// <summary>The words somebody typed, folded; at most five.</summary>
    public static IReadOnlyList<string> Words(string? typed) => [.. SearchText.Fold(typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(5)];

    /// <summary>Whether every word is somewhere in the text.</summary>
    public static bool Fits(string text, IReadOnlyList<string> words)
    {
        var folded = SearchText.Fold(text);
        return words.All(word => folded.Contains(word, StringComparison.Ordinal));
    }
}
