using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Application.Accounts;

/// <summary>Sign-in accounts: who may enter, and with which roles.</summary>
public interface IAccounts
{
    /// <summary>Checks the password and signs the browser in, or asks for the second step. Wrong passwords count towards a lockout.</summary>
    Task<SignInOutcome> SignInAsync(string email, string password);

    /// <summary>Whether this browser gave the right password a moment ago and owes the second step.</summary>
    Task<bool> AwaitsSecondStepAsync();

    /// <summary>The second step: a code of the authenticator, or a recovery code, which opens once. Wrong ones count towards the lockout.</summary>
    Task<SignInOutcome> TakeSecondStepAsync(string code, bool isRecoveryCode);

    /// <summary>What a browser needs to ask for any passkey of this site, as JSON.</summary>
    Task<string> AskForPasskeyAsync();

    /// <summary>Signs in with what the browser's passkey answered. The device has checked the person, so there is no second step.</summary>
    Task<SignInOutcome> SignInWithPasskeyAsync(string credential);

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
public sealed record NewAccount(string Email, string Password, string DisplayName, Guid? EmployeeId, IReadOnlyCollection<Role> Roles)
{
    /// <summary>Last day on which it opens anything, local; null without an end.</summary>
    public DateOnly? EndsOn { get; init; }
}

/// <summary>How a sign-in ended.</summary>
public enum SignInOutcome
{
    /// <summary>The browser is signed in.</summary>
    SignedIn,

    /// <summary>The password was right; a code is wanted now.</summary>
    SecondStep,

    /// <summary>Unknown address, wrong password or wrong code; which of them is not told.</summary>
    Refused,

    /// <summary>Too many wrong attempts; closed for a while.</summary>
    LockedOut,
}
