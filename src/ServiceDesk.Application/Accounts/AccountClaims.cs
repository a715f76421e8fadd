namespace ServiceDesk.Application.Accounts;

/// <summary>What the cookie of a signed-in browser says beyond who the person is.</summary>
public static class AccountClaims
{
    /// <summary>How the person signed in (RFC 8176): <c>pwd</c>, <c>mfa</c> with a second step, <c>hwk</c> with a passkey.</summary>
    public const string Method = "amr";

    /// <summary>Signed in with a passkey.</summary>
    public const string Passkey = "hwk";

    /// <summary>Signed in with a password and a second step.</summary>
    public const string SecondStep = "mfa";

    /// <summary>The browser's session.</summary>
    public const string Session = "sd:session";

    /// <summary>A role demands a second factor that the person does not have yet: only the page that sets it up is open.</summary>
    public const string MustEnrol = "sd:must-enrol";
}
