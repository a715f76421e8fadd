using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace ServiceDesk.Web.Shared;

/// <summary>Small facts that travel through a visitor's hands, in a hidden field or a cookie, unreadable and unchangeable for them.</summary>
public sealed class Seals(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Seals a fact for one purpose, with the time.</summary>
    public string Seal<T>(string purpose, T fact) => Protector(purpose).Protect(JsonSerializer.Serialize(new Sealed<T>(fact, time.GetUtcNow())));

    /// <summary>The fact and when it was sealed; null when it was not sealed by us for this purpose.</summary>
    public Sealed<T>? Open<T>(string purpose, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            return JsonSerializer.Deserialize<Sealed<T>>(Protector(purpose).Unprotect(text));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The fact if it was sealed at most so long ago.</summary>
    public Sealed<T>? Open<T>(string purpose, string? text, TimeSpan longest) =>
        Open<T>(purpose, text) is { } found && time.GetUtcNow() - found.At <= longest ? found : null;

    private IDataProtector Protector(string purpose) => protection.CreateProtector("ServiceDesk.Seals", purpose);
}

/// <summary>A sealed fact and when it was sealed, UTC.</summary>
public sealed record Sealed<T>(T Fact, DateTimeOffset At);
