using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Staff.ChangeEmployee;

/// <summary>A new employee. The account comes apart, from whoever gives roles.</summary>
[Authorize(Policy = nameof(Permission.ManageStaff))]
public sealed class NewModel(ShowEmployeesHandler show, ChangeEmployeeHandler change, Texts t) : EmployeePage
{
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input.StandardApplies = true;
        Units = await show.UnitsAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            try
            {
                var id = await change.HandleAsync(Input.Command(null), cancellationToken);
                this.Notice(t["Staff.Employee.Added", $"{Input.Name} {Input.Surname}"]);
                return RedirectToPage("Index", new { id });
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            }
        }

        Units = await show.UnitsAsync(cancellationToken);
        return Page();
    }
}
