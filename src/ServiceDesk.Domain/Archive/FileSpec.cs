using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Archive;

/// <summary>What a file is kept on.</summary>
public enum FileMedium
{
    /// <summary>In the system only.</summary>
    Electronic,

    /// <summary>On paper only.</summary>
    Paper,

    /// <summary>Both.</summary>
    Mixed,
}

/// <summary>How long a file is kept.</summary>
public enum FileTerm
{
    /// <summary>So many years from 1 January after closing.</summary>
    Years,

    /// <summary>For ever.</summary>
    Permanent,

    /// <summary>By a rule of its own, for example 90 years from birth; the last day is set when it is closed.</summary>
    Other,
}

/// <summary>A line of the nomenclature as it is written.</summary>
public sealed record FileSpec
{
    /// <summary>Longest index, characters.</summary>
    public const int MaxIndex = 40;

    /// <summary>Longest title, characters.</summary>
    public const int MaxTitle = 300;

    /// <summary>Longest basis, rule, remark, note, characters.</summary>
    public const int MaxText = 500;

    /// <summary>Longest term in years; what is kept longer is kept for ever.</summary>
    public const int MostYears = 100;

    /// <summary>Index, for example <c>4.1-5</c>.</summary>
    public required string Index { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is kept on.</summary>
    public FileMedium Medium { get; init; }

    /// <summary>How long.</summary>
    public FileTerm Term { get; init; }

    /// <summary>Whole years, for <see cref="FileTerm.Years"/>.</summary>
    public int? Years { get; init; }

    /// <summary>The rule, for <see cref="FileTerm.Other"/>.</summary>
    public string? OtherRule { get; init; }

    /// <summary>By what right.</summary>
    public required string Basis { get; init; }

    /// <summary>The unit that keeps it.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Only matters of this topic belong in it.</summary>
    public Guid? TopicId { get; init; }

    /// <summary>Remarks.</summary>
    public string? Remarks { get; init; }

    /// <summary>Which kinds of item belong in it, as <see cref="FiledKind"/> says them.</summary>
    public IReadOnlyList<string> Takes { get; init; } = [];

    /// <summary>The line without needless spaces. Refused without index, title, basis, unit or term.</summary>
    internal FileSpec Checked()
    {
        if (UnitId == Guid.Empty)
            throw new Refusal("Archive.Refusal.UnitMissing");
        if (Term == FileTerm.Years && Years is not (>= 1 and <= MostYears))
            throw new Refusal("Archive.Refusal.YearsMissing", MostYears);
        return this with
        {
            Index = Said(Index, MaxIndex, "Archive.Refusal.IndexMissing"),
            Title = Said(Title, MaxTitle, "Archive.Refusal.TitleMissing"),
            Basis = Said(Basis, MaxText, "Archive.Refusal.BasisMissing"),
            Years = Term == FileTerm.Years ? Years : null,
            OtherRule = Term == FileTerm.Other ? Said(OtherRule, MaxText, "Archive.Refusal.RuleMissing") : null,
            Remarks = string.IsNullOrWhiteSpace(Remarks) ? null : Said(Remarks, MaxText, "Archive.Refusal.TitleMissing"),
            Takes = [.. Takes.Where(FiledKind.All.Contains).Distinct(StringComparer.Ordinal)],
        };
    }

    internal static string Said(string? text, int most, string missing)
    {
        var said = text?.ReplaceLineEndings(" ").Trim() ?? "";
        if (said.Length == 0)
            throw new Refusal(missing);
        return said.Length <= most ? said : throw new Refusal("Cases.Refusal.TextTooLong", most);
    }
}

/// <summary>What can be filed, said in a word: a kind of case or a kind of document.</summary>
public static class FiledKind
{
    /// <summary>Questions colleagues ask each other.</summary>
    public const string Inquiry = "inquiry";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Enum.GetValues<CaseKind>().Select(Of), Inquiry, .. Enum.GetValues<DocumentKind>().Select(Of)];

    /// <summary>The word of a kind of case.</summary>
    public static string Of(CaseKind kind) => $"case:{kind}";

    /// <summary>The word of a kind of document.</summary>
    public static string Of(DocumentKind kind) => $"document:{kind}";
}
