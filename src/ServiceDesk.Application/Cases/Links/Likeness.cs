using ServiceDesk.Application.Cases.Search;

namespace ServiceDesk.Application.Cases.Links;

/// <summary>
/// How much two texts speak of the same. Words are folded as the search folds them; of a word the first five letters count, because Latvian says
/// with endings what others say with prepositions (<c>atkritumi</c>, <c>atkritumu</c>, <c>atkritumus</c>); words of three letters and fewer say
/// nothing. The likeness is the share of the shorter text's words that the longer one has too: a short subject is often a part of a longer one.
/// </summary>
public static class Likeness
{
    /// <summary>From here on subjects count as alike: at least half of the words.</summary>
    public const double OfSubjects = 0.5;

    private const int Stem = 5;
    private const int ShortestWord = 4;
    private const int FewestShared = 2;

    private static readonly HashSet<string> Empty = [.. new[] { "ludzu", "paldies", "labdien", "sveiki", "jautajums", "sudziba", "iesniegums", "iela", "novad", "novada", "please", "hello", "question" }.Select(Cut)];

    /// <summary>0 nothing in common, 1 all. One shared word alone is not enough, unless neither has more.</summary>
    public static double Of(string one, string other)
    {
        var (left, right) = (Stems(one), Stems(other));
        var shorter = Math.Min(left.Count, right.Count);
        if (shorter == 0)
            return 0;
        var shared = left.Count(right.Contains);
        return shared < Math.Min(FewestShared, Math.Max(left.Count, right.Count)) ? 0 : (double)shared / shorter;
    }

    /// <summary>Whether subjects, or a subject and the beginning of the other's text, are alike.</summary>
    public static bool AreAlike(string one, string other) => Of(one, other) >= OfSubjects;

    private static HashSet<string> Stems(string text) => [.. SearchText.Words(text).Where(w => w.Folded.Length >= ShortestWord).Select(w => Cut(w.Folded)).Where(s => !Empty.Contains(s))];

    private static string Cut(string word) => word.Length > Stem ? word[..Stem] : word;
}
