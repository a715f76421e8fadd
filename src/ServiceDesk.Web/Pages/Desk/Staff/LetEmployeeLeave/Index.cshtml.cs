using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Staff.LetEmployeeLeave;

/// <summary>Somebody leaves: when, and who takes the open cases.</summary>
[Authorize(Policy = nameof(Permission.ManageStaff))]
public sealed class IndexModel(ShowEmployeesHandler show, LetEmployeeLeaveHandler leave, LocalTime local, TimeProvider time, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public bool AtOnce { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public Guid? Successor { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public EmployeeDetails Details { get; private set; } = null!;

    private DateOnly Today => local.DateOf(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Version = Details.Employee.Version;
        LastDay = Details.Employee.LastDay ?? Today;
        Successor = Details.Employee.SuccessorId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!AtOnce && LastDay is null)
            ModelState.AddModelError(nameof(LastDay), t["Staff.Error.LastDayMissing"]);
        else if (!AtOnce && LastDay < Today)
            ModelState.AddModelError(nameof(LastDay), t["Staff.Error.LastDayPast"]);
        if (ModelState.IsValid)
        {
            try
            {
                await leave.HandleAsync(new(Id, Version, AtOnce ? null : LastDay, Successor, Reason), cancellationToken);
                this.Notice(AtOnce ? t["Staff.Leave.DoneNow"] : t["Staff.Leave.Done", LastDay]);
                return RedirectToPage("/Desk/Staff/ChangeEmployee/Index", new { Id });
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            }
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await show.DetailsAsync(Id, cancellationToken) is not { Employee.IsActive: true } details)
            return false;
        Details = details;
        return true;
    }
}
