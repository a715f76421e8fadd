using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>Signing in and staying signed in: only with an open account, and only while the session of the browser is open.</summary>
internal sealed class DeskSignIn(
    UserManager<User> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<User> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<User> confirmation, ServiceDeskDbContext db, Sessions sessions, LocalTime local, TimeProvider time)
    : SignInManager<User>(users, http, claims, options, logger, schemes, confirmation)
{
    /// <summary>A closed account, one whose time is over, and somebody who has left stay outside, whatever they know.</summary>
    public override async Task<bool> CanSignInAsync(User user) =>
        user.DisabledAt is null
        && (user.EndsOn is not { } last || last >= local.DateOf(time.GetUtcNow()))
        && (user.EmployeeId is not { } id || await db.Set<Employee>().AnyAsync(e => e.Id == id && e.IsActive))
        && await base.CanSignInAsync(user);

    public override async Task SignInWithClaimsAsync(User user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var all = additionalClaims.ToList();
        if (all.All(c => c.Type != AccountClaims.Session))
        {
            var session = await sessions.OpenAsync(user, all.FirstOrDefault(c => c.Type == AccountClaims.Method)?.Value ?? "pwd", Context);
            all.Add(new Claim(AccountClaims.Session, session.ToString("N")));
        }

        await base.SignInWithClaimsAsync(user, authenticationProperties, all);
    }

    /// <summary>The same browser goes on with a new security stamp.</summary>
    public override Task RefreshSignInAsync(User user) =>
        SignInWithClaimsAsync(user, new AuthenticationProperties(), [.. Context.User.Claims.Where(c => c.Type is AccountClaims.Method or AccountClaims.Session)]);

    public override async Task<User?> ValidateSecurityStampAsync(ClaimsPrincipal? principal)
    {
        var user = await base.ValidateSecurityStampAsync(principal);
        return user is not null && await CanSignInAsync(user)
            && Guid.TryParse(principal!.FindFirstValue(AccountClaims.Session), out var session) && await sessions.IsOpenAsync(session, user.Id)
            ? user
            : null;
    }

    public override async Task SignOutAsync()
    {
        if (Guid.TryParse(Context.User.FindFirstValue(AccountClaims.Session), out var session))
            await sessions.EndAsync(db.Set<SignInSession>().Where(s => s.Id == session), Context.RequestAborted);
        await base.SignOutAsync();
    }
}
