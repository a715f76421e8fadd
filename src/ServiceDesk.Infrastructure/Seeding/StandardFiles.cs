using System.Reflection;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>
/// Reads the files under <c>seeds/</c>. They travel inside the assembly, so that a fresh clone, a published site and a test read the same;
/// a municipality's own standard may be given as a path to a file instead of an id.
/// </summary>
public static class StandardFiles
{
    /// <summary>Standards that come with the product.</summary>
    public static IReadOnlyList<string> Known { get; } = ["sigulda", "jelgava", "bremen"];

    public static ServiceStandard Standard(string idOrPath) =>
        StandardJson.Read<ServiceStandard>(idOrPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? File.ReadAllText(idOrPath) : Text($"standards/{idOrPath}.json"));

    public static IReadOnlyList<StatutoryTerm> Statute() => StandardJson.Read<StatuteFile>(Text("standards/statute.json")).Terms;

    public static CalendarFile Calendar() => StandardJson.Read<CalendarFile>(Text("calendar/latvia.json"));

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("seeds/" + name)
            ?? throw new InvalidOperationException($"There is no seed file '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
