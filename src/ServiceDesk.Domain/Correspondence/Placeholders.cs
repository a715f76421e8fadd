using System.Text.RegularExpressions;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Correspondence;

/// <summary>
/// Variables of prepared texts: <c>{{case.number}}</c>. A text with an unknown or a broken one is refused when it is saved;
/// one that found no value in a case stays visible, and no letter leaves with it. <c>{{?what to write here}}</c> is a gap for the writer.
/// </summary>
public static partial class Placeholders
{
    /// <summary>Every variable there is.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "case.number", "case.subject", "case.received", "case.topic", "client.name", "due.date", "unit.name", "unit.phone", "unit.email",
        "employee.name", "employee.phone", "today", "tracking.address", "municipality.name", "municipality.phone", "municipality.hours",
    ];

    /// <summary>Refuses a text with an unknown variable or braces that do not close, naming it.</summary>
    public static void Check(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        foreach (Match found in Variable().Matches(text))
        {
            var name = found.Groups[1].Value.Trim();
            if (!(name.Length > 1 && name[0] == '?') && !Names.Contains(name, StringComparer.Ordinal))
                throw new Refusal("Correspondence.Refusal.UnknownVariable", found.Value);
        }

        var rest = Variable().Replace(text, "");
        var broken = rest.IndexOf("{{", StringComparison.Ordinal) is var open and >= 0 ? open : rest.IndexOf("}}", StringComparison.Ordinal);
        if (broken >= 0)
            throw new Refusal("Correspondence.Refusal.BrokenVariable", Around(rest, broken));
    }

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

    private static string Around(string text, int at)
    {
        var end = text.IndexOfAny(['\n', ' '], Math.Min(text.Length, at + 2));
        var piece = text[at..(end < 0 ? text.Length : end)];
        return piece.Length > 40 ? piece[..40] + "…" : piece;
    }

    [GeneratedRegex(@"\{\{([^{}\n]*)\}\}")]
    private static partial Regex Variable();
}
