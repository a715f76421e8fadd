using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Startup;

/// <summary>
/// Behind the sign-in and before every page of the desk: who owes a second factor sets it up first, and who has no cases to work
/// on begins where the own work is.
/// </summary>
internal static class DeskDoor
{
    private const string Account = "/desk/account";
    private const string Enrolment = "/desk/account/second-factor";

    private static readonly (Permission Permission, string Page)[] Beginnings =
    [
        (Permission.UseDesk, ""),
        (Permission.SeePassedToCommission, "/desk/commission"),
        (Permission.SeeStatus, "/desk/status"),
        (Permission.ManageStaff, "/desk/employees"),
        (Permission.SeeChanges, "/desk/changes"),
        (Permission.KeepOwnAccount, Account),
    ];

    public static IApplicationBuilder UseDeskDoor(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var target = Elsewhere(context);
        if (target is null)
            return next(context);
        if (context.Request.Headers.ContainsKey("HX-Request"))
            context.Response.Headers["HX-Redirect"] = target;
        else
            context.Response.Redirect(target);
        return Task.CompletedTask;
    });

    private static string? Elsewhere(HttpContext context)
    {
        var path = context.Request.Path;
        if (context.User.Identity?.IsAuthenticated != true || !path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase))
            return null;
        if (context.User.HasClaim(c => c.Type == AccountClaims.MustEnrol) && !context.User.HasClaim(AccountClaims.Method, AccountClaims.Passkey)
            && !path.StartsWithSegments(Account, StringComparison.OrdinalIgnoreCase))
            return Enrolment;
        if (!path.Equals("/desk", StringComparison.OrdinalIgnoreCase))
            return null;
        var me = context.RequestServices.GetRequiredService<ICurrentUser>();
        return Beginnings.FirstOrDefault(b => me.May(b.Permission)).Page is { Length: > 0 } page ? page : null;
    }
}
