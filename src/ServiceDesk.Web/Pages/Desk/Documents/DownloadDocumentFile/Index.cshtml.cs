using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Documents.DownloadDocumentFile;

/// <summary>A file of a document, always as a download.</summary>
[Authorize(Policy = nameof(Permission.SeeDocuments))]
public sealed class IndexModel(ShowDocumentHandler show) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, CancellationToken cancellationToken) =>
        await show.FileAsync(id, fileId, cancellationToken) is { } file ? File(file.Content, file.ContentType, file.FileName) : NotFound();
}
