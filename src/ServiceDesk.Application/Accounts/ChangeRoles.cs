using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Accounts;

/// <summary>Gives an account other roles.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Roles">All its roles from now on.</param>
/// <param name="Reason">Why, for the log.</param>
public sealed record ChangeRoles(Guid AccountId, IReadOnlyCollection<Role> Roles, string? Reason);

/// <summary>
/// Changes roles; open browsers of the person follow at their next request. Nobody takes the administrator's role from
/// themselves or from the last who holds it.
/// </summary>
public sealed class ChangeRolesHandler(IAccountStore accounts, SecurityLetters letters, ChangeLog log, ICurrentUser user)
{
    /// <summary>Changes the roles.</summary>
    public async Task HandleAsync(ChangeRoles command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.GrantRoles))
            throw new Refusal("Operations.Refusal.NotAllowed");
        if (command.Roles.Count == 0)
            throw new Refusal("Accounts.Refusal.NoRole");
        var account = await accounts.FindAsync(command.AccountId, cancellationToken) ?? throw new Refusal("Accounts.Refusal.NoAccount");
        if (account.Roles.Contains(Role.Administrator) && !command.Roles.Contains(Role.Administrator))
        {
            if (await accounts.IsMineAsync(account.Id))
                throw new Refusal("Accounts.Refusal.OwnAdministrator");
            if (await accounts.CountOtherAdministratorsAsync(account.Id, cancellationToken) == 0)
                throw new Refusal("Accounts.Refusal.LastAdministrator");
        }

        if (command.Roles.Contains(Role.Auditor) && !account.Roles.Contains(Role.Auditor) && account.EndsOn is null)
            throw new Refusal("Accounts.Refusal.AuditorNeedsEnd");

        var roles = command.Roles.Distinct().Order().ToList();
        if (roles.SequenceEqual(account.Roles))
            return;
        log.Record(ChangedThing.Account, account.Id, account.Name,
            new ChangeValues().With(ChangedField.Roles, account.Roles.Cast<Enum>()), new ChangeValues().With(ChangedField.Roles, roles.Cast<Enum>()), command.Reason);
        letters.Write(account.Email, account.Language, SecurityEvent.RolesChanged);
        await accounts.SetRolesAsync(account.Id, roles, cancellationToken);
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
