namespace ServiceDesk.Web.Shared.Desk;

/// <summary>The addresses this site answers to, so that no menu leads into the void.</summary>
public sealed class PageAddresses(EndpointDataSource endpoints)
{
    private readonly Lazy<HashSet<string>> known = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Select(e => "/" + e.RoutePattern.RawText?.Trim('/'))
        .ToHashSet(StringComparer.OrdinalIgnoreCase));

    public bool Exists(string path) => known.Value.Contains(path);
}
