using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Catalogue.ListInstitutions;

/// <summary>The directory of bodies cases are forwarded to.</summary>
[Authorize(Policy = nameof(Permission.ManageInstitutions))]
public sealed class IndexModel(ListInstitutionsHandler list) : PageModel
{
    public IReadOnlyList<InstitutionRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await list.HandleAsync(cancellationToken);
}
