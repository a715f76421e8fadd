using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Circulation;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Circulation.ListWaiting;

/// <summary>Drafts that wait for the person's answer, and where those the person sent are now.</summary>
[Authorize(Policy = nameof(Permission.SeeDocuments))]
public sealed class IndexModel(ListWaitingHandler list) : PageModel
{
    public WaitingLists Lists { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lists = await list.HandleAsync(cancellationToken);
}
