using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Domain.Documents;

/// <summary>A registered document as it read at one time. The first comes with the number; each further one is a correction.</summary>
public sealed class DocumentEdition
{
    private DocumentEdition()
    {
    }

    internal DocumentEdition(Document document, int number, string? reason, Actor by, DateTimeOffset at) =>
        (DocumentId, Number, Subject, Content, Reason, ById, By, At) = (document.Id, number, document.Subject, document.Content, reason, by.EmployeeId, by.Name, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The document.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>Number of the edition, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Its subject then.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Its content then, as JSON of the kind's record.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Why it was corrected; null for the first.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Their name.</summary>
    public string By { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>What a file is to its document.</summary>
public enum DocumentFileRole
{
    /// <summary>What we printed at registration or correction.</summary>
    Printed,

    /// <summary>Came back signed; the newest is the authoritative file.</summary>
    Signed,

    /// <summary>Goes with the document as its annex.</summary>
    Annex,
}

/// <summary>A file of a document. The content lies in the file store under its hash.</summary>
public sealed class DocumentFile
{
    private DocumentFile()
    {
    }

    internal DocumentFile(Guid documentId, DocumentFileRole role, AttachedFile file, int edition, Actor by, DateTimeOffset at) =>
        (DocumentId, Role, FileName, ContentType, Size, Hash, Edition, ById, By, At) =
        (documentId, role, file.FileName, file.ContentType, file.Size, file.Hash, edition, by.EmployeeId, by.Name, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The document.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>What it is to the document.</summary>
    public DocumentFileRole Role { get; private set; }

    /// <summary>Name without folders.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Media type found in the content.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The edition it is of; 0 for a draft's.</summary>
    public int Edition { get; private set; }

    /// <summary>Who brought it.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Their name.</summary>
    public string By { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>What can happen to a document.</summary>
public enum DocumentEventKind
{
    /// <summary>Begun.</summary>
    Begun,

    /// <summary>Written on.</summary>
    Written,

    /// <summary>Registered under a number.</summary>
    Registered,

    /// <summary>Corrected, with the reason.</summary>
    Corrected,

    /// <summary>Annulled, with the reason.</summary>
    Annulled,

    /// <summary>Another one stands in its place.</summary>
    Superseded,

    /// <summary>Signed.</summary>
    Signed,

    /// <summary>A file was added.</summary>
    FileAdded,

    /// <summary>Destroyed, with the number of the act.</summary>
    Destroyed,
}

/// <summary>Something that happened to a document. Never changed.</summary>
public sealed class DocumentEvent
{
    private DocumentEvent()
    {
    }

    internal DocumentEvent(Guid documentId, int place, DocumentEventKind kind, Actor by, DateTimeOffset at, string? text, string[] arguments) =>
        (DocumentId, Ordinal, Kind, ById, By, At, Text, Arguments) = (documentId, at.UtcTicks + place, kind, by.EmployeeId, by.Name, at, text, [.. arguments]);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The document.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>Orders lines written at the same instant: ticks of <see cref="At"/> plus the place in the save.</summary>
    public long Ordinal { get; private set; }

    /// <summary>What.</summary>
    public DocumentEventKind Kind { get; private set; }

    /// <summary>Who.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Their name.</summary>
    public string By { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The reason given.</summary>
    public string? Text { get; private set; }

    /// <summary>Values for the sentence of <see cref="Kind"/>.</summary>
    public IReadOnlyList<string> Arguments { get; private set; } = [];
}
