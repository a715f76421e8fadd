using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Correspondence;

/// <summary>The tab of the composer a draft belongs to.</summary>
public enum DraftTab
{
    /// <summary>A reply.</summary>
    Reply,

    /// <summary>An interim reply or a notice of extension.</summary>
    Interim,

    /// <summary>An internal note.</summary>
    Note,
}

/// <summary>What somebody has typed so far.</summary>
public sealed record DraftText
{
    /// <summary>Salutation.</summary>
    public string? Salutation { get; init; }

    /// <summary>Body.</summary>
    public string? Body { get; init; }

    /// <summary>Next steps.</summary>
    public string? NextSteps { get; init; }

    /// <summary>The number the client gave their own document.</summary>
    public string? ClientNumber { get; init; }

    /// <summary>How it is to leave.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>The outcome it is to close the case with.</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>The date about to be promised.</summary>
    public DateOnly? PromisedOn { get; init; }

    /// <summary>Extends the term of the law instead of promising.</summary>
    public bool ExtendsLaw { get; init; }

    /// <summary>The same, cut to what the database holds and with blank parts removed.</summary>
    public DraftText Normalised() => this with
    {
        Salutation = Cut(Salutation, LetterParts.MaxSalutation),
        Body = Cut(Body, Draft.MaxBody),
        NextSteps = Cut(NextSteps, LetterParts.MaxNextSteps),
        ClientNumber = Cut(ClientNumber, LetterParts.MaxClientNumber),
    };

    private static string? Cut(string? text, int longest) => string.IsNullOrWhiteSpace(text) ? null
        : text.ReplaceLineEndings("\n") is var clean && clean.Length > longest ? clean[..longest] : clean;
}

/// <summary>
/// A letter or note not sent yet: one for each person, case and tab. Only its author reads it, and the unit when it was shared.
/// It is no part of the case: gone when the letter is sent, and some time after the case was closed.
/// </summary>
public sealed class Draft : IVersioned
{
    /// <summary>Longest body kept, characters: more than a letter may have, so that too long a text is not lost before it is shortened.</summary>
    public const int MaxBody = 2 * Message.MaxLength;

    private readonly List<DraftFile> files = [];

    private Draft()
    {
    }

    /// <summary>A first draft.</summary>
    public Draft(Guid caseId, DraftTab tab, Guid authorId, string authorName, Guid? unitId) =>
        (CaseId, Tab, AuthorId, AuthorName, UnitId) = (caseId, tab, authorId, authorName, unitId);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The tab.</summary>
    public DraftTab Tab { get; private set; }

    /// <summary>Whose it is.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>Their name.</summary>
    public string AuthorName { get; private set; } = "";

    /// <summary>The author's unit, whose colleagues read a shared draft.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>Whose it was before a colleague took it over.</summary>
    public Guid? FormerAuthorId { get; private set; }

    /// <summary>Shared with the unit.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Salutation.</summary>
    public string? Salutation { get; private set; }

    /// <summary>Body.</summary>
    public string? Body { get; private set; }

    /// <summary>Next steps.</summary>
    public string? NextSteps { get; private set; }

    /// <summary>The number the client gave their own document.</summary>
    public string? ClientNumber { get; private set; }

    /// <summary>How it is to leave.</summary>
    public Delivery? Delivery { get; private set; }

    /// <summary>The outcome it is to close the case with.</summary>
    public CaseOutcome? Outcome { get; private set; }

    /// <summary>The date about to be promised.</summary>
    public DateOnly? PromisedOn { get; private set; }

    /// <summary>Extends the term of the law instead of promising.</summary>
    public bool ExtendsLaw { get; private set; }

    /// <summary>Last saved, UTC.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>When it was thrown away; it can be had back for a day.</summary>
    public DateTimeOffset? DiscardedAt { get; private set; }

    /// <summary>Its files, stored already.</summary>
    public IReadOnlyList<DraftFile> Files => files;

    /// <summary>What is typed so far.</summary>
    public DraftText Text => new()
    {
        Salutation = Salutation,
        Body = Body,
        NextSteps = NextSteps,
        ClientNumber = ClientNumber,
        Delivery = Delivery,
        Outcome = Outcome,
        PromisedOn = PromisedOn,
        ExtendsLaw = ExtendsLaw,
    };

    /// <summary>Takes what is typed now; false when nothing is different. A draft thrown away lives again.</summary>
    public bool Write(DraftText text, IReadOnlyList<AttachedFile> attached, bool shared, DateTimeOffset at)
    {
        var clean = text.Normalised();
        var sameFiles = files.OrderBy(f => f.Ordinal).Select(f => f.AsAttached()).SequenceEqual(attached);
        if (DiscardedAt is null && SavedAt != default && clean == Text && shared == IsShared && sameFiles)
            return false;
        (Salutation, Body, NextSteps, ClientNumber) = (clean.Salutation, clean.Body, clean.NextSteps, clean.ClientNumber);
        (Delivery, Outcome, PromisedOn, ExtendsLaw) = (clean.Delivery, clean.Outcome, clean.PromisedOn, clean.ExtendsLaw);
        (IsShared, SavedAt, DiscardedAt) = (shared, at, null);
        if (!sameFiles)
        {
            files.Clear();
            files.AddRange(attached.Take(AttachedFile.MaxCount).Select((f, i) => new DraftFile(Id, i, f)));
        }

        return true;
    }

    /// <summary>Somebody of the unit goes on with it.</summary>
    public void TakeOver(Guid employeeId, string name, Guid? unitId)
    {
        if (!IsShared || DiscardedAt is not null)
            throw new Refusal("Correspondence.Refusal.DraftNotShared");
        (FormerAuthorId, AuthorId, AuthorName, UnitId) = (AuthorId, employeeId, name, unitId);
    }

    /// <summary>Throws it away.</summary>
    public void Discard(DateTimeOffset at) => DiscardedAt ??= at;

    /// <summary>Gets it back.</summary>
    public void Restore() => DiscardedAt = null;
}

/// <summary>A file of a draft. While a draft holds it, its content stays in the file store.</summary>
public sealed class DraftFile
{
    private DraftFile()
    {
    }

    internal DraftFile(Guid draftId, int ordinal, AttachedFile file) =>
        (DraftId, Ordinal, FileName, ContentType, Size, Hash) = (draftId, ordinal, file.FileName, file.ContentType, file.Size, file.Hash);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The draft.</summary>
    public Guid DraftId { get; private set; }

    /// <summary>Place among the files, from 0.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Name, without folders.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Media type found in the content.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>As a message takes it.</summary>
    public AttachedFile AsAttached() => new(FileName, ContentType, Size, Hash);
}
