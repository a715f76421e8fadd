using System.Globalization;

namespace ServiceDesk.Web.Shared;

/// <summary>Sizes as people read them: <c>2,1 MB</c>, <c>340 KB</c>.</summary>
public static class FileSize
{
    public static string Of(long bytes) => bytes >= 1024 * 1024
        ? string.Create(CultureInfo.CurrentCulture, $"{bytes / 1048576m:0.#} MB")
        : string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, (bytes + 512) / 1024)} KB");
}
