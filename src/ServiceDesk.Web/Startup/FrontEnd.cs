using System.Reflection;
using System.Text.Unicode;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared.Languages;
using ServiceDesk.Web.Shared.Validation;

namespace ServiceDesk.Web.Startup;

/// <summary>Pages, texts, validation and error pages: everything a visitor sees.</summary>
public static class FrontEnd
{
    public static WebApplicationBuilder AddFrontEnd(this WebApplicationBuilder builder)
    {
        // Outside Development an unpublished run would answer 200 with an empty body for every style sheet.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;

        services.AddOptions<MunicipalityOptions>().BindConfiguration(MunicipalityOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MunicipalityOptions>, MunicipalityOptionsCheck>();

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(LocalTime.Riga);
        services.AddSingleton<Texts>();
        services.AddSingleton<Dates>();
        services.AddRequestLanguages();
        // Latvian and Cyrillic letters go out as themselves, not as &#x101;.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));

        services.AddValidation();
        services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizeFolder("/Desk", nameof(Permission.UseDesk));
            options.Conventions.AllowAnonymousToFolder("/Public");
            options.Conventions.AllowAnonymousToFolder("/Errors");
        });
        return builder;
    }

    /// <summary>Error pages and the language of the request; comes before routing and authentication.</summary>
    public static WebApplication UseFrontEnd(this WebApplication app)
    {
        app.UseExceptionHandler("/errors/500");
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.UseRequestLocalization();
        return app;
    }

    public static WebApplication MapFrontEnd(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapLanguageSwitch();
        return app;
    }

    private static void AddValidation(this IServiceCollection services)
    {
        ValidatorOptions.Global.LanguageManager = new ValidationTexts();
        foreach (var found in AssemblyScanner.FindValidatorsInAssemblies([Assembly.GetExecutingAssembly(), typeof(Texts).Assembly], includeInternalTypes: true))
            services.AddScoped(found.InterfaceType, found.ValidatorType);
        services.AddSingleton<IConfigureOptions<MvcOptions>, TranslatedBinding>();
        services.AddScoped<IdentityErrorDescriber, TranslatedIdentityErrors>();
    }
}
