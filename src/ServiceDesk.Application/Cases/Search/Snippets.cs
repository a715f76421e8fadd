namespace ServiceDesk.Application.Cases.Search;

/// <summary>A piece of text, as it stands; the page encodes it.</summary>
/// <param name="Text">The characters.</param>
/// <param name="IsHit">Whether it is what was looked for.</param>
public sealed record TextPiece(string Text, bool IsHit);

/// <summary>Shows where in a text the words stand.</summary>
public static class Snippets
{
    /// <summary>Characters shown before the first hit.</summary>
    private const int Before = 60;

    /// <summary>The whole text, hits apart.</summary>
    public static IReadOnlyList<TextPiece> Mark(string text, IReadOnlyList<SearchTerm> terms)
    {
        List<TextPiece> pieces = [];
        var done = 0;
        foreach (var word in SearchText.Words(text).Where(word => terms.Any(t => t.Finds(word))))
        {
            if (word.Start < done)
                continue;
            if (word.Start > done)
                pieces.Add(new TextPiece(text[done..word.Start], false));
            done = word.Start + word.Length;
            pieces.Add(new TextPiece(text[word.Start..done], true));
        }

        if (done < text.Length)
            pieces.Add(new TextPiece(text[done..], false));
        return pieces;
    }

    /// <summary>How many of the terms a text holds.</summary>
    public static int Count(string text, IReadOnlyList<SearchTerm> terms)
    {
        HashSet<SearchTerm> found = [];
        foreach (var word in SearchText.Words(text))
        {
            found.UnionWith(terms.Where(t => t.Finds(word)));
            if (found.Count == terms.Count)
                break;
        }

        return found.Count;
    }

    /// <summary>About <paramref name="length"/> characters on one line around the first hit, cut between words.</summary>
    public static IReadOnlyList<TextPiece> Around(string text, IReadOnlyList<SearchTerm> terms, int length = 200)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var hit = SearchText.Words(line).Where(word => terms.Any(t => t.Finds(word))).Select(word => word.Start).FirstOrDefault();
        var start = hit <= Before ? 0 : line.IndexOf(' ', hit - Before, Before) is >= 0 and var blank ? blank + 1 : hit;
        var end = start + length >= line.Length ? line.Length : line.LastIndexOf(' ', start + length) is var cut && cut > hit ? cut : start + length;
        return Mark((start > 0 ? "… " : "") + line[start..end] + (end < line.Length ? " …" : ""), terms);
    }
}
