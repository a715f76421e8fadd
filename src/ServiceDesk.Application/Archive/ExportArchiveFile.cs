using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Archive.Acts;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Application.Archive;

/// <summary>A file of the archive ready to be taken into a document management system.</summary>
/// <param name="FileName">Name of the ZIP.</param>
/// <param name="WriteAsync">Writes it, from its first to its last byte.</param>
public sealed record ArchiveFileExport(string FileName, Func<Stream, CancellationToken, Task> WriteAsync);

/// <summary>
/// Hands a file over to a document management system: a description with stable keys, numbers, days, kinds and the SHA-256 of every piece of
/// content, and the files of those documents the keeper may read. What the keeper may not read goes as its fingerprint only.
/// </summary>
public sealed class ExportArchiveFileHandler(IServiceDeskDb db, ArchiveDesk desk, ListNomenclaturesHandler list, ArchiveManifests manifests, IFileStore files, ReadLog reads, ICurrentUser user)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The export; null when there is no such file. That it was made is written down before its first byte.</summary>
    public async Task<ArchiveFileExport?> HandleAsync(Guid fileId, CancellationToken cancellationToken)
    {
        desk.Demand();
        if (await list.FilesAsync([fileId], cancellationToken) is not [var file])
            return null;
        await reads.NoteAsync(new Reading(ReadThing.Document, fileId, $"{file.Index} ({file.Year})", ReadWay.Export), cancellationToken);
        return new ArchiveFileExport($"{file.Year}-{file.Index}.zip", (stream, token) => WriteAsync(stream, file, token));
    }

    private async Task WriteAsync(Stream stream, ArchiveFileRow file, CancellationToken cancellationToken)
    {
        var items = await db.Set<FiledItem>().AsNoTracking().Where(i => i.FileId == file.Id && i.LeftAt == null).OrderBy(i => i.DatedOn).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        var manifest = await manifests.OfAsync([.. items.Where(i => i.DestroyedAt == null).Select(i => new GoingItem(i.Thing, i.RecordId, i.Number, i.Kind, i.DatedOn, file.Index, file.Id))], cancellationToken);
        var contents = manifest.Items.ToLookup(i => i.Number, StringComparer.Ordinal);
        var readable = await ReadableAsync([.. items.Where(i => i.Thing == FiledThing.Document).Select(i => i.RecordId)], cancellationToken);
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        await AddAsync(zip, "metadata.json", JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                file.Id,
                file.Index,
                file.Year,
                file.Title,
                Term = file.Term.ToString(),
                file.Years,
                file.OtherRule,
                file.Basis,
                file.ClosedOn,
                file.KeptThrough,
                State = file.State.ToString(),
                file.ActNumber,
                Items = items.Select(i => new
                {
                    i.RecordId,
                    Thing = i.Thing.ToString(),
                    i.Number,
                    i.DatedOn,
                    i.Kind,
                    i.DestroyedAt,
                    i.ActNumber,
                    Contents = contents[i.Number].SelectMany(c => c.Contents),
                    Files = readable.Where(f => f.DocumentId == i.RecordId).Select(f => new { f.Path, f.Hash, f.Size, Role = f.Role.ToString(), f.ContentType }),
                }),
            },
            Json), cancellationToken);
        foreach (var each in readable.DistinctBy(f => f.Path))
        {
            if (files.Open(each.Hash) is not { } content)
                continue;
            await using (content)
            await using (var entry = await zip.CreateEntry(each.Path, CompressionLevel.Fastest).OpenAsync(cancellationToken))
                await content.CopyToAsync(entry, cancellationToken);
        }

        await AddAsync(zip, "sha256sum.txt", Encoding.UTF8.GetBytes(string.Concat(readable.DistinctBy(f => f.Path).Select(f => $"{f.Hash}  {f.Path}\n"))), cancellationToken);
    }

    /// <summary>Files of the documents the keeper may read, each under the number of its document and its fingerprint.</summary>
    private async Task<IReadOnlyList<ExportedPaper>> ReadableAsync(List<Guid> documents, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Document>().AsNoTracking().DocumentsVisibleTo(user, db.Set<Case>()).Where(d => documents.Contains(d.Id))
            .SelectMany(d => d.Files, (d, f) => new { d.Id, d.Number, f.Hash, f.Size, f.Role, f.ContentType, f.FileName }).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(r => r.Number, StringComparer.Ordinal).ThenBy(r => r.Hash, StringComparer.Ordinal)
            .Select(r => new ExportedPaper(r.Id, $"files/{r.Number!.Replace('/', '-')}/{r.Hash[..16]}{Path.GetExtension(r.FileName)}", r.Hash, r.Size, r.Role, r.ContentType))];
    }

    private static async Task AddAsync(ZipArchive zip, string path, byte[] content, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(cancellationToken);
        await entry.WriteAsync(content, cancellationToken);
    }

    private sealed record ExportedPaper(Guid DocumentId, string Path, string Hash, long Size, DocumentFileRole Role, string ContentType);
}
