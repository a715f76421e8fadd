using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Quality.Improvements;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Quality.DownloadEvidence;

/// <summary>A file that proves an improvement, always as a download.</summary>
[Authorize(Policy = nameof(Permission.SeeImprovements))]
public sealed class IndexModel(ShowImprovementHandler show) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, CancellationToken cancellationToken) =>
        await show.FileAsync(id, fileId, cancellationToken) is { } file ? File(file.Content, file.ContentType, file.FileName) : NotFound();
}
