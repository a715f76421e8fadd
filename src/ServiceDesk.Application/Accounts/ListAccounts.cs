using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Accounts;

/// <summary>Lists accounts for whoever looks after them.</summary>
public sealed class ListAccountsHandler(IAccountStore accounts, ICurrentUser user)
{
    /// <summary>One page.</summary>
    public Task<AccountList> HandleAsync(AccountFilter query, CancellationToken cancellationToken) =>
        user.May(Permission.ManageAccounts) ? accounts.ListAsync(query, cancellationToken) : throw new Refusal("Operations.Refusal.NotAllowed");
}

/// <summary>Shows one account to whoever looks after accounts.</summary>
public sealed class ShowAccountHandler(IAccountStore accounts, ICurrentUser user)
{
    /// <summary>The account, or null when there is none.</summary>
    public Task<Account?> HandleAsync(Guid id, CancellationToken cancellationToken) =>
        user.May(Permission.ManageAccounts) ? accounts.FindAsync(id, cancellationToken) : throw new Refusal("Operations.Refusal.NotAllowed");
}
