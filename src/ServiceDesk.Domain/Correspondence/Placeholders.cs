using System.Text.RegularExpressions;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Correspondence;

/// <summary>
/// Variables of prepared texts: <c>{{case.number}}</c>. A text with an unknown or a broken one is refused when it is saved;
/// one that found no value in a case stays visible, and no letter leaves with it. <c>{{?what to write here}}</c> is a gap for the writer.
/// </summary>
public static partial class Placeholders
{
    /// <summary>The variables of letters from a case.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "case.number", "case.subject", "case.received", "case.received.on", "case.topic", "client.name", "client.dative", "due.date", "unit.name", "unit.phone", "unit.email",
        "employee.name", "employee.phone", "today", "today.on", "tracking.address", "municipality.name", "municipality.phone", "municipality.hours",
    ];

    /// <summary>The variables of documents: those of letters and what stands on a document.</summary>
    public static IReadOnlyList<string> OfDocuments { get; } =
        [.. Names, "client.address", "document.subject", "signatory.name", "signatory.post", "municipality.number", "municipality.address"];

    /// <summary>Refuses a text with an unknown variable or braces that do not close, naming it and its line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">The variables it may carry; those of letters when none are given.</param>
    public static void Check(string? text, IReadOnlyList<string>? known = null)
    {
        if (string.IsNullOrEmpty(text))
            return;
        foreach (Match found in Variable().Matches(text))
        {
            var name = found.Groups[1].Value.Trim();
            if (!(name.Length > 1 && name[0] == '?') && !(known ?? Names).Contains(name, StringComparer.Ordinal))
                throw new Refusal("Correspondence.Refusal.UnknownVariable", found.Value, LineOf(text, found.Index));
        }

        var rest = Variable().Replace(text, "");
        var broken = rest.IndexOf("{{", StringComparison.Ordinal) is var open and >= 0 ? open : rest.IndexOf("}}", StringComparison.Ordinal);
        if (broken >= 0)
            throw new Refusal("Correspondence.Refusal.BrokenVariable", Around(rest, broken), LineOf(rest, broken));
    }

    /// <summary>Whether a variable or a gap was left without its words.</summary>
    public static bool IsUnfilled(string? text) => text is not null && Variable().IsMatch(text);

    /// <summary>Fills what has a value; the rest stays as it is.</summary>
    public static string? Fill(string? text, IReadOnlyDictionary<string, string?> values) => text is null ? null
        : Variable().Replace(text, found => values.TryGetValue(found.Groups[1].Value.Trim(), out var value) && !string.IsNullOrWhiteSpace(value) ? value : found.Value);

    /// <summary>Refuses a letter in which a variable was left without a value.</summary>
    public static void RefuseUnfilled(params string?[] texts)
    {
        foreach (var text in texts)
        {
            if (text is not null && Variable().Match(text) is { Success: true } left)
                throw new Refusal("Correspondence.Refusal.UnfilledVariable", left.Value);
        }
    }

    private static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    private static string Around(string text, int at)
    {
        var end = text.IndexOfAny(['\n', ' '], Math.Min(text.Length, at + 2));
        var piece = text[at..(end < 0 ? text.Length : end)];
        return piece.Length > 40 ? piece[..40] + "…" : piece;
    }

    [GeneratedRegex(@"\{\{([^{}\n]*)\}\}")]
    private static partial Regex Variable();
}
