using System.Xml;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Documents;

/// <summary>The picture on letters: an SVG file that the settings name. Shown as a picture, it can neither run nor fetch anything.</summary>
internal sealed class CoatOfArms(IHostEnvironment environment, IOptions<MunicipalityOptions> municipality, ILogger<CoatOfArms> log)
{
    private const int MostBytes = 1 << 20;

    /// <summary>Address with the picture in it, or null: a letter without coat of arms is a letter.</summary>
    public string? Read()
    {
        if (municipality.Value.CoatOfArms is not { Length: > 0 } named)
            return null;
        var file = new FileInfo(Path.GetFullPath(named, environment.ContentRootPath));
        try
        {
            if (file is { Exists: true, Length: <= MostBytes } && File.ReadAllBytes(file.FullName) is var bytes && IsSvg(bytes))
                return "data:image/svg+xml;base64," + Convert.ToBase64String(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            log.LogWarning(e, "The coat of arms {File} cannot be read; letters go without it", file.FullName);
            return null;
        }

        log.LogWarning("The coat of arms {File} is missing, is no SVG or is larger than 1 MB; letters go without it", file.FullName);
        return null;
    }

    private static bool IsSvg(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg")
            return false;
        // To its end: a broken picture is an empty frame on every letter.
        while (reader.Read())
        {
        }

        return true;
    }
}
