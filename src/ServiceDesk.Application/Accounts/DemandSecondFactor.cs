using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Accounts;

/// <summary>A role and whether its holders need a second factor.</summary>
/// <param name="Role">The role.</param>
/// <param name="IsDemanded">Whether it is demanded.</param>
/// <param name="Holders">Open accounts that hold the role.</param>
/// <param name="WithSecondFactor">How many of them have the second step on.</param>
public sealed record RoleDemand(Role Role, bool IsDemanded, int Holders, int WithSecondFactor);

/// <summary>
/// Decides of whom a second factor is demanded. Who has none is led to setting it up at the next sign-in; nobody is taken out of
/// the work at hand.
/// </summary>
public sealed class DemandSecondFactorHandler(IAccountStore accounts, ChangeLog log, ICurrentUser user)
{
    /// <summary>All roles.</summary>
    public async Task<IReadOnlyList<RoleDemand>> ListAsync(CancellationToken cancellationToken)
    {
        RefuseOthers();
        var demanded = await accounts.DemandsAsync(cancellationToken);
        var holders = await accounts.CountHoldersAsync(cancellationToken);
        return [.. Enum.GetValues<Role>().Select(r => new RoleDemand(r, demanded.Contains(r), holders.GetValueOrDefault(r).Holders, holders.GetValueOrDefault(r).WithSecondFactor))];
    }

    /// <summary>Demands a second factor of exactly these roles.</summary>
    public async Task HandleAsync(IReadOnlyCollection<Role> roles, string? reason, CancellationToken cancellationToken)
    {
        RefuseOthers();
        var demanded = await accounts.DemandsAsync(cancellationToken);
        foreach (var role in Enum.GetValues<Role>().Where(r => roles.Contains(r) != demanded.Contains(r)))
        {
            await accounts.SetDemandAsync(role, roles.Contains(role), cancellationToken);
            log.Record(ChangedThing.RoleDemand, role.ToString(), Texts.In("lv").Of(role),
                new ChangeValues().With(ChangedField.SecondFactor, demanded.Contains(role)), new ChangeValues().With(ChangedField.SecondFactor, roles.Contains(role)), reason);
        }

        await accounts.SaveAsync(cancellationToken);
    }

    private void RefuseOthers()
    {
        if (!user.May(Permission.GrantRoles))
            throw new Refusal("Operations.Refusal.NotAllowed");
    }
}
