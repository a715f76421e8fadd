using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Accounts.InviteEmployee;

/// <summary>An account for an employee who has none; the letter lets them choose a password.</summary>
[Authorize(Policy = nameof(Permission.GrantRoles))]
public sealed class IndexModel(InviteEmployeeHandler invite, Texts t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Employee { get; set; }

    [BindProperty]
    public string Language { get; set; } = "lv";

    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    public IReadOnlyList<Employee> Candidates { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Roles = [Role.Employee];
        Candidates = await invite.CandidatesAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Employee is null)
            ModelState.AddModelError(nameof(Employee), t["Accounts.Error.EmployeeMissing"]);
        if (Roles.Count == 0)
            ModelState.AddModelError(nameof(Roles), t["Accounts.Refusal.NoRole"]);
        if (ModelState.IsValid)
        {
            try
            {
                var id = await invite.HandleAsync(new(Employee!.Value, Roles, Texts.Languages.Contains(Language) ? Language : "lv"), cancellationToken);
                this.Notice(t["Accounts.Invite.Done"]);
                return RedirectToPage("/Desk/Accounts/ShowAccount/Index", new { id });
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            }
        }

        Candidates = await invite.CandidatesAsync(cancellationToken);
        return Page();
    }
}
