using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Staff.ChangeEmployee;

/// <summary>One employee; a head reads, personnel and administrators change.</summary>
[Authorize(Policy = nameof(Permission.SeeStaff))]
public sealed class IndexModel(
    ShowEmployeesHandler show, ChangeEmployeeHandler change, LetEmployeeLeaveHandler leave, ShowHistoryHandler history, ICurrentUser me, Texts t) : EmployeePage
{
    [FromRoute]
    public Guid Id { get; set; }

    public EmployeeDetails Details { get; private set; } = null!;

    public IReadOnlyList<ChangeRow> History { get; private set; } = [];

    public bool MayChange => me.May(Permission.ManageStaff);

    public bool CanUndo => Details.Employee.IsActive && History is [{ Action: ChangeAction.Changed } last, ..] && last.Fields.All(f => f.Field is not ChangedField.LastDay and not ChangedField.Successor);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var person = Details.Employee;
        Input = new EmployeeInput
        {
            Version = person.Version,
            Name = person.Name,
            Surname = person.Surname,
            Position = person.Position,
            Unit = person.UnitId,
            Email = person.Email,
            Phone = person.Phone,
            StandardApplies = person.StandardApplies,
        };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoAsync(() => change.HandleAsync(Input.Command(Id), cancellationToken), t["Staff.Saved"], cancellationToken);

    public Task<IActionResult> OnPostUndoAsync(int version, CancellationToken cancellationToken) =>
        DoAsideAsync(() => change.UndoAsync(Id, version, cancellationToken), t["Staff.Undone"], cancellationToken);

    public Task<IActionResult> OnPostStayAsync(int version, CancellationToken cancellationToken) =>
        DoAsideAsync(() => leave.StayAsync(Id, version, cancellationToken), t["Staff.Leave.Stays"], cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(int version, CancellationToken cancellationToken) =>
        DoAsideAsync(() => leave.ReturnAsync(Id, version, cancellationToken), t["Staff.Leave.Returned"], cancellationToken);

    /// <summary>A step beside the form: its fields were not sent and are shown as they are.</summary>
    private async Task<IActionResult> DoAsideAsync(Func<Task> work, string done, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var answer = await DoAsync(work, done, cancellationToken);
        if (answer is not PageResult)
            return answer;
        var faults = ModelState[""]?.Errors.Select(e => e.ErrorMessage).ToList() ?? [];
        ModelState.Clear();
        faults.ForEach(f => ModelState.AddModelError("", f));
        return await OnGetAsync(cancellationToken);
    }

    private async Task<IActionResult> DoAsync(Func<Task> work, string done, CancellationToken cancellationToken)
    {
        if (!MayChange)
            return Forbid();
        if (ModelState.IsValid)
        {
            try
            {
                await work();
                this.Notice(done);
                return RedirectToPage(new { Id });
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
        if (await show.DetailsAsync(Id, cancellationToken) is not { } details)
            return false;
        (Details, Units) = (details, details.Units);
        if (MayChange)
            History = await history.HandleAsync(ChangedThing.Employee, Id, cancellationToken);
        return true;
    }
}
