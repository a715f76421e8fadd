using ServiceDesk.Application.Documents.Printing;

namespace ServiceDesk.Application.Documents;

/// <summary>Chapters and points as people type them: "# Heading" begins a chapter, a line is a point, "- " a point under the one before.</summary>
public static class ClauseText
{
    /// <summary>Chapters in order; points before the first heading stand by themselves.</summary>
    public static IReadOnlyList<DocumentClause> Chapters(string? text)
    {
        List<DocumentClause> chapters = [];
        foreach (var line in Lines(text))
        {
            if (line.StartsWith('#'))
                chapters.Add(new DocumentClause("", line.TrimStart('#').Trim()));
            else if (chapters is [.., { Heading: not null } chapter])
                chapters[^1] = chapter with { Points = WithPoint(chapter.Points, line) };
            else
                chapters = [.. WithPoint(chapters, line)];
        }

        return chapters;
    }

    /// <summary>Points without chapters.</summary>
    public static IReadOnlyList<DocumentClause> Points(string? text)
    {
        IReadOnlyList<DocumentClause> points = [];
        foreach (var line in Lines(text))
            points = WithPoint(points, line);
        return points;
    }

    /// <summary>Lines without empty ones and spaces around.</summary>
    public static string[] Lines(string? text) => text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static IReadOnlyList<DocumentClause> WithPoint(IReadOnlyList<DocumentClause> points, string line) => IsDashed(line) && points is [.., var last]
        ? [.. points.SkipLast(1), last with { Points = [.. last.Points, new DocumentClause(line[1..].Trim())] }]
        : [.. points, new DocumentClause(IsDashed(line) ? line[1..].Trim() : line)];

    private static bool IsDashed(string line) => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("– ", StringComparison.Ordinal);
}
