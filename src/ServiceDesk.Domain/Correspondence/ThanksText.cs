using System.Globalization;
using System.Text;

namespace ServiceDesk.Domain.Correspondence;

/// <summary>
/// Recognises a message that only says thank you, in Latvian, English or Russian. Careful: every word must be known, so one word more
/// ("bet", "but", "но") makes it an ordinary message. Staff see the decision and may overrule it.
/// </summary>
public static class ThanksText
{
    /// <summary>Longest text that can be mere thanks, characters.</summary>
    public const int MaxLength = 160;

    private const int MaxWords = 16;

    private static readonly HashSet<string> Thanks = Words("""
        paldies pateicos pateicamies paldiesiņš
        thank thanks
        спасибо благодарю благодарим спасибочки
        """);

    private static readonly HashSet<string> Others = Words("""
        liels lielais lielu milzīgs sirsnīgs sirsnīgi ļoti daudz jums jūsu tev par atbildi ātro ātru palīdzību palīdzēšanu informāciju skaidrojumu ziņu
        operatīvo operatīvu rīcību darbu izpratni pretimnākšanu un jauku labu dienu vakaru nedēļu ar cieņu viss visu skaidrs kārtībā labi lieliski saņēmu saņemts
        esmu pateicīga pateicīgs vēlreiz labdien sveiki lai jauka diena
        you very much so many a lot for the your quick fast prompt reply answer help support information kind kindly regards best all good great ok okay
        perfect received have nice day evening hello hi again clear got it wishes
        большое огромное вам вас за ответ быстрый оперативный помощь информацию разъяснение очень все всё понятно ясно хорошо отлично хорошего дня с
        уважением получил получила и добрый день здравствуйте ещё раз признательна признателен оперативность
        """);

    /// <summary>Whether the text only says thank you. A question mark, a figure or a file makes it an ordinary message.</summary>
    /// <param name="text">What the client wrote.</param>
    /// <param name="hasFiles">Whether files came with it.</param>
    /// <param name="names">Names that may stand in it: of the client and of those who wrote to the client.</param>
    public static bool IsOnlyThanks(string text, bool hasFiles, IEnumerable<string> names)
    {
        if (hasFiles || text.Length > MaxLength || text.Any(c => c == '?' || char.IsDigit(c)))
            return false;
        var words = Split(text).ToList();
        if (words.Count is 0 or > MaxWords || !words.Exists(Thanks.Contains))
            return false;
        var known = names.SelectMany(Split).Where(n => n.Length >= 3).ToList();
        return words.TrueForAll(w => Thanks.Contains(w) || Others.Contains(w) || known.Exists(n => IsFormOf(w, n)));
    }

    /// <summary>A name in another case: <c>Inga</c>, <c>Ingai</c>, <c>Mārtiņ</c>. All but its last letter must agree.</summary>
    private static bool IsFormOf(string word, string name) =>
        word.StartsWith(name[..^1], StringComparison.Ordinal) && Math.Abs(word.Length - name.Length) <= 2;

    private static HashSet<string> Words(string list) => [.. Split(list)];

    /// <summary>The words in small letters without their marks, so that "ļoti" and "loti" are one.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetter(c))
            {
                word.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString();
    }
}
