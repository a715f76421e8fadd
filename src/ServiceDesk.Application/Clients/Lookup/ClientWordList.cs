using System.Globalization;
using System.Text.RegularExpressions;
using ServiceDesk.Application.Cases.Search;

namespace ServiceDesk.Application.Clients.Lookup;

/// <summary>A word to be kept: folded with the mark of its part, and as written.</summary>
public readonly record struct KeptWord(string Word, string Written);

/// <summary>
/// The words of a card. Phones come as every run of digits to their end, so that any digits somebody remembers are the beginning of one
/// of them; e-mail addresses whole and in their words; addresses without the words every address has. A personal code is no word, ever.
/// </summary>
public static partial class ClientWordList
{
    /// <summary>Fewest digits of a phone that are a word of their own.</summary>
    public const int FewestDigits = 3;

    /// <summary>Words every address has, folded: they tell no client from another.</summary>
    internal static readonly HashSet<string> EverywhereInAddresses = ["iela", "lv", "nov", "novads", "pag", "pagasts", "latvija"];

    /// <summary>Words of a name.</summary>
    public static IEnumerable<KeptWord> OfName(string name) => SearchText.Words(name).Select(w => Make(ClientPart.Name, w.Folded, w.Exact));

    /// <summary>Words of an e-mail address.</summary>
    public static IEnumerable<KeptWord> OfEmail(string email)
    {
        yield return Make(ClientPart.Reach, SearchText.Fold(email), email.ToLowerInvariant());
        var domain = email.LastIndexOf('.') is var dot and > 0 ? email[..dot] : email;
        foreach (var word in SearchText.Words(domain))
            yield return Make(ClientPart.Reach, word.Folded, word.Exact);
    }

    /// <summary>Words of a phone number in international form.</summary>
    public static IEnumerable<KeptWord> OfPhone(string phone)
    {
        var digits = Digits(phone);
        if (digits.Length > 0)
            yield return Make(ClientPart.Reach, digits, digits);
        var national = digits.StartsWith("371", StringComparison.Ordinal) && digits.Length == 11 ? digits[3..] : digits;
        for (var start = 0; start <= national.Length - FewestDigits; start++)
            yield return Make(ClientPart.Reach, national[start..], national[start..]);
    }

    /// <summary>A registration or VAT number.</summary>
    public static IEnumerable<KeptWord> OfNumber(string number) => SearchText.Words(number).Select(w => Make(ClientPart.Reach, w.Folded, w.Exact));

    /// <summary>Words of an address written in one line.</summary>
    public static IEnumerable<KeptWord> OfAddress(string line)
    {
        var words = SearchText.Words(Joined(line)).ToList();
        foreach (var (word, place) in words.Select((word, place) => (word, place)))
        {
            // Of "55-18" the whole and the house are kept; nobody looks for a flat by itself.
            var isFlat = place > 0 && words[place - 1].Start + words[place - 1].Length + 1 == word.Start && words[place - 1].Folded.All(char.IsAsciiDigit) && word.Folded.All(char.IsAsciiDigit);
            if (!isFlat && !EverywhereInAddresses.Contains(word.Folded))
                yield return Make(ClientPart.Address, word.Folded, word.Exact);
        }
    }

    /// <summary>The beginning all words of a part that begin so share.</summary>
    public static string Marked(ClientPart part, string folded) => string.Create(CultureInfo.InvariantCulture, $"{(int)part}{folded}");

    /// <summary><c>16 - 5</c> and <c>16-5</c> are one house and flat.</summary>
    internal static string Joined(string text) => Dash().Replace(text, "-");

    /// <summary>ASCII digits only.</summary>
    internal static string Digits(string text) => new([.. text.Where(char.IsAsciiDigit)]);

    private static KeptWord Make(ClientPart part, string folded, string written) => new(Cut(Marked(part, folded)), Cut(written));

    private static string Cut(string word) => word.Length > ClientWord.MaxLength ? word[..ClientWord.MaxLength] : word;

    [GeneratedRegex(@"(?<=\d)\s+-\s+(?=\d)")]
    private static partial Regex Dash();
}
