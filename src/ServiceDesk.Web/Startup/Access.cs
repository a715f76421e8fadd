using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Web.Startup;

/// <summary>Who may enter where. Closed by default; the folder Public is open, each page of the folder Desk names its permission.</summary>
internal static class Access
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var secure = builder.Environment.IsSecure(builder.Configuration);
        builder.Services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = secure ? "__Host-servicedesk" : "servicedesk";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = ForgetSessionsJob.CookieLife;
            o.SlidingExpiration = true;
            o.LoginPath = "/sign-in";
            o.LogoutPath = "/sign-out";
            o.ReturnUrlParameter = "returnUrl";
            // A form sent after the session ended is answered by a page that keeps what was typed. A part asked for by script is not
            // filled with the sign-in page: the browser goes there as a whole, as everybody else does.
            var toSignIn = o.Events.OnRedirectToLogin;
            o.Events.OnRedirectToLogin = context =>
            {
                var isForm = HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType;
                if (!isForm && !context.Request.Headers.ContainsKey("HX-Request"))
                    return toSignIn(context);
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                if (!isForm)
                    context.Response.Headers["HX-Redirect"] = "/sign-in";
                return Task.CompletedTask;
            };
            // The page that says no keeps its address and its status.
            o.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        // Between the password and the second step, and between the question for a passkey and its answer.
        builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, o =>
        {
            o.Cookie.Name = secure ? "__Host-servicedesk-step" : "servicedesk-step";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Name = secure ? "__Host-servicedesk-form" : "servicedesk-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.HeaderName = "X-CSRF-TOKEN";
            o.SuppressXFrameOptionsHeader = true; // Said once, for every answer, in SecurityHeaders.
        });
        builder.Services.AddAuthorization(o =>
        {
            o.FallbackPolicy = new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser().Build();
            foreach (var permission in Enum.GetValues<Permission>())
            {
                o.AddPolicy(permission.ToString(), p => p
                    .RequireAuthenticatedUser()
                    .RequireAssertion(c => AccessMatrix.Grants(RolesOf(c), permission)));
            }
        });
    }

    private static IEnumerable<Role> RolesOf(AuthorizationHandlerContext context) =>
        Enum.GetValues<Role>().Where(r => context.User.IsInRole(r.ToString()));
}
