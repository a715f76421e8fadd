using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Infrastructure.Files;

/// <summary>
/// Contents by hash under <c>data/files/ab/cd/…</c>. Written aside, flushed to the disk, then renamed: after a crash a file is
/// whole or not there, and once the hash is told it stays.
/// </summary>
internal sealed class FileStore(IOptions<ServiceDeskOptions> options) : IFileStore
{
    private string Root => Path.Combine(options.Value.DataFolder, "files");

    public async Task<StoredFile> SaveAsync(Stream content, CancellationToken cancellationToken) =>
        (await SaveAsync(content, static _ => true, cancellationToken))!;

    public async Task<StoredFile?> SaveAsync(Stream content, Func<Stream, bool> accepts, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Root, "incoming");
        Directory.CreateDirectory(folder);
        var aside = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        try
        {
            var stored = await WriteAsync(content, aside, cancellationToken);
            if (!Accepted(aside, accepts))
                return null;
            Keep(aside, PathOf(stored.Hash));
            return stored;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    public Stream? Open(string hash)
    {
        if (!IsHash(hash) || !File.Exists(PathOf(hash)))
            return null;
        return new FileStream(PathOf(hash), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
    }

    public IEnumerable<string> OlderThan(TimeSpan age) => Directory.Exists(Root)
        ? Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Where(f => IsHash(Path.GetFileName(f)) && IsOlder(f, age)).Select(f => Path.GetFileName(f)!)
        : [];

    public bool Remove(string hash, TimeSpan olderThan)
    {
        if (!IsHash(hash) || !File.Exists(PathOf(hash)) || !IsOlder(PathOf(hash), olderThan))
            return false;
        File.Delete(PathOf(hash));
        return true;
    }

    // The disk's own clock wrote the time, so the machine's clock is asked, not a training clock.
    private static bool IsOlder(string path, TimeSpan age) => TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(path) > age;

    private string PathOf(string hash) => Path.Combine(Root, hash[..2], hash[2..4], hash);

    private static bool IsHash(string hash) => hash.Length == 64 && hash.All(c => char.IsAsciiHexDigitLower(c));

    private static async Task<StoredFile> WriteAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 });
            long size = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                size += read;
            }

            file.Flush(flushToDisk: true);
            return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool Accepted(string path, Func<Stream, bool> accepts)
    {
        using var draft = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return accepts(draft);
    }

    private static void Keep(string aside, string path)
    {
        if (File.Exists(path))
        {
            // Stored again: whoever cleans up abandoned files lets it be.
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
            return;
        }

        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        try
        {
            File.Move(aside, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // The same content arrived twice at once.
            return;
        }

        // A new name is on the disk only when its folder is, and a new folder only when the one above is.
        FlushFolder(folder);
        FlushFolder(Path.GetDirectoryName(folder)!);
        FlushFolder(Path.GetDirectoryName(Path.GetDirectoryName(folder))!);
    }

    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = OpenFolder(folder, 0);
        if (handle < 0)
            return;
        _ = Flush(handle);
        _ = Close(handle);
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int OpenFolder([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int Flush(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
