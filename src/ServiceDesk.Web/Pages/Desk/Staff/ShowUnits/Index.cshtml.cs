using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;

namespace ServiceDesk.Web.Pages.Desk.Staff.ShowUnits;

/// <summary>The tree of units.</summary>
[Authorize(Policy = nameof(Permission.SeeStaff))]
public sealed class IndexModel(ShowUnitsHandler show) : PageModel
{
    [FromQuery]
    public bool Retired { get; set; }

    public IReadOnlyList<UnitNode> Tree { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Tree = await show.TreeAsync(Retired, cancellationToken);
}
