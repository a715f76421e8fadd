using Microsoft.Extensions.Options;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Application.Accounts;

/// <summary>What happened to an account that its owner should hear of even when somebody else did it.</summary>
public enum SecurityEvent
{
    /// <summary>The password is another one.</summary>
    PasswordChanged,

    /// <summary>The second step is on.</summary>
    AuthenticatorOn,

    /// <summary>The second step is off.</summary>
    AuthenticatorOff,

    /// <summary>There are new recovery codes.</summary>
    RecoveryCodesNew,

    /// <summary>Somebody signed in with a recovery code.</summary>
    RecoveryCodeUsed,

    /// <summary>There is another passkey.</summary>
    PasskeyAdded,

    /// <summary>A passkey is gone.</summary>
    PasskeyRemoved,

    /// <summary>An administrator took authenticator and passkeys away.</summary>
    SecondFactorReset,

    /// <summary>An administrator closed the account.</summary>
    Disabled,

    /// <summary>An administrator opened the account again.</summary>
    Enabled,

    /// <summary>The roles are other ones.</summary>
    RolesChanged,

    /// <summary>The address to sign in with is another one.</summary>
    AddressChanged,
}

/// <summary>Letters about accounts: rows in the outbox, saved with what they are about, in the language of the account.</summary>
public sealed class SecurityLetters(IServiceDeskDb db, IOptions<ServiceDeskOptions> site, IOptions<CorrespondenceOptions> mail, Domain.Shared.LocalTime local, TimeProvider time)
{
    private string Site => site.Value.PublicAddress.TrimEnd('/');

    /// <summary>Tells the owner of an account what happened to it. Adds a row; whoever calls saves.</summary>
    public void Write(string email, string? language, SecurityEvent what)
    {
        var now = time.GetUtcNow();
        var t = Texts.In(language ?? "lv");
        var body = t["Accounts.Letter.Security", t.Of(what), Dates.In(t.Language, local).StampWithYear(now), $"{Site}/desk/account", mail.Value.FromName];
        db.Set<OutgoingMessage>().Add(new OutgoingMessage(null, null, email, t["Accounts.Letter.SecuritySubject"], body + "\n", now, now));
    }

    /// <summary>Invites somebody to choose a password.</summary>
    public void Invite(string email, string? language, string name, string token, DateTimeOffset until) =>
        WithLink(email, language, "Accounts.Letter.InvitationSubject", "Accounts.Letter.Invitation", name, token, until);

    /// <summary>Lets somebody who forgot the password choose another one.</summary>
    public void Forgotten(string email, string? language, string name, string token, DateTimeOffset until) =>
        WithLink(email, language, "Accounts.Letter.ForgottenSubject", "Accounts.Letter.Forgotten", name, token, until);

    private void WithLink(string email, string? language, string subject, string text, string name, string token, DateTimeOffset until)
    {
        var now = time.GetUtcNow();
        var t = Texts.In(language ?? "lv");
        var body = t[text, name, $"{Site}/choose-password?link={token}", Dates.In(t.Language, local).StampWithYear(until), mail.Value.FromName];
        db.Set<OutgoingMessage>().Add(new OutgoingMessage(null, null, email, t[subject], body + "\n", now, now).AsSecret());
    }
}
