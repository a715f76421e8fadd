using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Infrastructure.Printing.Browsers;

namespace ServiceDesk.Infrastructure.Printing;

/// <summary>The printer behind the port. Another renderer would be registered here in its place.</summary>
internal static class PrintingServices
{
    public static IServiceCollection AddPrinting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PrintingOptions>().Bind(configuration.GetSection(PrintingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<BrowserPlaces>().AddSingleton<BrowserRoom>().AddSingleton<IPdfPrinter, ChromiumPrinter>();
    }
}
