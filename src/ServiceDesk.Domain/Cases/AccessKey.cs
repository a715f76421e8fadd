using System.Security.Cryptography;

namespace ServiceDesk.Domain.Cases;

/// <summary>
/// The key that opens a case's tracking page together with its number: eight characters out of 31 that nobody
/// confuses when reading aloud (no 0/O, 1/I/L), about 39 bits; the tracking page is rate limited.
/// </summary>
public static class AccessKey
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>A new random key, eight characters.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, 8);

    /// <summary>The key for reading: <c>H6TW-3NQ8</c>.</summary>
    public static string Show(string key) => key.Length == 8 ? $"{key[..4]}-{key[4..]}" : key;

    /// <summary>What a client typed, without blanks and dashes, in upper case.</summary>
    public static string Clean(string? typed) =>
        new([.. (typed ?? "").Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant).Take(32)]);

    /// <summary>Compares without telling by time where the first difference is.</summary>
    public static bool Matches(string key, string? typed) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(key), System.Text.Encoding.UTF8.GetBytes(Clean(typed)));
}
