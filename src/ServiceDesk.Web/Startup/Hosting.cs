using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Startup;

/// <summary>Where the site listens, and who may stand in front of it.</summary>
internal static class Hosting
{
    private const string DefaultAddress = "http://localhost:5080";

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        // Without this a run that is neither published nor Development answers 200 with empty style sheets.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        // Long enough for a running job to hand back its row and for open requests to end.
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Host.UseDefaultServiceProvider(o => o.ValidateScopes = o.ValidateOnBuild = true);
        if (new[] { "urls", "http_ports", "https_ports" }.All(k => string.IsNullOrEmpty(builder.Configuration[k])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultAddress);
        AddProxies(builder);
    }

    /// <summary>Whether clients reach the site over TLS: then cookies are bound to it and browsers told to insist.</summary>
    public static bool IsSecure(this IHostEnvironment environment, IConfiguration configuration) =>
        !environment.IsDevelopment()
        && configuration[$"{ServiceDeskOptions.Section}:{nameof(ServiceDeskOptions.PublicAddress)}"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Headers of a proxy are believed only when its address is named: <c>ServiceDesk:Proxies</c>, single addresses or networks (10.0.0.0/8).</summary>
    private static void AddProxies(WebApplicationBuilder builder)
    {
        var proxies = builder.Configuration.GetSection("ServiceDesk:Proxies").Get<string[]>() ?? [];
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                if (proxy.Contains('/', StringComparison.Ordinal))
                    o.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
                else
                    o.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
    }
}
