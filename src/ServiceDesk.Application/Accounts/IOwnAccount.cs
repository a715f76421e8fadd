namespace ServiceDesk.Application.Accounts;

/// <summary>The account of the person at the keyboard: password, second factor, passkeys, browsers signed in.</summary>
public interface IOwnAccount
{
    /// <summary>How the account stands.</summary>
    Task<OwnAccountState> LookAsync(CancellationToken cancellationToken);

    /// <summary>Checks the password before something weighty. A wrong one counts towards the lockout.</summary>
    Task<bool> ConfirmAsync(string? password);

    /// <summary>Another password; every other browser is signed out. Lists what is wrong, empty on success.</summary>
    Task<IReadOnlyList<string>> ChangePasswordAsync(string current, string next);

    /// <summary>The key for an authenticator that is not set up yet; the same until it is.</summary>
    Task<AuthenticatorKey> NewAuthenticatorAsync();

    /// <summary>Switches the second step on after a right code. Ten recovery codes, or null when the code is wrong.</summary>
    Task<IReadOnlyList<string>?> EnableAuthenticatorAsync(string code);

    /// <summary>Switches the second step off. Refused while a role demands it.</summary>
    Task DisableAuthenticatorAsync();

    /// <summary>Ten new recovery codes in place of all earlier ones.</summary>
    Task<IReadOnlyList<string>> NewRecoveryCodesAsync();

    /// <summary>What a browser needs to make a passkey, as JSON.</summary>
    Task<string> OfferPasskeyAsync();

    /// <summary>Keeps the passkey the browser made. False when what it answered proves nothing.</summary>
    Task<bool> AddPasskeyAsync(string credential, string name);

    /// <summary>Gives a passkey another name.</summary>
    Task RenamePasskeyAsync(string id, string name);

    /// <summary>Takes a passkey away.</summary>
    Task RemovePasskeyAsync(string id);

    /// <summary>Signs one of the person's browsers out.</summary>
    Task EndSessionAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Signs all of the person's browsers out but this one.</summary>
    Task EndOtherSessionsAsync(CancellationToken cancellationToken);

    /// <summary>Language of letters about the account.</summary>
    Task SetLanguageAsync(string language, CancellationToken cancellationToken);
}

/// <summary>How the own account stands.</summary>
/// <param name="Email">Address to sign in with.</param>
/// <param name="Language">Language of letters about the account.</param>
/// <param name="HasAuthenticator">Whether the second step is on.</param>
/// <param name="RecoveryCodes">Recovery codes left.</param>
/// <param name="IsDemanded">Whether a role of the person demands a second factor.</param>
/// <param name="Passkeys">Passkeys, oldest first.</param>
/// <param name="Sessions">Browsers signed in, this one first.</param>
public sealed record OwnAccountState(
    string Email, string Language, bool HasAuthenticator, int RecoveryCodes, bool IsDemanded, IReadOnlyList<Passkey> Passkeys, IReadOnlyList<OwnSession> Sessions);

/// <summary>A passkey.</summary>
/// <param name="Id">Its credential id, base64url.</param>
/// <param name="Name">As the person calls it.</param>
/// <param name="AddedAt">When it was added, UTC.</param>
/// <param name="IsSynced">Whether the maker keeps a copy that other devices of the person can use.</param>
public sealed record Passkey(string Id, string? Name, DateTimeOffset AddedAt, bool IsSynced);

/// <summary>A browser signed in.</summary>
/// <param name="Id">The session.</param>
/// <param name="Browser">What the browser says it is.</param>
/// <param name="StartedAt">When the person signed in, UTC.</param>
/// <param name="SeenAt">When it was last seen, UTC; exact to some minutes.</param>
/// <param name="IsThis">Whether it is the one that asks.</param>
public sealed record OwnSession(Guid Id, string Browser, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool IsThis);

/// <summary>What an authenticator needs to make codes.</summary>
/// <param name="Key">The key in groups of four letters, for typing.</param>
/// <param name="Address">The same as an <c>otpauth://</c> address, for the QR code.</param>
public sealed record AuthenticatorKey(string Key, string Address);
