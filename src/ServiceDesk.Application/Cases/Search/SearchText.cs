using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ServiceDesk.Application.Cases.Search;

/// <summary>A word where it stands in a text.</summary>
/// <param name="Start">Place of its first character.</param>
/// <param name="Length">Characters.</param>
/// <param name="Exact">Lower case, letters as written.</param>
/// <param name="Folded">Lower case, marks dropped: <c>bērziņš</c> becomes <c>berzins</c>.</param>
public readonly record struct SearchWord(int Start, int Length, string Exact, string Folded);

/// <summary>A word somebody looks for; it stands for every word that begins so.</summary>
/// <param name="Exact">As typed, lower case.</param>
/// <param name="Folded">Without marks.</param>
public sealed record SearchTerm(string Exact, string Folded)
{
    /// <summary>Whether a word of a text is a hit.</summary>
    public bool Finds(SearchWord word) => word.Folded.StartsWith(Folded, StringComparison.Ordinal);
}

/// <summary>
/// How texts become words, in the register as in the question. The only place of folding: the databases keep and compare what
/// comes out of here and fold nothing themselves, so that both engines find the same.
/// </summary>
public static partial class SearchText
{
    /// <summary>Longest word kept, characters; what is longer is no word.</summary>
    public const int MaxWordLength = 60;

    /// <summary>Most words of a question; more are left out.</summary>
    public const int MaxTerms = 8;

    /// <summary>The words of a text. Numbers such as <c>4.1-5/26/1482</c> and dates come whole and in their parts.</summary>
    public static IEnumerable<SearchWord> Words(string text)
    {
        foreach (Match chunk in Chunk().Matches(text))
        {
            if (IsNumber(chunk.ValueSpan))
                yield return Word(chunk.Value, chunk.Index);
            foreach (Match part in Part().Matches(chunk.Value))
                yield return Word(part.Value, chunk.Index + part.Index);
        }
    }

    /// <summary>What a person looks for: every term must be found, in any order. A number is looked for whole.</summary>
    public static IReadOnlyList<SearchTerm> Terms(string? question) =>
        [.. Chunk().Matches(question ?? "")
            .SelectMany(chunk => IsNumber(chunk.ValueSpan) ? [Word(chunk.Value, 0)] : Part().Matches(chunk.Value).Select(part => Word(part.Value, 0)))
            .Select(word => new SearchTerm(word.Exact, word.Folded)).Distinct().Take(MaxTerms)];

    /// <summary>Lower case without the marks on letters: ā, č, ē, ģ, ī, ķ, ļ, ņ, ō, ŗ, š, ū, ž and their like in other languages.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static SearchWord Word(string written, int start)
    {
        var kept = written.Length > MaxWordLength ? written[..MaxWordLength] : written;
        return new SearchWord(start, written.Length, kept.Normalize(NormalizationForm.FormC).ToLowerInvariant(), Fold(kept));
    }

    private static bool IsNumber(ReadOnlySpan<char> chunk) => chunk.IndexOfAny("./-") >= 0 && chunk.IndexOfAnyInRange('0', '9') >= 0;

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+(?:[./-][\p{L}\p{M}\p{Nd}]+)*")]
    private static partial Regex Chunk();

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+")]
    private static partial Regex Part();
}
