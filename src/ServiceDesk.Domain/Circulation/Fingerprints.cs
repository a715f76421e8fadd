using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Domain.Circulation;

/// <summary>What a draft says in a few characters: equal when a save changed nothing that stands on the paper or decides who sees it.</summary>
public static class Fingerprints
{
    /// <summary>SHA-256 of head and content, hexadecimal.</summary>
    public static string Of(Document document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new[]
    {
        document.Subject, document.Language, $"{document.UnitId}", document.SignatoryName, document.SignatoryPost, $"{document.IsSignedElectronically}",
        $"{document.Access}", document.AccessBasis, $"{document.AccessUntil:O}", document.Content,
    }))));
}
