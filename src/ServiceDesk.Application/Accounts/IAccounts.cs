using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Application.Accounts;

/// <summary>Sign-in accounts: who may enter, and with which roles.</summary>
public interface IAccounts
{
    /// <summary>Checks the password and signs the browser in. Wrong passwords count towards a lockout.</summary>
    Task<SignInOutcome> SignInAsync(string email, string password);

    /// <summary>Signs the browser out.</summary>
    Task SignOutAsync();

    /// <summary>Makes an account; the result lists what is wrong, in the user's language, and is empty on success.</summary>
    Task<IReadOnlyList<string>> CreateAsync(NewAccount account);

    /// <summary>Whether anybody can administer this installation.</summary>
    Task<bool> HasAdministratorAsync(CancellationToken cancellationToken);
}

/// <summary>A new account.</summary>
/// <param name="Email">Address to sign in with.</param>
/// <param name="Password">At least 12 characters.</param>
/// <param name="DisplayName">Name for the history, where there is no employee.</param>
/// <param name="EmployeeId">The employee behind the account, or null.</param>
/// <param name="Roles">Roles from the start.</param>
public sealed record NewAccount(string Email, string Password, string DisplayName, Guid? EmployeeId, IReadOnlyCollection<Role> Roles);

/// <summary>How a sign-in ended.</summary>
public enum SignInOutcome
{
    /// <summary>The browser is signed in.</summary>
    SignedIn,

    /// <summary>Unknown address or wrong password; which of them is not told.</summary>
    Refused,

    /// <summary>Too many wrong passwords; closed for a while.</summary>
    LockedOut,
}
