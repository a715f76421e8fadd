using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Cases.DownloadAttachment;

/// <summary>A file of a case, always as a download: nothing a client sent runs or shows inside our pages.</summary>
[Authorize(Policy = nameof(Permission.OpenCases))]
public sealed class IndexModel(DownloadAttachmentHandler download) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, CancellationToken cancellationToken) =>
        await download.ForStaffAsync(id, fileId, cancellationToken) is { } file ? File(file.Content, file.ContentType, file.FileName) : NotFound();
}
