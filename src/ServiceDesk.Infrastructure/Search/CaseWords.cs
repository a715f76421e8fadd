using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Infrastructure.Search;

/// <summary>
/// The words of one case, each once, with a digit in front that says in which part it stands and whether it is folded. Kept in the
/// same save as the case and its messages, so that a search never lags behind.
/// </summary>
public sealed class CaseWords
{
    // One tsvector holds a megabyte; this many characters fit in any script. A case that long is found by its first words.
    private const int MaxLength = 300_000;

    private CaseWords()
    {
    }

    public CaseWords(Case item)
    {
        CaseId = item.Id;
        Begin(item);
    }

    public Guid CaseId { get; private set; }

    /// <summary>Parted and begun by blanks, so that a word's beginning can be told by the blank before it.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Begins anew with number, subject and client.</summary>
    public void Begin(Case item)
    {
        Words = "";
        Include(CaseParts.Number, item.Number);
        Include(CaseParts.Texts, item.Subject);
        Include(CaseParts.Client, item.Contact.Name ?? "");
    }

    public void Include(string message) => Include(CaseParts.Texts, message);

    public static string Folded(CaseParts part, string word) => Mark(part, 0) + word;

    public static string Exact(CaseParts part, string word) => Mark(part, 3) + word;

    private static char Mark(CaseParts part, int shift) => (char)(shift + part switch
    {
        CaseParts.Number => '1',
        CaseParts.Texts => '2',
        CaseParts.Client => '3',
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    });

    private void Include(CaseParts part, string text)
    {
        var known = Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var words = new System.Text.StringBuilder(Words);
        foreach (var word in SearchText.Words(text).SelectMany(w => new[] { Folded(part, w.Folded), Exact(part, w.Exact) }))
        {
            if (words.Length + word.Length < MaxLength && known.Add(word))
                words.Append(' ').Append(word);
        }

        Words = words.ToString();
    }
}
