using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceDesk.Application.Documents.Printing;

/// <summary>A paragraph or a list of a text that was typed into a plain field.</summary>
/// <param name="Lines">Lines of the paragraph, or points of the list without their marks.</param>
/// <param name="FirstNumber">Number of the first point, in a numbered list.</param>
/// <param name="IsList">A list, numbered or not.</param>
public sealed partial record TextBlock(IReadOnlyList<string> Lines, int? FirstNumber = null, bool IsList = false)
{
    /// <summary>
    /// Paragraphs are parted by blank lines. Lines <c>1. …</c>, <c>2) …</c> in ascending order are a numbered list, lines <c>- …</c> and
    /// <c>• …</c> one without numbers; a line by itself that begins with a number is no list unless the number is 1.
    /// </summary>
    public static IReadOnlyList<TextBlock> Read(string? text)
    {
        List<TextBlock> blocks = [];
        List<string> lines = [];
        foreach (var line in (text ?? "").ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var trimmed = line.Trim();
            if (trimmed.Length > 0 && lines.Count > 0 && Continues(lines[^1], trimmed))
            {
                lines.Add(trimmed);
                continue;
            }

            if (lines.Count > 0)
                blocks.Add(Block(lines));
            lines = trimmed.Length == 0 ? [] : [trimmed];
        }

        return blocks;
    }

    // A point follows a point, a plain line a plain line.
    private static bool Continues(string before, string line) => (NumberOf(before), NumberOf(line)) switch
    {
        ({ } first, { } second) => second == first + 1,
        (null, null) => IsDashed(before) == IsDashed(line),
        (null, 1) => false,
        (null, _) => !IsDashed(before),
        _ => false,
    };

    private static TextBlock Block(List<string> lines)
    {
        if (NumberOf(lines[0]) is { } first && (first == 1 || lines.Count > 1))
            return new TextBlock([.. lines.Select(l => Number().Replace(l, ""))], first, true);
        return IsDashed(lines[0]) ? new TextBlock([.. lines.Select(l => Dash().Replace(l, ""))], null, true) : new TextBlock(lines);
    }

    private static bool IsDashed(string line) => Dash().IsMatch(line);

    private static int? NumberOf(string line) =>
        Number().Match(line) is { Success: true } found ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    // "1. …" and "1) …", but not "1. novembrī".
    [GeneratedRegex(@"^(\d{1,3})[.)]\s+(?!(?:janvār|februār|mart|aprīl|maij|jūnij|jūlij|august|septembr|oktobr|novembr|decembr|gad|pus))")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[-–•]\s+")]
    private static partial Regex Dash();
}
