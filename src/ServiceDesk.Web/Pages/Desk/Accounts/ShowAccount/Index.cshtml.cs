using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Accounts.ShowAccount;

/// <summary>One account: its roles, and what can be done to its access.</summary>
[Authorize(Policy = nameof(Permission.ManageAccounts))]
public sealed class IndexModel(ShowAccountHandler show, ChangeRolesHandler changeRoles, TendAccountHandler tend, LimitAccountHandler limit, ShowHistoryHandler history, ICurrentUser me, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public Account Account { get; private set; } = null!;

    public IReadOnlyList<ChangeRow> History { get; private set; } = [];

    /// <summary>What makes sense in the state of the account.</summary>
    public IReadOnlyList<AccountStep> Steps => Account.Roles.Contains(Role.Administrator) && !me.May(Permission.GrantRoles) ? [] :
    [
        .. Only(Account.State == AccountState.Invited, AccountStep.InviteAgain),
        .. Only(Account.InvitedUntil is not null, AccountStep.WithdrawInvitation),
        .. Only(Account.State == AccountState.LockedOut, AccountStep.Unlock),
        .. Only(Account.HasAuthenticator || Account.Passkeys > 0, AccountStep.ResetSecondFactor),
        .. Only(Account.Sessions > 0, AccountStep.SignOutEverywhere),
        .. Only(me.May(Permission.GrantRoles) && Account.WorkEmail is not null && !string.Equals(Account.WorkEmail, Account.Email, StringComparison.OrdinalIgnoreCase), AccountStep.TakeWorkAddress),
        Account.State == AccountState.Disabled ? AccountStep.Enable : AccountStep.Disable,
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Roles = [.. Account.Roles];
        return Page();
    }

    public Task<IActionResult> OnPostRolesAsync(CancellationToken cancellationToken) =>
        DoAsync(() => changeRoles.HandleAsync(new(Id, Roles, Reason), cancellationToken), t["Accounts.Roles.Saved"], cancellationToken);

    public Task<IActionResult> OnPostEndAsync(DateOnly? endsOn, CancellationToken cancellationToken) =>
        DoAsync(() => limit.HandleAsync(new(Id, endsOn, Reason), cancellationToken), t[endsOn is null ? "Accounts.End.Removed" : "Accounts.End.Saved"], cancellationToken);

    public Task<IActionResult> OnPostStepAsync(AccountStep step, CancellationToken cancellationToken) =>
        DoAsync(() => tend.HandleAsync(new(Id, step, Reason), cancellationToken), t[$"Accounts.StepDone.{step}"], cancellationToken);

    private static IEnumerable<AccountStep> Only(bool when, AccountStep step) => when ? [step] : [];

    private async Task<IActionResult> DoAsync(Func<Task> work, string done, CancellationToken cancellationToken)
    {
        try
        {
            if (!ModelState.IsValid)
                return BadRequest();
            await work();
        }
        catch (Refusal refusal) when (refusal.Key == "Accounts.Refusal.NoAccount")
        {
            return NotFound();
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            await LoadAsync(cancellationToken);
            if (Roles.Count == 0)
                Roles = [.. Account.Roles];
            return Page();
        }

        this.Notice(done);
        return RedirectToPage(new { Id });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, cancellationToken) is not { } account)
            return false;
        Account = account;
        History = await history.HandleAsync(ChangedThing.Account, Id, cancellationToken);
        return true;
    }
}
