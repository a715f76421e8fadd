using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents;

/// <summary>People as they are typed, a line each: "Jānis Bērziņš; namu pārvaldnieks; komisijas loceklis".</summary>
public static class PersonLines
{
    public static IReadOnlyList<PersonLine> Read(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';', 3, StringSplitOptions.TrimEntries))
            .Where(parts => parts[0].Length > 0).Select(parts => new PersonLine(parts[0], Part(parts, 1), Part(parts, 2)))];

    public static string Write(IEnumerable<PersonLine> lines) => string.Join('\n', lines.Select(l => string.Join("; ", Parts(l))));

    private static string[] Parts(PersonLine line) => line switch
    {
        { Note: { } note } => [line.Name, line.Post ?? "", note],
        { Post: { } post } => [line.Name, post],
        _ => [line.Name],
    };

    private static string? Part(string[] parts, int at) => parts.Length > at && parts[at].Length > 0 ? parts[at] : null;
}
