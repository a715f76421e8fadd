using System.Reflection;
using ServiceDesk.Domain.Quality.Mystery;

namespace ServiceDesk.Application.Quality.Mystery;

/// <summary>Criteria of mystery shopping that come with the product, one file in <c>seeds/quality</c> for each standard that has its own.</summary>
public static class MysteryFiles
{
    private const string Common = "sigulda";

    /// <summary>Criteria of a standard; a standard without a file of its own is looked at by those of Sigulda.</summary>
    public static MysteryCriteria Of(string standard) => Read(standard) ?? Read(Common)!;

    private static MysteryCriteria? Read(string standard)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"seeds/quality/mystery-{standard}.json");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return MysteryCriteria.Read(reader.ReadToEnd());
    }
}
