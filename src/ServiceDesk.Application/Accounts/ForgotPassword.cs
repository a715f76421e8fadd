using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Accounts;

/// <summary>
/// Answers a forgotten password with a letter. Whoever asks learns nothing: the answer is the same for an address nobody has, and
/// for an account that gets no letter (closed, not yet opened, or written to a moment ago).
/// </summary>
public sealed class ForgotPasswordHandler(IAccountStore accounts, SecurityLetters letters, TimeProvider time)
{
    /// <summary>How long the link is open.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Pause before the same account gets another letter.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Sends the letter if there is somebody to send it to.</summary>
    public async Task HandleAsync(string email, CancellationToken cancellationToken)
    {
        if (await accounts.FindByEmailAsync(email.Trim(), cancellationToken) is not { State: AccountState.Open or AccountState.LockedOut } account)
            return;
        var now = time.GetUtcNow();
        if (await accounts.LastLinkAtAsync(account.Id, cancellationToken) is { } last && now - last < Pause)
            return;
        var link = await accounts.MakeLinkAsync(account.Id, invites: false, Lifetime, cancellationToken);
        letters.Forgotten(account.Email, account.Language, account.Name, link, now + Lifetime);
        await accounts.SaveAsync(cancellationToken);
    }
}

/// <summary>Chooses a password with the link of a letter.</summary>
public sealed class ChoosePasswordHandler(IAccountStore accounts, SecurityLetters letters)
{
    /// <summary>What the link opens, or null when it opens nothing (any more).</summary>
    public async Task<OpenLink?> LookAsync(string? token, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(token) ? null : await accounts.ReadLinkAsync(token, cancellationToken);

    /// <summary>Chooses; lists what is wrong with the password, empty on success. The link opens nothing afterwards.</summary>
    public async Task<IReadOnlyList<string>> HandleAsync(string? token, string password, CancellationToken cancellationToken)
    {
        var link = await LookAsync(token, cancellationToken) ?? throw new Refusal("Accounts.Refusal.LinkClosed");
        var faults = await accounts.ChoosePasswordAsync(token!, password, cancellationToken);
        if (faults.Count == 0 && !link.Invites && await accounts.FindAsync(link.AccountId, cancellationToken) is { } account)
        {
            letters.Write(account.Email, account.Language, SecurityEvent.PasswordChanged);
            await accounts.SaveAsync(cancellationToken);
        }

        return faults;
    }
}
