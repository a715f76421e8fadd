using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Staff.ChangeUnit;

/// <summary>A new unit.</summary>
[Authorize(Policy = nameof(Permission.ManageUnits))]
public sealed class NewModel(ShowUnitsHandler show, ChangeUnitHandler change, Texts t) : UnitPage
{
    public async Task OnGetAsync(Guid? parent, CancellationToken cancellationToken)
    {
        (Input.ServesClients, Input.Parent) = (true, parent);
        (Parents, Heads) = await show.ChoicesAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            try
            {
                var id = await change.HandleAsync(Input.Command(null), cancellationToken);
                this.Notice(t["Staff.Unit.Added", Input.Name]);
                return RedirectToPage("Index", new { id });
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            }
        }

        (Parents, Heads) = await show.ChoicesAsync(cancellationToken);
        return Page();
    }
}
