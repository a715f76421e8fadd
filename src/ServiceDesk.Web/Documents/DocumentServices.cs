using System.Text.Unicode;
using ServiceDesk.Application.Documents.Printing;

namespace ServiceDesk.Web.Documents;

/// <summary>Drawing and printing of documents.</summary>
public static class DocumentServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddWebEncoders(o => o.TextEncoderSettings = new(UnicodeRanges.All))
        .AddSingleton<CoatOfArms>()
        .AddSingleton<IDocumentHtml, DocumentRenderer>()
        .AddSingleton<DocumentPrinter>();
}
