using Microsoft.AspNetCore.Identity;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>Codes of the second step. Each opens once.</summary>
internal sealed class SecondStep(UserManager<User> users)
{
    /// <summary>A code of the authenticator, with or without blanks.</summary>
    public async Task<bool> TakeCodeAsync(User user, string code)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (digits.Length == 0 || user.LastCode == digits || !await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, digits))
            return false;
        user.LastCode = digits;
        // Whoever sent the same code at the same moment saved first, or is refused here.
        return (await users.UpdateAsync(user)).Succeeded;
    }

    /// <summary>One of the recovery codes, with or without its hyphen, in capital or small letters.</summary>
    public async Task<bool> TakeRecoveryCodeAsync(User user, string code) => (await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded;
}
