using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Application.Accounts;

/// <summary>
/// Accounts as administrators deal with them. What changes one is saved together with everything else of the unit of work by
/// <see cref="SaveAsync"/>; then open browsers of the accounts concerned are checked at their next request.
/// </summary>
public interface IAccountStore
{
    /// <summary>A page of accounts.</summary>
    Task<AccountList> ListAsync(AccountFilter filter, CancellationToken cancellationToken);

    /// <summary>One account, or null.</summary>
    Task<Account?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The account with this address, or null.</summary>
    Task<Account?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>The account of an employee, or null.</summary>
    Task<Account?> FindByEmployeeAsync(Guid employeeId, CancellationToken cancellationToken);

    /// <summary>Makes an account without a password. Saves. Lists what is wrong, empty on success.</summary>
    Task<IReadOnlyList<string>> AddAsync(Guid id, string email, string displayName, Guid employeeId);

    /// <summary>Employees who have an account.</summary>
    Task<IReadOnlyList<Guid>> EmployeesWithAccountAsync(CancellationToken cancellationToken);

    /// <summary>Whether the account belongs to the person at the keyboard.</summary>
    Task<bool> IsMineAsync(Guid id);

    /// <summary>Language of letters about the account.</summary>
    Task SetLanguageAsync(Guid id, string language, CancellationToken cancellationToken);

    /// <summary>Gives the account exactly these roles.</summary>
    Task SetRolesAsync(Guid id, IReadOnlyCollection<Role> roles, CancellationToken cancellationToken);

    /// <summary>How many other people can administer: not disabled, with a password or a passkey.</summary>
    Task<int> CountOtherAdministratorsAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Sets the last day on which the account opens anything; null takes the end away.</summary>
    Task SetEndAsync(Guid id, DateOnly? endsOn, CancellationToken cancellationToken);

    /// <summary>Closes the account; every browser is signed out.</summary>
    Task DisableAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Opens the account again.</summary>
    Task EnableAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Lifts the lockout after wrong attempts.</summary>
    Task UnlockAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Takes authenticator, recovery codes and passkeys away; every browser is signed out.</summary>
    Task ResetSecondFactorAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Signs every browser out.</summary>
    Task EndSessionsAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The account signs in with another address from now on.</summary>
    Task SetEmailAsync(Guid id, string email, CancellationToken cancellationToken);

    /// <summary>Makes a link to choose a password with and ends all earlier ones of the account; returns its token, which nobody keeps.</summary>
    Task<string> MakeLinkAsync(Guid id, bool invites, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Ends all links of the account.</summary>
    Task EndLinksAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>When a link was last made for the account, UTC; null when never.</summary>
    Task<DateTimeOffset?> LastLinkAtAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>What a token opens, or null when it opens nothing (any more).</summary>
    Task<OpenLink?> ReadLinkAsync(string token, CancellationToken cancellationToken);

    /// <summary>Chooses the password with a token and ends it. Saves. Lists what is wrong, empty on success.</summary>
    Task<IReadOnlyList<string>> ChoosePasswordAsync(string token, string password, CancellationToken cancellationToken);

    /// <summary>Roles of whose holders a second factor is demanded.</summary>
    Task<IReadOnlySet<Role>> DemandsAsync(CancellationToken cancellationToken);

    /// <summary>How many hold each role, and how many of them have a second factor.</summary>
    Task<IReadOnlyDictionary<Role, (int Holders, int WithSecondFactor)>> CountHoldersAsync(CancellationToken cancellationToken);

    /// <summary>Demands a second factor of everybody who holds the role, or no longer does.</summary>
    Task SetDemandAsync(Role role, bool demanded, CancellationToken cancellationToken);

    /// <summary>Has the open browsers of these employees read their rights anew at their next request.</summary>
    Task RecheckAsync(IReadOnlyCollection<Guid> employees, CancellationToken cancellationToken);

    /// <summary>Saves the unit of work.</summary>
    Task SaveAsync(CancellationToken cancellationToken);
}

/// <summary>Which accounts.</summary>
/// <param name="Text">Words of name or address.</param>
/// <param name="Role">Only holders of the role.</param>
/// <param name="State">Only in this state.</param>
/// <param name="Page">From 1.</param>
public sealed record AccountFilter(string? Text = null, Role? Role = null, AccountState? State = null, int Page = 1);

/// <summary>A page of accounts.</summary>
/// <param name="Accounts">By name.</param>
/// <param name="Total">How many fit the filter.</param>
/// <param name="PageSize">How many a page holds.</param>
public sealed record AccountList(IReadOnlyList<Account> Accounts, int Total, int PageSize);

/// <summary>An account.</summary>
/// <param name="Id">Key.</param>
/// <param name="EmployeeId">The employee, or null.</param>
/// <param name="Name">Name and surname.</param>
/// <param name="Email">Address to sign in with.</param>
/// <param name="WorkEmail">The employee's work address, or null.</param>
/// <param name="Unit">The employee's unit, or null.</param>
/// <param name="State">In one word.</param>
/// <param name="Roles">Roles, in their order.</param>
/// <param name="LockedUntil">End of the lockout, UTC; null when not locked.</param>
/// <param name="InvitedUntil">End of the open invitation, UTC; null without one.</param>
/// <param name="HasAuthenticator">Whether the second step is on.</param>
/// <param name="Passkeys">Number of passkeys.</param>
/// <param name="Sessions">Number of browsers signed in.</param>
/// <param name="LastSignInAt">When the person signed in last, UTC.</param>
/// <param name="Language">Language of letters.</param>
public sealed record Account(
    Guid Id, Guid? EmployeeId, string Name, string Email, string? WorkEmail, string? Unit, AccountState State, IReadOnlyList<Role> Roles, DateTimeOffset? LockedUntil,
    DateTimeOffset? InvitedUntil, bool HasAuthenticator, int Passkeys, int Sessions, DateTimeOffset? LastSignInAt, string Language)
{
    /// <summary>Last day on which it opens anything, local; null without an end.</summary>
    public DateOnly? EndsOn { get; init; }
}

/// <summary>How an account stands.</summary>
public enum AccountState
{
    /// <summary>The person can sign in.</summary>
    Open,

    /// <summary>The person has not chosen a password yet.</summary>
    Invited,

    /// <summary>Closed for a while after wrong attempts.</summary>
    LockedOut,

    /// <summary>Closed by an administrator.</summary>
    Disabled,
}

/// <summary>What a link opens.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">Whose.</param>
/// <param name="Email">Address to sign in with.</param>
/// <param name="Invites">Whether it invites; else the password was forgotten.</param>
public sealed record OpenLink(Guid AccountId, string Name, string Email, bool Invites);
