using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Accounts;

/// <summary>Letters about accounts, and codes as an authenticator makes them.</summary>
internal static partial class Letters
{
    public static Task<List<OutgoingMessage>> LettersToAsync(this Site site, string email) => site.RunAsync((IServiceDeskDb db) =>
        db.Set<OutgoingMessage>().AsNoTracking().Where(o => o.ToAddress == email).OrderBy(o => o.Id).ToListAsync());

    public static string LinkIn(OutgoingMessage letter) => new Uri(Link().Match(letter.Body).Value).PathAndQuery;

    /// <summary>RFC 6238: thirty seconds, six digits, SHA-1.</summary>
    public static string CodeOf(string key, int step = 0)
    {
        var bits = string.Concat(key.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant().Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes((TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + step);
        if (BitConverter.IsLittleEndian)
            Array.Reverse(counter);
#pragma warning disable CA5350 // what authenticators use
        var hash = System.Security.Cryptography.HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        var number = ((hash[offset] & 127) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"https://localhost/choose-password\?link=[0-9a-f]{64}")]
    private static partial Regex Link();
}
