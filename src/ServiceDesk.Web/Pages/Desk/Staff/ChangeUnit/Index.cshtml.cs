using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Staff.ChangeUnit;

/// <summary>One unit: its fields, what hangs on it, its history.</summary>
[Authorize(Policy = nameof(Permission.ManageUnits))]
public sealed class IndexModel(ShowUnitsHandler show, ChangeUnitHandler change, ShowHistoryHandler history, Texts t) : UnitPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public UnitDetails Details { get; private set; } = null!;

    public IReadOnlyList<ChangeRow> History { get; private set; } = [];

    public bool CanUndo => Details.Unit.RetiredAt is null && History is [{ Action: ChangeAction.Changed }, ..];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var unit = Details.Unit;
        Input = new UnitInput
        {
            Version = unit.Version,
            Name = unit.Name,
            Parent = unit.ParentId,
            Head = unit.HeadId,
            Phone = unit.Phone,
            Email = unit.Email,
            ServesClients = unit.ServesExternalClients,
        };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoAsync(() => change.HandleAsync(Input.Command(Id), cancellationToken), t["Staff.Saved"], cancellationToken);

    public Task<IActionResult> OnPostRetireAsync(int version, string? reason, CancellationToken cancellationToken) =>
        DoAsideAsync(() => change.RetireAsync(Id, version, reason, cancellationToken), t["Staff.Unit.RetiredNow"], cancellationToken);

    public Task<IActionResult> OnPostRestoreAsync(int version, CancellationToken cancellationToken) =>
        DoAsideAsync(() => change.RestoreAsync(Id, version, cancellationToken), t["Staff.Unit.Restored"], cancellationToken);

    public Task<IActionResult> OnPostUndoAsync(int version, CancellationToken cancellationToken) =>
        DoAsideAsync(() => change.UndoAsync(Id, version, cancellationToken), t["Staff.Undone"], cancellationToken);

    /// <summary>A step beside the form: its fields were not sent and are shown as they are.</summary>
    private async Task<IActionResult> DoAsideAsync(Func<Task> work, string done, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var answer = await DoAsync(work, done, cancellationToken);
        if (answer is Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
        {
            var faults = ModelState[""]?.Errors.Select(e => e.ErrorMessage).ToList() ?? [];
            ModelState.Clear();
            faults.ForEach(f => ModelState.AddModelError("", f));
            return await OnGetAsync(cancellationToken);
        }

        return answer;
    }

    private async Task<IActionResult> DoAsync(Func<Task> work, string done, CancellationToken cancellationToken)
    {
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
        (Details, Parents, Heads) = (details, details.Parents, details.Heads);
        History = await history.HandleAsync(ChangedThing.Unit, Id, cancellationToken);
        return true;
    }
}
