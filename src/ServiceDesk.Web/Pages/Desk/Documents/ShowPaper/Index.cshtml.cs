using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Documents;

namespace ServiceDesk.Web.Pages.Desk.Documents.ShowPaper;

/// <summary>The paper on screen: the same page that is printed.</summary>
[Authorize(Policy = nameof(Permission.SeeDocuments))]
public sealed class IndexModel(ShowPaperHandler show) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await show.HandleAsync(id, cancellationToken) is { } html ? new DocumentPreviewResult(html) : NotFound();
}
