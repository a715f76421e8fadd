using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>Hands a file of the opened case to its client. Pictures may show in the browser, everything else is saved.</summary>
public sealed class DownloadModel(DownloadAttachmentHandler download, ClientSession session) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (session.Tracked is not { } caseId || await download.ForClientAsync(caseId, id, cancellationToken) is not { } file)
            return NotFound();

        var disposition = new ContentDispositionHeaderValue(FileTypes.IsShownInline(file.ContentType) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        Response.Headers.CacheControl = "private, no-store";
        return File(file.Content, file.ContentType);
    }
}
