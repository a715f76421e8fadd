using System.Globalization;
using System.Text.RegularExpressions;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents;

/// <summary>Attachments as people type them, a line each: "Apsekošanas akts; 2" is an act of two sheets.</summary>
public static partial class AttachmentLines
{
    public static IReadOnlyList<AttachmentLine> Read(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line =>
            Sheets().Match(line) is { Success: true } match
                ? new AttachmentLine(match.Groups[1].Value.Trim(), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
                : new AttachmentLine(line, null))];

    public static string Write(IEnumerable<AttachmentLine> lines) => string.Join('\n', lines.Select(l => l.Pages is { } sheets ? $"{l.Title}; {sheets}" : l.Title));

    [GeneratedRegex(@"^(.+);\s*([1-9][0-9]{0,3})$")]
    private static partial Regex Sheets();
}
