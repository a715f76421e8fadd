namespace ServiceDesk.Application.Shared;

/// <summary>Keeps file contents by their SHA-256 hash, outside the database. The same content is kept once.</summary>
public interface IFileStore
{
    /// <summary>Stores a stream and tells its hash (lower-case hexadecimal, 64 characters) and size in bytes.</summary>
    Task<StoredFile> SaveAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a stream if <paramref name="accepts"/>, shown the whole content before it gets its place, says so; otherwise keeps nothing
    /// and returns null.
    /// </summary>
    Task<StoredFile?> SaveAsync(Stream content, Func<Stream, bool> accepts, CancellationToken cancellationToken);

    /// <summary>Opens a stored content for reading; null when nothing is kept under that hash.</summary>
    Stream? Open(string hash);

    /// <summary>Hashes of contents last stored longer ago than this.</summary>
    IEnumerable<string> OlderThan(TimeSpan age);

    /// <summary>Deletes a content nothing refers to, unless it was stored again meanwhile; false when it stays.</summary>
    bool Remove(string hash, TimeSpan olderThan);
}

/// <summary>A stored content.</summary>
/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(string Hash, long Size);
