using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

internal sealed class Accounts(
    UserManager<User> users, SignInManager<User> signIn, SecondStep secondStep, SecurityLetters letters, IHttpContextAccessor http, ServiceDeskDbContext db, ILogger<Accounts> logger) : IAccounts
{
    // Somebody to check the password of when nobody has the address: the answer takes as long either way.
    private static readonly User Nobody = new();
    private static readonly string NobodysHash = new PasswordHasher<User>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public async Task<SignInOutcome> SignInAsync(string email, string password)
    {
        var user = await users.FindByEmailAsync(email);
        if (user?.PasswordHash is null)
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            return SignInOutcome.Refused;
        }

        if (!await signIn.CanSignInAsync(user))
            return SignInOutcome.Refused;

        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? SignInOutcome.SignedIn
            : result.RequiresTwoFactor ? SignInOutcome.SecondStep
            : result.IsLockedOut ? Locked(user)
            : SignInOutcome.Refused;
    }

    public async Task<bool> AwaitsSecondStepAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    public async Task<SignInOutcome> TakeSecondStepAsync(string code, bool isRecoveryCode)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user || !await signIn.CanSignInAsync(user))
            return SignInOutcome.Refused;
        if (await users.IsLockedOutAsync(user))
            return Locked(user);
        if (!await (isRecoveryCode ? secondStep.TakeRecoveryCodeAsync(user, code) : secondStep.TakeCodeAsync(user, code)))
        {
            await users.AccessFailedAsync(user);
            return await users.IsLockedOutAsync(user) ? Locked(user) : SignInOutcome.Refused;
        }

        await users.ResetAccessFailedCountAsync(user);
        if (isRecoveryCode)
            letters.Write(user.Email!, user.Language, SecurityEvent.RecoveryCodeUsed);
        await http.HttpContext!.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim(AccountClaims.Method, AccountClaims.SecondStep)]);
        return SignInOutcome.SignedIn;
    }

    public Task<string> AskForPasskeyAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    public async Task<SignInOutcome> SignInWithPasskeyAsync(string credential)
    {
        PasskeyAssertionResult<User> answer;
        try
        {
            answer = await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or FormatException)
        {
            // Not what a browser answers, or to a question this site did not ask.
            return SignInOutcome.Refused;
        }

        if (!answer.Succeeded || !await signIn.CanSignInAsync(answer.User))
            return SignInOutcome.Refused;
        if (await users.IsLockedOutAsync(answer.User))
            return Locked(answer.User);
        await users.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey);
        await signIn.SignInWithClaimsAsync(answer.User, isPersistent: false, [new Claim(AccountClaims.Method, AccountClaims.Passkey)]);
        return SignInOutcome.SignedIn;
    }

    public Task SignOutAsync() => signIn.SignOutAsync();

    public Task<IReadOnlyList<string>> CreateAsync(NewAccount account) =>
        db.InTransactionAsync<IReadOnlyList<string>>(async _ =>
        {
            var user = new User
            {
                Id = Guid.CreateVersion7(),
                UserName = account.Email,
                Email = account.Email,
                EmailConfirmed = true,
                DisplayName = account.DisplayName,
                EmployeeId = account.EmployeeId,
                EndsOn = account.EndsOn,
            };
            var made = await users.CreateAsync(user, account.Password);
            if (!made.Succeeded)
                return [.. made.Errors.Select(e => e.Description).Distinct()];
            await users.AddToRolesAsync(user, account.Roles.Select(r => r.ToString()));
            return [];
        }, CancellationToken.None);

    public Task<bool> HasAdministratorAsync(CancellationToken cancellationToken)
    {
        var administrator = nameof(Role.Administrator);
        return db.Roles.Where(r => r.Name == administrator).Join(db.UserRoles, r => r.Id, m => m.RoleId, (_, m) => m).AnyAsync(cancellationToken);
    }

    private SignInOutcome Locked(User user)
    {
        logger.LogWarning("Account {Account} is locked out", user.Id);
        return SignInOutcome.LockedOut;
    }
}
