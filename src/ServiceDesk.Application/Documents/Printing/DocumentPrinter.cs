using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Application.Documents.Printing;

/// <summary>The one way to make a PDF: content and sheet to HTML, HTML to a file for the archive.</summary>
public sealed class DocumentPrinter(IDocumentHtml html, IPdfPrinter printer, IOptions<MunicipalityOptions> municipality)
{
    /// <summary>Prints a document. Refuses as <see cref="IPdfPrinter.PrintAsync"/> does.</summary>
    public async Task<PdfFile> PrintAsync(object content, DocumentSheet sheet, CancellationToken cancellationToken)
    {
        var page = await html.RenderAsync(content, sheet, cancellationToken);
        return await printer.PrintAsync(
            new PrintJob(page, sheet.Title, sheet.Language, municipality.Value.FullName, sheet.CreatedAt) { Format = sheet.Format },
            cancellationToken);
    }
}
