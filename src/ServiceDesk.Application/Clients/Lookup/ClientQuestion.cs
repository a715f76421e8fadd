using System.Text.RegularExpressions;
using ServiceDesk.Application.Cases.Search;

namespace ServiceDesk.Application.Clients.Lookup;

/// <summary>What somebody typed to find a client, read the way people write it down while the phone rings.</summary>
/// <param name="Terms">Beginnings of words, all of which the card must have; empty when there is too little to look for.</param>
/// <param name="Code">Eleven digits that may be a personal code; it is compared whole, by its keyed hash only. Null otherwise.</param>
public sealed partial record ClientQuestion(IReadOnlyList<SearchTerm> Terms, string? Code)
{
    /// <summary>Fewest characters worth looking for.</summary>
    public const int Shortest = 2;

    /// <summary>Most characters read.</summary>
    public const int Longest = 200;

    /// <summary>Nothing to look for.</summary>
    public static ClientQuestion Nothing { get; } = new([], null);

    /// <summary>Whether there is anything to look for.</summary>
    public bool IsEmpty => Terms.Count == 0;

    /// <summary>Reads it: a number alone is digits whatever stands between them; words and e-mail addresses may be mixed in any order.</summary>
    public static ClientQuestion Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length > Longest)
            text = text[..Longest];
        if (text.Count(char.IsLetterOrDigit) < Shortest)
            return Nothing;
        if (NumberAlone().IsMatch(text))
        {
            var digits = PhoneDigits(text);
            return new ClientQuestion([new SearchTerm(digits, digits)], MaybeCode().IsMatch(text) ? ClientWordList.Digits(text) : null);
        }

        List<SearchTerm> terms = [];
        foreach (var piece in ClientWordList.Joined(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece.Contains('@', StringComparison.Ordinal) && piece.Trim(',', ';', '<', '>', '.').TrimStart('@') is { Length: > 1 } email)
                terms.Add(new SearchTerm(Cut(email.ToLowerInvariant()), Cut(SearchText.Fold(email))));
            else
                terms.AddRange(SearchText.Terms(piece));
        }

        // What every address has is kept for no card, so beside other words it is not asked for either.
        var telling = terms.Distinct().Where(t => !ClientWordList.EverywhereInAddresses.Contains(t.Folded)).ToList();
        return new ClientQuestion([.. (telling.Count > 0 ? telling : terms.Distinct()).Take(SearchText.MaxTerms)], null);
    }

    /// <summary>Digits as the register keeps them: without the prefix of Latvia or of international calls when it is plainly one.</summary>
    private static string PhoneDigits(string text)
    {
        var digits = ClientWordList.Digits(text);
        if (text[0] == '+' || text.StartsWith("(371)", StringComparison.Ordinal))
            return digits is ['3', '7', '1', _, ..] ? digits[3..] : digits;
        if (digits.StartsWith("00371", StringComparison.Ordinal) && digits.Length > 5)
            return digits[5..];
        return digits.StartsWith("00", StringComparison.Ordinal) && digits.Length > 8 ? digits[2..] : digits;
    }

    private static string Cut(string word) => word.Length > SearchText.MaxWordLength ? word[..SearchText.MaxWordLength] : word;

    [GeneratedRegex(@"^[\d\s()+./-]+$")]
    private static partial Regex NumberAlone();

    [GeneratedRegex(@"^\d{6}\s*-?\s*\d{5}$")]
    private static partial Regex MaybeCode();
}
