using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Accounts;

/// <summary>Gives an account an end.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="EndsOn">Last day on which it opens anything, local; null takes the end away.</param>
/// <param name="Reason">Why, for the log.</param>
public sealed record LimitAccount(Guid AccountId, DateOnly? EndsOn, string? Reason);

/// <summary>
/// Sets the last day of an account. After it nobody signs in, and open browsers are signed out. An auditor always has one; the last
/// administrator and oneself never have.
/// </summary>
public sealed class LimitAccountHandler(IAccountStore accounts, ChangeLog log, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Sets or takes away the end.</summary>
    public async Task HandleAsync(LimitAccount command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.GrantRoles))
            throw new Refusal("Operations.Refusal.NotAllowed");
        var account = await accounts.FindAsync(command.AccountId, cancellationToken) ?? throw new Refusal("Accounts.Refusal.NoAccount");
        if (command.EndsOn is { } day && day < local.DateOf(time.GetUtcNow()))
            throw new Refusal("Accounts.Refusal.EndInPast");
        if (command.EndsOn is null && account.Roles.Contains(Role.Auditor))
            throw new Refusal("Accounts.Refusal.AuditorNeedsEnd");
        if (command.EndsOn is not null && await accounts.IsMineAsync(account.Id))
            throw new Refusal("Accounts.Refusal.OwnAccount");
        if (command.EndsOn is not null && account.Roles.Contains(Role.Administrator) && await accounts.CountOtherAdministratorsAsync(account.Id, cancellationToken) == 0)
            throw new Refusal("Accounts.Refusal.LastAdministrator");
        if (command.EndsOn == account.EndsOn)
            return;
        log.Record(ChangedThing.Account, account.Id, account.Name,
            new ChangeValues().With(ChangedField.LastDay, account.EndsOn), new ChangeValues().With(ChangedField.LastDay, command.EndsOn), command.Reason);
        await accounts.SetEndAsync(account.Id, command.EndsOn, cancellationToken);
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
