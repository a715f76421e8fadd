using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Shared.Desk;

/// <summary>Accounts and roles in words.</summary>
public static class AccountWords
{
    /// <summary>What a role grants, from the access matrix: <c>redzēt visu lietu galvas; reģistrēt lietas …</c></summary>
    public static string Grants(this Texts t, Role role) =>
        string.Join("; ", AccessMatrix.RightsOf(role).Where(p => p != Permission.KeepOwnAccount).Select(p => t.Of(p))) is { Length: > 0 } all ? all : t["Accounts.Roles.GrantsNothing"];

    public static string Look(AccountState state) => state switch
    {
        AccountState.Open => "state-done",
        AccountState.Invited => "state-wait",
        AccountState.LockedOut => "state-failed",
        AccountState.Disabled => "state-new",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Password only, second step, passkeys.</summary>
    public static string SecondFactor(this Texts t, Account account) => (account.HasAuthenticator, account.Passkeys) switch
    {
        (false, 0) => t["Accounts.Factor.None"],
        (true, 0) => t["Accounts.Factor.Code"],
        (false, var n) => t.Plural("Accounts.Factor.Passkeys", n),
        (true, var n) => t["Accounts.Factor.Code"] + ", " + t.Plural("Accounts.Factor.Passkeys", n),
    };
}
