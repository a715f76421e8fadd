using System.Globalization;
using System.Text;

namespace ServiceDesk.Domain.Shared;

/// <summary>
/// The order of the Latvian alphabet as a key that can be stored: letters by rank, long vowels (ā ē ī ō ū) as their short ones unless all
/// else is equal, č ģ ķ ļ ņ ŗ š ž as letters of their own. A key holds digits only, so every collation of every engine orders it alike.
/// </summary>
public static class LatvianOrder
{
    /// <summary>Letters of a text that count; what comes after them orders nothing.</summary>
    public const int MaxLetters = 60;

    /// <summary>Longest key, characters: two digits a letter, an end mark, one digit of accent a letter.</summary>
    public const int MaxKeyLength = (MaxLetters * 3) + 2;

    private const string Letters = "0123456789abcčdefgģhiyjkķlļmnņopqrŗsštuvwxzžабвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private const int Blank = 1;
    private const int FirstLetter = 2;
    private const int Other = 99;

    /// <summary>The key of a text; texts order as their keys do, ordinally.</summary>
    public static string Key(string text)
    {
        var (ranks, accents) = Weigh(text);
        return $"{ranks}00{accents.TrimEnd('0')}";
    }

    /// <summary>With what the keys of all texts begin that begin so, long vowels as short ones.</summary>
    public static string Beginning(string text) => Weigh(text).Ranks;

    private static (string Ranks, string Accents) Weigh(string text)
    {
        var ranks = new StringBuilder(MaxLetters * 2);
        var accents = new StringBuilder(MaxLetters);
        var blank = true;
        foreach (var rune in text.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant().EnumerateRunes())
        {
            if (accents.Length == MaxLetters)
                break;
            var (rank, accent) = Weigh(rune);
            // Quotation marks order nothing, and blanks count once.
            if (rank == 0 || (rank == Blank && blank))
                continue;
            blank = rank == Blank;
            ranks.Append(rank.ToString("00", CultureInfo.InvariantCulture));
            accents.Append(accent);
        }

        return (ranks.ToString(), accents.ToString());
    }

    private static (int Rank, char Accent) Weigh(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune) || rune.Value is '-' or '.' or ',' or '/' or '\u2013')
            return (Blank, '0');
        if (!Rune.IsLetterOrDigit(rune))
            return Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol ? (Other, '0') : (0, '0');
        var written = rune.ToString();
        if (Letters.IndexOf(written, StringComparison.Ordinal) is >= 0 and var place)
            return (FirstLetter + place, '0');
        // A letter with a mark the alphabet does not know is its bare letter; a macron comes before any other mark.
        var bare = written.Normalize(NormalizationForm.FormD);
        return Letters.IndexOf(bare[0]) is >= 0 and var letter && bare.Length > 1 ? (FirstLetter + letter, bare[1] == '\u0304' ? '1' : '2') : (Other, '0');
    }
}
