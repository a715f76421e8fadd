using System.Security.Cryptography;

namespace ServiceDesk.Application.Documents.Printing;

/// <summary>A printed document.</summary>
/// <param name="Content">The bytes of the file.</param>
/// <param name="Pages">Number of pages, for "uz N lp.".</param>
public sealed record PdfFile(byte[] Content, int Pages)
{
    /// <summary>The media type to hand it out with.</summary>
    public const string MediaType = "application/pdf";

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}
