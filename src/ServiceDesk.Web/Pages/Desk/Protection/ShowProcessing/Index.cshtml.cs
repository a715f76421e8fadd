using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Protection.ShowProcessing;

/// <summary>The record of processing (GDPR art. 30): the code's own list with the municipality's fields.</summary>
[Authorize(Policy = nameof(Permission.KeepProcessingRecord))]
public sealed class IndexModel(ShowProcessingHandler show) : PageModel
{
    public ProcessingView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await show.HandleAsync(cancellationToken);
}
