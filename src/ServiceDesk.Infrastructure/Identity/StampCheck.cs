using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Accounts;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>Asks the database about a cookie at regular pauses, and at once when something about its account changed on this node.</summary>
internal sealed class StampCheck(IOptions<SecurityStampValidatorOptions> options, SignInManager<User> signIn, ILoggerFactory logger, Revocations revocations)
    : SecurityStampValidator<User>(options, signIn, logger)
{
    public override Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Properties.IssuedUtc is { } issued && revocations.IsSince(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), issued))
            context.Properties.IssuedUtc = DateTimeOffset.UnixEpoch;
        return base.ValidateAsync(context);
    }

    /// <summary>
    /// Rights are read anew, the browser stays the same. A second factor demanded meanwhile waits for the next sign-in: nobody is
    /// taken out of the work at hand.
    /// </summary>
    public static Task CarryOverAsync(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.NewPrincipal?.Identity is not ClaimsIdentity fresh || context.CurrentPrincipal is not { } current)
            return Task.CompletedTask;
        fresh.AddClaims(current.Claims.Where(c => c.Type is AccountClaims.Method or AccountClaims.Session).Select(c => new Claim(c.Type, c.Value)));
        if (!current.HasClaim(c => c.Type == AccountClaims.MustEnrol) && fresh.FindFirst(AccountClaims.MustEnrol) is { } demand)
            fresh.RemoveClaim(demand);
        return Task.CompletedTask;
    }
}
