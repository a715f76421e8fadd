using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Application.Archive.Acts;

/// <summary>A piece of content by its fingerprint.</summary>
/// <param name="What">What it is: a file, an edition, the letters of a case. No name and no word of it.</param>
/// <param name="Sha256">SHA-256, hexadecimal.</param>
/// <param name="Size">Bytes.</param>
public sealed record ManifestPiece(string What, string Sha256, long Size);

/// <summary>An item with its content.</summary>
public sealed record ManifestItem(string Number, string Kind, DateOnly DatedOn, string? Index, IReadOnlyList<ManifestPiece> Contents);

/// <summary>Everything that items hold, as a file for the act.</summary>
/// <param name="Items">The items by number.</param>
/// <param name="File">The file, JSON.</param>
public sealed record Manifest(IReadOnlyList<ManifestItem> Items, byte[] File)
{
    /// <summary>SHA-256 of the file.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(File));

    /// <summary>Pieces of content in all.</summary>
    public int Contents => Items.Sum(i => i.Contents.Count);
}

/// <summary>What is about to go.</summary>
/// <param name="Thing">A case or a document.</param>
/// <param name="RecordId">Which one.</param>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What kind, as <see cref="FiledKind"/> says it.</param>
/// <param name="DatedOn">Its day.</param>
/// <param name="Index">Index of its file.</param>
/// <param name="FileId">The file; null when it lies in none.</param>
public sealed record GoingItem(FiledThing Thing, Guid RecordId, string Number, string Kind, DateOnly DatedOn, string? Index, Guid? FileId);

/// <summary>Lists what items hold by its fingerprints, so that an act says exactly what went and nobody can read it there.</summary>
public sealed class ArchiveManifests(IServiceDeskDb db)
{
    private const int Batch = 500;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The list; the same items with the same content give the same bytes.</summary>
    public async Task<Manifest> OfAsync(IReadOnlyCollection<GoingItem> items, CancellationToken cancellationToken)
    {
        Dictionary<Guid, List<ManifestPiece>> found = items.ToDictionary(i => i.RecordId, _ => new List<ManifestPiece>());
        foreach (var ids in items.Where(i => i.Thing == FiledThing.Document).Select(i => i.RecordId).Chunk(Batch))
            await DocumentsAsync(ids, found, cancellationToken);
        foreach (var ids in items.Where(i => i.Thing == FiledThing.Case).Select(i => i.RecordId).Chunk(Batch))
            await CasesAsync(ids, found, cancellationToken);
        List<ManifestItem> rows =
        [
            .. items.OrderBy(i => i.Number, StringComparer.Ordinal).ThenBy(i => i.RecordId).Select(i => new ManifestItem(
                i.Number, i.Kind, i.DatedOn, i.Index, [.. found[i.RecordId].OrderBy(p => p.What, StringComparer.Ordinal).ThenBy(p => p.Sha256, StringComparer.Ordinal)])),
        ];
        return new Manifest(rows, JsonSerializer.SerializeToUtf8Bytes(new { Algorithm = "SHA-256", Items = rows }, Json));
    }

    private async Task DocumentsAsync(Guid[] ids, Dictionary<Guid, List<ManifestPiece>> found, CancellationToken cancellationToken)
    {
        foreach (var file in await db.Set<DocumentFile>().AsNoTracking().Where(f => ids.Contains(f.DocumentId)).Select(f => new { f.DocumentId, f.Role, f.Hash, f.Size }).ToListAsync(cancellationToken))
            found[file.DocumentId].Add(new($"file-{file.Role}", file.Hash, file.Size));
        foreach (var edition in await db.Set<DocumentEdition>().AsNoTracking().Where(e => ids.Contains(e.DocumentId)).Select(e => new { e.DocumentId, e.Number, e.Content }).ToListAsync(cancellationToken))
            found[edition.DocumentId].Add(Text($"edition-{edition.Number}", edition.Content));
        foreach (var document in await db.Set<Document>().AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Content }).ToListAsync(cancellationToken))
            found[document.Id].Add(Text("content", document.Content));
    }

    private async Task CasesAsync(Guid[] ids, Dictionary<Guid, List<ManifestPiece>> found, CancellationToken cancellationToken)
    {
        foreach (var file in await db.Set<Attachment>().AsNoTracking().Where(a => ids.Contains(a.CaseId)).Select(a => new { a.CaseId, a.Hash, a.Size }).ToListAsync(cancellationToken))
            found[file.CaseId].Add(new("file-Attachment", file.Hash, file.Size));
        var letters = await db.Set<Message>().AsNoTracking().Where(m => ids.Contains(m.CaseId)).OrderBy(m => m.Ordinal).Select(m => new { m.CaseId, m.Text }).ToListAsync(cancellationToken);
        foreach (var item in letters.GroupBy(m => m.CaseId))
            found[item.Key].Add(Text("letters", string.Join('\n', item.Select(m => m.Text))));
    }

    private static ManifestPiece Text(string what, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(what, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
    }
}
