using ServiceDesk.Web.Api.Deadlines;
using ServiceDesk.Web.Shared.Languages;

namespace ServiceDesk.Web.Startup;

/// <summary>What a request passes through, in this order.</summary>
internal static class Pipeline
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FirstAdministrator>();
        builder.Services.AddKeyedSingleton<TextWriter>(StartConsole.Output, Console.Out);
        builder.Services.AddSingleton<StartConsole>();
        builder.Services.AddHostedService(s => s.GetRequiredService<StartConsole>());
        builder.Services.AddFrontEnd();
        builder.Services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
    }

    public static void UseHouse(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestLog();
        app.UseSecurityHeaders();
        if (app.Environment.IsSecure(app.Configuration))
            app.UseHsts();
        app.UseFrontEnd();
        app.UseRouting();
        app.UseRouteNote();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseDeskDoor();
        app.UseAuthorization();
    }

    public static void MapHouse(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapLanguageSwitch();
        app.MapHealth();
        app.MapExplainDueDate();
        // An address that does not exist is answered as such, not with a request to sign in; of the desk strangers learn nothing.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
        app.MapFallback("/desk/{*path}", () => Results.NotFound()).RequireAuthorization();
    }
}
