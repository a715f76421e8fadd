using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Archive;

/// <summary>What an act of the archive does with its files.</summary>
public enum ArchiveActKind
{
    /// <summary>Destroys them.</summary>
    Destruction,

    /// <summary>Hands them over to the National Archives.</summary>
    ToArchives,

    /// <summary>Hands them over from one employee to another.</summary>
    BetweenEmployees,
}

/// <summary>
/// A step of the archive with files: the paper is a registered act like any other; here is which files it is about and whether it has been
/// carried out. Nothing is done before the act is signed.
/// </summary>
public sealed class ArchiveAct : IVersioned
{
    /// <summary>Longest number of the agreement, characters.</summary>
    public const int MaxAgreement = 60;

    private readonly List<ArchiveActFile> files = [];

    private ArchiveAct()
    {
    }

    /// <summary>An act about files. Hand-over to the archives is refused without files; it and destruction also without the agreement of the National Archives.</summary>
    public ArchiveAct(Guid token, ArchiveActKind kind, IReadOnlyCollection<ArchiveFile> about, string? agreement, DateOnly? agreedOn, DateOnly today, Actor by, DateTimeOffset at)
    {
        if (about.Count == 0 && kind == ArchiveActKind.ToArchives)
            throw new Refusal("Archive.Refusal.NoFiles");
        if (kind == ArchiveActKind.BetweenEmployees)
            (agreement, agreedOn) = (null, null);
        else if (string.IsNullOrWhiteSpace(agreement) || agreedOn is null)
            throw new Refusal("Archive.Refusal.ArchivesAgreementMissing");
        if (agreedOn > today)
            throw new Refusal("Archive.Refusal.AgreedInFuture");
        if (agreement?.Trim().Length > MaxAgreement)
            throw new Refusal("Cases.Refusal.TextTooLong", MaxAgreement);
        (Id, Kind, DocumentId, Agreement, AgreedOn, MadeById, MadeBy, MadeAt) = (token, kind, token, agreement?.Trim(), agreedOn, by.EmployeeId, by.Name, at);
        files.AddRange(about.Select(f => new ArchiveActFile(token, f.Id)));
    }

    /// <summary>Key; the one-time token of the form, and the key of the document.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What it does.</summary>
    public ArchiveActKind Kind { get; private set; }

    /// <summary>The act as a registered document.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>Number of the agreement of the National Archives.</summary>
    public string? Agreement { get; private set; }

    /// <summary>Its local day.</summary>
    public DateOnly? AgreedOn { get; private set; }

    /// <summary>Who takes over, between employees.</summary>
    public Guid? TakerId { get; private set; }

    /// <summary>The approved list of records past their term it destroys.</summary>
    public Guid? ListId { get; private set; }

    /// <summary>Who made it.</summary>
    public Guid? MadeById { get; private set; }

    /// <summary>Their name.</summary>
    public string MadeBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>SHA-256 of the list of everything the files held when the act was made, hexadecimal.</summary>
    public string? ManifestSha256 { get; private set; }

    /// <summary>Pieces of content on that list.</summary>
    public int Contents { get; private set; }

    /// <summary>When it was carried out, UTC.</summary>
    public DateTimeOffset? CarriedOutAt { get; private set; }

    /// <summary>Who did.</summary>
    public string? CarriedOutBy { get; private set; }

    /// <summary>The files, where they were loaded.</summary>
    public IReadOnlyList<ArchiveActFile> Files => files;

    /// <summary>Who takes over, between employees.</summary>
    public void GivesTo(Guid takerId) => TakerId = takerId;

    /// <summary>It destroys what this approved list holds.</summary>
    public void Destroys(Guid listId) => ListId = listId;

    /// <summary>Fixes what the files held.</summary>
    public void Lists(string sha256, int contents) => (ManifestSha256, Contents) = (sha256, contents);

    /// <summary>It was carried out. Refused twice, before the act is signed, and when the files no longer hold what the act lists.</summary>
    public void CarryOut(Document act, string? sha256, Actor by, DateTimeOffset at)
    {
        if (CarriedOutAt is not null)
            throw new Refusal("Archive.Refusal.CarriedOut", act.Number ?? "");
        if (act.State != DocumentState.Registered || act.SignedBy == SignatureKind.None)
            throw new Refusal("Archive.Refusal.ActUnsigned");
        if (sha256 != ManifestSha256)
            throw new Refusal("Archive.Refusal.ManifestChanged");
        (CarriedOutAt, CarriedOutBy) = (at, by.Name);
    }
}

/// <summary>A file an act is about.</summary>
public sealed class ArchiveActFile
{
    private ArchiveActFile()
    {
    }

    internal ArchiveActFile(Guid actId, Guid fileId) => (ActId, FileId) = (actId, fileId);

    /// <summary>The act.</summary>
    public Guid ActId { get; private set; }

    /// <summary>The file.</summary>
    public Guid FileId { get; private set; }
}
