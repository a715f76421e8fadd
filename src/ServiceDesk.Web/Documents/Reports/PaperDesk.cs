using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Documents.Reports;

/// <summary>Prints what is on the desk. Where nothing can print, the page it came from says so.</summary>
public sealed class PaperDesk(DocumentPrinter printer, ICurrentUser user, TimeProvider time, Texts t, Dates dates)
{
    /// <summary>Who prints and when: stands on every paper.</summary>
    public DocumentFact Printed => new(t["Wording.Paper.Printed"], $"{dates.StampWithYear(time.GetUtcNow())}, {user.Name}");

    /// <summary>The paper as a PDF the browser shows.</summary>
    /// <param name="page">The page that asks.</param>
    /// <param name="content">What is on it.</param>
    /// <param name="fileName">Name of the file without its ending; no names of people.</param>
    /// <param name="back">Where to go when it cannot be printed.</param>
    /// <param name="format">The paper.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IActionResult> PrintAsync(PageModel page, ReportContent content, string fileName, string back, PageFormat format, CancellationToken cancellationToken)
    {
        try
        {
            var sheet = new DocumentSheet(fileName, t.Language, time.GetUtcNow()) { FootNote = content.Title, Format = format };
            var file = await printer.PrintAsync(content, sheet, cancellationToken);
            var named = new ContentDispositionHeaderValue(DispositionTypeNames.Inline);
            named.SetHttpFileName(fileName + ".pdf");
            page.Response.Headers.ContentDisposition = named.ToString();
            page.Response.Headers.CacheControl = "no-store";
            return new FileContentResult(file.Content, PdfFile.MediaType);
        }
        catch (Refusal refusal)
        {
            page.Notice(t[refusal.Key, [.. refusal.Arguments]], NoticeKind.Failure);
            return new RedirectResult(back);
        }
    }
}
