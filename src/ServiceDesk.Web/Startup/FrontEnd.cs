using System.Reflection;
using System.Text.Unicode;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Documents;
using ServiceDesk.Web.Documents.Reports;
using ServiceDesk.Web.Pages.Desk.Cases.RegisterCase;
using ServiceDesk.Web.Pages.Desk.Cases.ShowCase;
using ServiceDesk.Web.Pages.Desk.Documents;
using ServiceDesk.Web.Pages.Public.Cases;
using ServiceDesk.Web.Pages.Public.Surveys;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Desk;
using ServiceDesk.Web.Shared.Languages;
using ServiceDesk.Web.Shared.Uploads;
using ServiceDesk.Web.Shared.Validation;

namespace ServiceDesk.Web.Startup;

/// <summary>Pages, texts, validation and error pages: everything a visitor sees.</summary>
internal static class FrontEnd
{
    public static void AddFrontEnd(this IServiceCollection services)
    {
        services.AddOptions<MunicipalityOptions>().BindConfiguration(MunicipalityOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MunicipalityOptions>, MunicipalityOptionsCheck>();

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(LocalTime.Riga);
        services.AddSingleton<Texts>();
        services.AddSingleton<Dates>();
        services.AddSingleton<DayStripHtml>();
        services.AddSingleton<Seals>();
        services.AddScoped<Attachments>().AddScoped<ClientSession>().AddScoped<SubmitTickets>().AddScoped<SurveyTickets>();
        services.AddSingleton<CaseWords>().AddSingleton<ChangeWords>().AddSingleton<ClientWords>();
        services.AddSingleton<PageAddresses>();
        services.AddDocuments();
        services.AddScoped<DeskCounts>().AddScoped<ComposerDesk>();
        services.AddScoped<PaperDesk>().AddScoped<CaseFilePaper>().AddScoped<ListPapers>();
        services.AddScoped<Application.Surveys.Results.ResultSheet>().AddScoped<Shared.Figures.ResultWords>();
        services.AddScoped<ListWords>().AddScoped<ClientField>().AddScoped<DocumentFormTools>();
        services.AddRequestLanguages();
        // Latvian and Cyrillic letters go out as themselves, not as &#x101;.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));

        services.AddValidation();
        services.AddRazorPages(options =>
        {
            options.Conventions.AllowAnonymousToFolder("/Public");
            options.Conventions.AllowAnonymousToFolder("/Errors");
            // Templates, text modules, links and blocks of documents are kept on the same pages.
            foreach (var sort in new[] { "text-modules", "useful-links", "document-blocks" })
            {
                options.Conventions.AddPageRoute("/Desk/Correspondence/ListPreparedTexts/Index", $"/desk/{sort}");
                options.Conventions.AddPageRoute("/Desk/Correspondence/EditPreparedText/Index", $"/desk/{sort}/edit/{{id:guid?}}");
            }
        });
    }

    /// <summary>Error pages and the language of the request; comes before routing and authentication.</summary>
    public static void UseFrontEnd(this IApplicationBuilder app)
    {
        app.UseExceptionHandler("/errors/500");
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.UseRequestLocalization();
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
