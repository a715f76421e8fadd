using System.Globalization;
using System.Text;

namespace ServiceDesk.Domain.Clients.Companies;

/// <summary>
/// How names of companies are compared: lower case, without marks on letters, quotation marks and other signs, and without the legal
/// form, short or in words. <c>SIA "Rīta Rasa"</c> and <c>Sabiedrība ar ierobežotu atbildību «RITA RASA»</c> are the same name.
/// </summary>
public static class CompanyName
{
    // The longest first: "individuālais komersants" before "individuālais".
    private static readonly string[] Forms =
    [
        "sabiedriba ar ierobezotu atbildibu", "valsts sabiedriba ar ierobezotu atbildibu", "pasvaldibas sabiedriba ar ierobezotu atbildibu",
        "valsts akciju sabiedriba", "pasvaldibas akciju sabiedriba", "akciju sabiedriba", "komanditsabiedriba", "pilnsabiedriba", "kooperativa sabiedriba",
        "individualais komersants", "individualais uznemums", "zemnieku saimnieciba", "zvejnieku saimnieciba", "gimenes uznemums", "biedriba", "nodibinajums",
        "sia", "vsia", "psia", "as", "a s", "vas", "pas", "ik", "iu", "ks", "ps", "kb", "zs", "z s", "bdr", "ndb", "nod", "filiale",
    ];

    private static readonly string[][] FormWords = [.. Forms.Select(f => f.Split(' ')).OrderByDescending(words => words.Length)];

    /// <summary>Whether two names mean the same company. A name that is nothing but a legal form is compared as it stands.</summary>
    public static bool AreSame(string? one, string? other) => string.Equals(Compared(one), Compared(other), StringComparison.Ordinal);

    /// <summary>The name as it is compared; empty only when it holds neither letter nor digit.</summary>
    public static string Compared(string? name)
    {
        var words = Words(name ?? "");
        var (from, to) = (0, words.Length);
        for (var cut = true; cut;)
        {
            cut = false;
            foreach (var form in FormWords.Where(f => f.Length < to - from))
            {
                if (words.AsSpan(from, form.Length).SequenceEqual(form))
                    (from, cut) = (from + form.Length, true);
                else if (words.AsSpan(to - form.Length, form.Length).SequenceEqual(form))
                    (to, cut) = (to - form.Length, true);
                if (cut)
                    break;
            }
        }

        return string.Join(' ', words[from..to]);
    }

    private static string[] Words(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
                folded.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(' ');
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
