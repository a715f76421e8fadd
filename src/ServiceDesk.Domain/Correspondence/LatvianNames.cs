namespace ServiceDesk.Domain.Correspondence;

/// <summary>Names of people in the dative, "Ilzei Kalniņai", as letters address them. A proposal: whoever writes may put it right.</summary>
public static class LatvianNames
{
    // Feminine when the first name says so; a masculine surname ends in -a or -e now and then (Jānis Liepa, Jānis Egle).
    private static readonly string[] MasculineInVowel = ["uga", "nikita", "foma", "luka", "saša"];

    /// <summary>The dative of a full name; what does not look like a Latvian name (a firm, a name in capitals, foreign letters) is given back as it is.</summary>
    public static string Dative(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length is < 2 or > 4 || !words.All(IsName))
            return name;
        var isFeminine = words[0][^1] is 'a' or 'e' && !MasculineInVowel.Contains(words[0].ToLowerInvariant(), StringComparer.Ordinal);
        // A first name that does not tell (Elizabet, Oto) leaves the form to the writer.
        if (!isFeminine && words[0][^1] is not ('s' or 'š' or 'a'))
            return name;
        return string.Join(' ', words.Select(word => string.Join('-', word.Split('-').Select(part => Decline(part, isFeminine)))));
    }

    private static string Decline(string word, bool isFeminine) => word switch
    {
        [.. var stem, 'ā'] when isFeminine => stem + "ajai",
        [.., 'a' or 'e'] => word + (isFeminine ? "i" : "m"),
        _ when isFeminine => word,
        [.. var stem, 'a', 'i', 's'] => stem + "ajam",
        [.. var stem, 'i', 's'] => stem + "im",
        [.. var stem, 'u', 's'] => stem + "um",
        [.. var stem, 's' or 'š'] => stem + "am",
        _ => word,
    };

    private static bool IsName(string word) => word.Split('-').All(part => part.Length > 1 && char.IsUpper(part[0]) && part.Skip(1).All(c => char.IsLower(c) && c is < 'Ѐ'));
}
