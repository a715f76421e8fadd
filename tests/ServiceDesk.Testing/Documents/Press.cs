using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Printing;
using ServiceDesk.Infrastructure.Printing.Browsers;
using ServiceDesk.Web.Documents;

namespace ServiceDesk.Testing.Documents;

/// <summary>Forms, fonts and printer of the site without the rest of it.</summary>
public sealed class Press : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public Press()
        : this([])
    {
    }

    public Press(Dictionary<string, string?> settings)
    {
        settings.TryAdd("ServiceDesk:Printing:UnpackFolder", UnpackFolder);
        var collection = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        collection.AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<IHostEnvironment>(new Environment()).AddSingleton(LocalTime.Riga);
        collection.AddOptions<MunicipalityOptions>().Bind(configuration.GetSection(MunicipalityOptions.Section));
        collection.AddOptions<ServiceDeskOptions>().Bind(configuration.GetSection(ServiceDeskOptions.Section));
        collection.AddPrinting(configuration).AddDocuments();
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>One unpacked browser for all tests of a user.</summary>
    public static string UnpackFolder { get; } = Path.Combine(Path.GetTempPath(), "servicedesk-browser-" + System.Environment.UserName);

    public IDocumentHtml Html => services.GetRequiredService<IDocumentHtml>();

    public IPdfPrinter Printer => services.GetRequiredService<IPdfPrinter>();

    public DocumentPrinter Documents => services.GetRequiredService<DocumentPrinter>();

    /// <summary>How to speak with the browser, before the first document.</summary>
    internal Wiring Wiring
    {
        init => Room.Wiring = value;
    }

    internal BrowserRoom Room => services.GetRequiredService<BrowserRoom>();

    /// <summary>Whether this machine has a browser at all; a Linux one on x64 has, the build sees to it.</summary>
    public bool CanPrint => services.GetRequiredService<BrowserPlaces>().InOrder().Any();

    /// <summary>Process of the browser at work; null before the first document.</summary>
    public int? BrowserId => Room.Process?.Id;

    public Task<PdfFile> PrintAsync(object content, DocumentSheet? sheet = null) => Documents.PrintAsync(content, sheet ?? SampleDocuments.Sheet, CancellationToken.None);

    public Task<PdfFile> PrintHtmlAsync(string html) => Printer.PrintAsync(new PrintJob(html, "Pārbaude", "lv", "Lejasupes novada pašvaldība", SampleDocuments.At), CancellationToken.None);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class Environment : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "ServiceDesk.Web";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = Folders.Web;

        public string EnvironmentName { get; set; } = Environments.Production;
    }
}
