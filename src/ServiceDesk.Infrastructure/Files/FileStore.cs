using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Infrastructure.Files;

/// <summary>
/// Contents under <c>files/ab/cd/&lt;sha-256&gt;</c> of the data folder. Written beside, flushed to the disk, then renamed: a crash
/// leaves either the whole content or none.
/// </summary>
internal sealed class FileStore(IOptions<ServiceDeskOptions> options) : IFileStore
{
    private string Root => Path.Combine(options.Value.DataFolder, "files");

    public async Task<StoredFile> SaveAsync(Stream content, CancellationToken cancellationToken)
    {
        var incoming = Path.Combine(Root, "incoming");
        Directory.CreateDirectory(incoming);
        var draft = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var stored = await WriteAsync(draft, content, cancellationToken);
            var final = PathOf(stored.Hash);
            Directory.CreateDirectory(Path.GetDirectoryName(final)!);
            if (!File.Exists(final))
                File.Move(draft, final, overwrite: true);
            return stored;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public Stream? Open(string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
            return null;
        var path = PathOf(hash);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan) : null;
    }

    private static async Task<StoredFile> WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous);
        var buffer = new byte[64 * 1024];
        long size = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        file.Flush(flushToDisk: true);
        return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private string PathOf(string hash) => Path.Combine(Root, hash[..2], hash[2..4], hash);
}
