namespace ServiceDesk.Domain.Cases;

/// <summary>A file that came or went with a message. The content lies in the file store under its hash.</summary>
public sealed class Attachment
{
    private Attachment()
    {
    }

    internal Attachment(Guid caseId, Guid messageId, int ordinal, AttachedFile file) =>
        (CaseId, MessageId, Ordinal, FileName, ContentType, Size, Hash) = (caseId, messageId, ordinal, file.FileName, file.ContentType, file.Size, file.Hash);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The message it belongs to.</summary>
    public Guid MessageId { get; private set; }

    /// <summary>Place among the files of the message, from 0.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Name as given, without folders.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Media type found in the content, not taken from the name.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    internal void MoveDown() => Ordinal++;
}

/// <summary>A stored file about to be attached.</summary>
/// <param name="FileName">Name without folders.</param>
/// <param name="ContentType">Media type found in the content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">SHA-256, hexadecimal.</param>
public sealed record AttachedFile(string FileName, string ContentType, long Size, string Hash)
{
    /// <summary>Most files a message may carry.</summary>
    public const int MaxCount = 10;

    /// <summary>Most bytes a file may have: 20 MB.</summary>
    public const long MaxSize = 20 * 1024 * 1024;
}
