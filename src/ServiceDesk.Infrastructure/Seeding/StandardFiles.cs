using System.Reflection;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>
/// Reads the files under <c>seeds/</c>. They travel inside the assembly, so that a fresh clone, a published site and a test read the same.
/// A municipality's own standard is one more file in <c>seeds/standards</c>.
/// </summary>
public static class StandardFiles
{
    private const string Statutory = "statute";

    /// <summary>Standards that come with the product.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith("seeds/standards/", StringComparison.Ordinal))
            .Select(n => Path.GetFileNameWithoutExtension(n))
            .Where(n => n != Statutory)
            .Order(StringComparer.Ordinal),
    ];

    public static ServiceStandard Standard(string id) => StandardJson.Read<ServiceStandard>(Text($"standards/{id}.json"));

    public static IReadOnlyList<StatutoryTerm> Statute() => StandardJson.Read<StatuteFile>(Text($"standards/{Statutory}.json")).Terms;

    public static CalendarFile Calendar() => StandardJson.Read<CalendarFile>(Text("calendar/latvia.json"));

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("seeds/" + name)
            ?? throw new InvalidOperationException($"There is no seed file '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
