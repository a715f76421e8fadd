using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents;

/// <summary>The list of an act as it is typed, a line each: "Atslēgu komplekts; 2 gab.; inv. Nr. 1147".</summary>
public static class ActLines
{
    /// <summary>The lines; null when one has no quantity.</summary>
    public static IReadOnlyList<ActLine>? Read(string? text)
    {
        List<ActLine> lines = [];
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(';', 3, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } title, { Length: > 0 } quantity, .. var rest])
                return null;
            lines.Add(new ActLine(title, quantity, rest is [{ Length: > 0 } note] ? note : null));
        }

        return lines;
    }

    public static string Write(IEnumerable<ActLine> lines) => string.Join('\n', lines.Select(l => l.Note is { } note ? $"{l.Title}; {l.Quantity}; {note}" : $"{l.Title}; {l.Quantity}"));
}
