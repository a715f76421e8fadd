using System.Buffers.Text;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

internal sealed class OwnAccount(
    UserManager<User> users, SignInManager<User> signIn, SecondStep secondStep, Sessions sessions, SecurityLetters letters, IHttpContextAccessor http,
    IOptions<CorrespondenceOptions> mail, Revocations revocations, ServiceDeskDbContext db) : IOwnAccount
{
    private const int RecoveryCodes = 10;
    private const int MostPasskeys = 20;

    private ClaimsPrincipal Principal => http.HttpContext!.User;

    private Guid? ThisSession => Guid.TryParse(Principal.FindFirstValue(AccountClaims.Session), out var id) ? id : null;

    public async Task<OwnAccountState> LookAsync(CancellationToken cancellationToken)
    {
        var user = await MeAsync();
        var passkeys = await users.GetPasskeysAsync(user);
        var open = await sessions.Of(user.Id).AsNoTracking().Where(s => s.EndedAt == null).OrderByDescending(s => s.SeenAt).Take(50).ToListAsync(cancellationToken);
        return new OwnAccountState(
            user.Email!,
            user.Language ?? "lv",
            user.TwoFactorEnabled,
            user.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(user) : 0,
            await IsDemandedAsync(user, cancellationToken),
            [.. passkeys.OrderBy(p => p.CreatedAt).Select(p => new Passkey(Base64Url.EncodeToString(p.CredentialId), p.Name, p.CreatedAt, p.IsBackedUp))],
            [.. open.Select(s => new OwnSession(s.Id, s.Browser, s.StartedAt, s.SeenAt, s.Id == ThisSession)).OrderByDescending(s => s.IsThis).ThenByDescending(s => s.SeenAt)]);
    }

    public async Task<bool> ConfirmAsync(string? password)
    {
        var user = await MeAsync();
        if (await users.IsLockedOutAsync(user))
            throw new Refusal("Accounts.Refusal.LockedOut");
        if (await users.CheckPasswordAsync(user, password ?? ""))
        {
            await users.ResetAccessFailedCountAsync(user);
            return true;
        }

        await users.AccessFailedAsync(user);
        return false;
    }

    public async Task<IReadOnlyList<string>> ChangePasswordAsync(string current, string next)
    {
        var user = await MeAsync();
        letters.Write(user.Email!, user.Language, SecurityEvent.PasswordChanged);
        var changed = await users.ChangePasswordAsync(user, current, next);
        if (!changed.Succeeded)
            return [.. changed.Errors.Select(e => e.Description).Distinct()];
        await EndOthersAsync(user, CancellationToken.None);
        await signIn.RefreshSignInAsync(user);
        return [];
    }

    public async Task<AuthenticatorKey> NewAuthenticatorAsync()
    {
        var user = await MeAsync();
        if (user.TwoFactorEnabled)
            throw new Refusal("Accounts.Refusal.AuthenticatorThere");
        var key = await users.GetAuthenticatorKeyAsync(user);
        if (string.IsNullOrEmpty(key))
        {
            await users.ResetAuthenticatorKeyAsync(user);
            // Resetting the key changes the security stamp; this browser goes on.
            await signIn.RefreshSignInAsync(user);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
        }

        var (issuer, account) = (UrlEncoder.Default.Encode(mail.Value.FromName), UrlEncoder.Default.Encode(user.Email!));
        return new AuthenticatorKey(
            string.Join(' ', key.Chunk(4).Select(four => new string(four))).ToLowerInvariant(),
            $"otpauth://totp/{issuer}:{account}?secret={key}&issuer={issuer}&digits=6");
    }

    public async Task<IReadOnlyList<string>?> EnableAuthenticatorAsync(string code)
    {
        var user = await MeAsync();
        if (user.TwoFactorEnabled)
            throw new Refusal("Accounts.Refusal.AuthenticatorThere");
        if (await users.IsLockedOutAsync(user))
            throw new Refusal("Accounts.Refusal.LockedOut");
        if (!await secondStep.TakeCodeAsync(user, code))
        {
            await users.AccessFailedAsync(user);
            return null;
        }

        letters.Write(user.Email!, user.Language, SecurityEvent.AuthenticatorOn);
        await users.ResetAccessFailedCountAsync(user);
        await users.SetTwoFactorEnabledAsync(user, enabled: true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await EndOthersAsync(user, CancellationToken.None);
        await signIn.RefreshSignInAsync(user);
        return [.. codes!];
    }

    public async Task DisableAuthenticatorAsync()
    {
        var user = await MeAsync();
        if (await IsDemandedAsync(user, CancellationToken.None))
            throw new Refusal("Accounts.Refusal.Demanded");
        letters.Write(user.Email!, user.Language, SecurityEvent.AuthenticatorOff);
        await users.SetTwoFactorEnabledAsync(user, enabled: false);
        await users.ResetAuthenticatorKeyAsync(user);
        await signIn.RefreshSignInAsync(user);
    }

    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync()
    {
        var user = await MeAsync();
        if (!user.TwoFactorEnabled)
            throw new Refusal("Accounts.Refusal.NoAuthenticator");
        letters.Write(user.Email!, user.Language, SecurityEvent.RecoveryCodesNew);
        return [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!];
    }

    public async Task<string> OfferPasskeyAsync()
    {
        var user = await MeAsync();
        return await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = Principal.FindFirstValue(PersonClaims.Name) ?? user.Email! });
    }

    public async Task<bool> AddPasskeyAsync(string credential, string name)
    {
        var user = await MeAsync();
        if ((await users.GetPasskeysAsync(user)).Count >= MostPasskeys)
            throw new Refusal("Accounts.Refusal.TooManyPasskeys", MostPasskeys);
        PasskeyAttestationResult made;
        try
        {
            made = await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }

        if (!made.Succeeded || made.UserEntity.Id != user.Id.ToString())
            return false;
        made.Passkey.Name = name;
        letters.Write(user.Email!, user.Language, SecurityEvent.PasskeyAdded);
        return (await users.AddOrUpdatePasskeyAsync(user, made.Passkey)).Succeeded;
    }

    public async Task RenamePasskeyAsync(string id, string name)
    {
        var user = await MeAsync();
        var passkey = await PasskeyAsync(user, id);
        passkey.Name = name;
        await users.AddOrUpdatePasskeyAsync(user, passkey);
    }

    public async Task RemovePasskeyAsync(string id)
    {
        var user = await MeAsync();
        var passkey = await PasskeyAsync(user, id);
        if (user.PasswordHash is null && (await users.GetPasskeysAsync(user)).Count == 1)
            throw new Refusal("Accounts.Refusal.LastPasskey");
        letters.Write(user.Email!, user.Language, SecurityEvent.PasskeyRemoved);
        await users.RemovePasskeyAsync(user, passkey.CredentialId);
    }

    public async Task EndSessionAsync(Guid id, CancellationToken cancellationToken)
    {
        var user = await MeAsync();
        await sessions.EndAsync(sessions.Of(user.Id).Where(s => s.Id == id), cancellationToken);
        revocations.Mark(user.Id);
    }

    public async Task EndOtherSessionsAsync(CancellationToken cancellationToken) => await EndOthersAsync(await MeAsync(), cancellationToken);

    public async Task SetLanguageAsync(string language, CancellationToken cancellationToken)
    {
        var user = await MeAsync();
        user.Language = language;
        await users.UpdateAsync(user);
    }

    private async Task<User> MeAsync() => await users.GetUserAsync(Principal) ?? throw new Refusal("Operations.Refusal.NotAllowed");

    private async Task<UserPasskeyInfo> PasskeyAsync(User user, string id)
    {
        var bytes = Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [];
        return await users.GetPasskeyAsync(user, bytes) ?? throw new Refusal("Accounts.Refusal.NoPasskey");
    }

    private async Task EndOthersAsync(User user, CancellationToken cancellationToken)
    {
        var here = ThisSession ?? Guid.Empty;
        await sessions.EndAsync(sessions.Of(user.Id).Where(s => s.Id != here), cancellationToken);
        revocations.Mark(user.Id);
    }

    private async Task<bool> IsDemandedAsync(User user, CancellationToken cancellationToken)
    {
        var roles = (await users.GetRolesAsync(user)).Select(name => Enum.TryParse<Role>(name, out var role) ? role : (Role?)null).OfType<Role>().ToList();
        return await db.Set<SecondFactorDemand>().AnyAsync(d => roles.Contains(d.Role), cancellationToken);
    }
}
