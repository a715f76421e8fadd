using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Protection.PrintProcessing;

/// <summary>The record of processing on paper, for the inspectorate.</summary>
[Authorize(Policy = nameof(Permission.KeepProcessingRecord))]
public sealed class IndexModel(ShowProcessingHandler show, ICurrentUser me, TimeProvider time) : PageModel
{
    public ProcessingView View { get; private set; } = null!;

    public DateTimeOffset Now => time.GetUtcNow();

    public string PrintedBy => me.Name;

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await show.HandleAsync(cancellationToken);
}
