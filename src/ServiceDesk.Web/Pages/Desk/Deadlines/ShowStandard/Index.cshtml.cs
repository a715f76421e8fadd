using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.ShowStandard;

/// <summary>The standard: rules with clauses, duties, counting, versions; and the law beside it.</summary>
[Authorize(Policy = nameof(Permission.ManageStandard))]
public sealed class IndexModel(ShowStandardHandler show) : PageModel
{
    public StandardOverview Standard { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Standard = await show.HandleAsync(cancellationToken);
}
