using System.Security.Cryptography;
using System.Text;

namespace ServiceDesk.Web.Startup;

/// <summary>The token that proves, on the set-up page, that somebody reads the console of this machine. New at every start.</summary>
public sealed class FirstAdministrator
{
    public string Token { get; } = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 24);

    public bool Accepts(string? token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token?.Trim() ?? ""), Encoding.UTF8.GetBytes(Token));
}
