using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared.Languages;

/// <summary>The language of a request: a cookie set by the switch, Latvian without it. A language that is not public holds on staff pages only.</summary>
public static class RequestLanguages
{
    public const string Cookie = "language";

    /// <summary>Numbers and dates that the framework itself writes follow the country; English is the European one, with the day first.</summary>
    private static readonly Dictionary<string, string> Cultures = new(StringComparer.Ordinal) { ["lv"] = "lv-LV", ["en"] = "en-GB", ["ru"] = "ru-RU" };

    public static IServiceCollection AddRequestLanguages(this IServiceCollection services)
    {
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SupportedCultures = [.. Cultures.Values.Select(CultureInfo.GetCultureInfo)];
            options.SupportedUICultures = [.. Texts.Languages.Select(CultureInfo.GetCultureInfo)];
            options.DefaultRequestCulture = new RequestCulture(Cultures["lv"], "lv");
            options.FallBackToParentCultures = options.FallBackToParentUICultures = false;
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders = [new CustomRequestCultureProvider(FromCookie)];
        });
        return services;
    }

    /// <summary>Languages offered on the page of this request.</summary>
    public static IReadOnlyList<string> Offered(HttpContext http) => IsDesk(http.Request.Path)
        ? Texts.Languages
        : http.RequestServices.GetRequiredService<IOptions<MunicipalityOptions>>().Value.PublicLanguageCodes;

    public static bool IsDesk(PathString path) => path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>GET /language/en?back=/submit</c>: remembers the choice and returns to the page.</summary>
    public static void MapLanguageSwitch(this WebApplication app) => app.MapGet("/language/{code}", (string code, string? back, HttpContext http) =>
    {
        if (!Cultures.ContainsKey(code)) return Results.NotFound();
        http.Response.Cookies.Append(Cookie, code, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
        var local = back is { Length: > 0 } && back[0] == '/' && !back.StartsWith("//", StringComparison.Ordinal) && !back.StartsWith("/\\", StringComparison.Ordinal);
        return Results.LocalRedirect(local ? back! : "/");
    }).AllowAnonymous().ExcludeFromDescription();

    private static Task<ProviderCultureResult?> FromCookie(HttpContext http)
    {
        var code = http.Request.Cookies[Cookie];
        var known = code is not null && Cultures.ContainsKey(code);
        if (!known || (!IsDesk(http.Request.Path) && !PublicOrStaff(http, code!))) return Task.FromResult<ProviderCultureResult?>(null);
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(Cultures[code!], code!));
    }

    private static bool PublicOrStaff(HttpContext http, string code) =>
        http.RequestServices.GetRequiredService<IOptions<MunicipalityOptions>>().Value.PublicLanguageCodes.Contains(code)
        || http.Request.Path.StartsWithSegments("/errors", StringComparison.OrdinalIgnoreCase);
}
