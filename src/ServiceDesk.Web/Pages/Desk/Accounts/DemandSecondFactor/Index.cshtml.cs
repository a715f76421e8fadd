using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Accounts.DemandSecondFactor;

/// <summary>Of whom a second factor is demanded, role by role.</summary>
[Authorize(Policy = nameof(Permission.GrantRoles))]
public sealed class IndexModel(DemandSecondFactorHandler demand, Texts t) : PageModel
{
    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<RoleDemand> List { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => List = await demand.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        await demand.HandleAsync(Roles, Reason, cancellationToken);
        this.Notice(t["Accounts.Demand.Saved"]);
        return RedirectToPage();
    }
}
