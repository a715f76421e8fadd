using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases.Passing;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Cases.ListCommissionFiles;

/// <summary>What was passed to the ethics commission; the only list its members have.</summary>
[Authorize(Policy = nameof(Permission.SeePassedToCommission))]
public sealed class IndexModel(ListCommissionFilesHandler list) : PageModel
{
    public IReadOnlyList<CommissionRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await list.HandleAsync(cancellationToken);
}
