using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Accounts;

/// <summary>What can be done to the access of somebody.</summary>
public enum AccountStep
{
    /// <summary>Send an invitation, and end the earlier one.</summary>
    InviteAgain,

    /// <summary>End the open invitation.</summary>
    WithdrawInvitation,

    /// <summary>Close the account; every browser is signed out.</summary>
    Disable,

    /// <summary>Open it again.</summary>
    Enable,

    /// <summary>Lift the lockout after wrong attempts.</summary>
    Unlock,

    /// <summary>Take authenticator, recovery codes and passkeys away.</summary>
    ResetSecondFactor,

    /// <summary>Sign every browser out.</summary>
    SignOutEverywhere,

    /// <summary>From now on the person signs in with the work address.</summary>
    TakeWorkAddress,
}

/// <summary>Does something to the access of somebody.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Step">What.</param>
/// <param name="Reason">Why, for the log.</param>
public sealed record TendAccount(Guid AccountId, AccountStep Step, string? Reason = null);

/// <summary>
/// Looks after accounts. Those of administrators are looked after by administrators; nobody closes the own account or the last
/// administrator's. The owner gets a letter about what concerns the security of the account.
/// </summary>
public sealed class TendAccountHandler(IAccountStore accounts, SecurityLetters letters, ChangeLog log, ICurrentUser user, TimeProvider time)
{
    /// <summary>Does the step.</summary>
    public async Task HandleAsync(TendAccount command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.ManageAccounts))
            throw new Refusal("Operations.Refusal.NotAllowed");
        var account = await accounts.FindAsync(command.AccountId, cancellationToken) ?? throw new Refusal("Accounts.Refusal.NoAccount");
        if ((account.Roles.Contains(Role.Administrator) || command.Step == AccountStep.TakeWorkAddress) && !user.May(Permission.GrantRoles))
            throw new Refusal("Accounts.Refusal.AdministratorsOnly");
        if (await accounts.IsMineAsync(account.Id) && command.Step is AccountStep.Disable or AccountStep.ResetSecondFactor)
            throw new Refusal("Accounts.Refusal.OwnAccount");
        if (command.Step == AccountStep.Disable && account.Roles.Contains(Role.Administrator)
            && await accounts.CountOtherAdministratorsAsync(account.Id, cancellationToken) == 0)
            throw new Refusal("Accounts.Refusal.LastAdministrator");
        await DoAsync(account, command.Step, command.Reason, null, cancellationToken);
    }

    /// <summary>The second factor of an account is reset by somebody who sits at the machine itself.</summary>
    /// <param name="email">Address of the account.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task ResetSecondFactorFromMachineAsync(string email, CancellationToken cancellationToken)
    {
        var account = await accounts.FindByEmailAsync(email, cancellationToken) ?? throw new Refusal("Accounts.Refusal.NoAccount");
        await DoAsync(account, AccountStep.ResetSecondFactor, null, "", cancellationToken);
    }

    private async Task DoAsync(Account account, AccountStep step, string? reason, string? by, CancellationToken cancellationToken)
    {
        SecurityEvent? told = null;
        var (before, after) = (new ChangeValues(), new ChangeValues().With(ChangedField.Access, step));
        ChangeAction? action = null;
        switch (step)
        {
            case AccountStep.InviteAgain:
                if (account.State != AccountState.Invited)
                    throw new Refusal("Accounts.Refusal.NotInvited");
                var link = await accounts.MakeLinkAsync(account.Id, invites: true, InviteEmployeeHandler.Lifetime, cancellationToken);
                letters.Invite(account.Email, account.Language, account.Name, link, time.GetUtcNow() + InviteEmployeeHandler.Lifetime);
                break;
            case AccountStep.WithdrawInvitation:
                await accounts.EndLinksAsync(account.Id, cancellationToken);
                break;
            case AccountStep.Disable:
                if (account.State == AccountState.Disabled)
                    return;
                await accounts.DisableAsync(account.Id, cancellationToken);
                (told, action) = (SecurityEvent.Disabled, ChangeAction.Retired);
                break;
            case AccountStep.Enable:
                if (account.State != AccountState.Disabled)
                    return;
                await accounts.EnableAsync(account.Id, cancellationToken);
                (told, action) = (SecurityEvent.Enabled, ChangeAction.Restored);
                break;
            case AccountStep.Unlock:
                await accounts.UnlockAsync(account.Id, cancellationToken);
                break;
            case AccountStep.ResetSecondFactor:
                await accounts.ResetSecondFactorAsync(account.Id, cancellationToken);
                told = SecurityEvent.SecondFactorReset;
                before.With(ChangedField.SecondFactor, account.HasAuthenticator || account.Passkeys > 0);
                after.With(ChangedField.SecondFactor, false);
                break;
            case AccountStep.SignOutEverywhere:
                await accounts.EndSessionsAsync(account.Id, cancellationToken);
                break;
            case AccountStep.TakeWorkAddress:
                if (account.WorkEmail is not { } address || string.Equals(address, account.Email, StringComparison.OrdinalIgnoreCase))
                    return;
                if (await accounts.FindByEmailAsync(address, cancellationToken) is not null)
                    throw new Refusal("Accounts.Refusal.AddressTaken", address);
                // The old address hears of it too: it is where a thief would want silence.
                letters.Write(address, account.Language, SecurityEvent.AddressChanged);
                await accounts.SetEmailAsync(account.Id, address, cancellationToken);
                told = SecurityEvent.AddressChanged;
                before.With(ChangedField.Email, account.Email);
                after.With(ChangedField.Email, address);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }

        log.Record(ChangedThing.Account, account.Id, account.Name, before, after, reason, action, by);
        if (told is { } what)
            letters.Write(account.Email, account.Language, what);
        try
        {
            await accounts.SaveAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Accounts.Refusal.ChangedMeanwhile");
        }
    }
}
