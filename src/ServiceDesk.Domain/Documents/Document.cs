using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Documents;

/// <summary>
/// A document the house draws up: its head, its content as typed in, its number once registered, its files and what happened to it.
/// A registered document is never edited: it is corrected by a further edition that says why, superseded by another document, or annulled
/// with a reason; its number is never used again (MK 558 p. 5).
/// </summary>
public sealed partial class Document : IVersioned
{
    /// <summary>Longest text of a reason, characters.</summary>
    public const int MaxReason = 1000;

    private readonly List<DocumentEdition> editions = [];
    private readonly List<DocumentFile> files = [];
    private readonly List<DocumentEvent> events = [];
    private readonly List<RouteStep> routeSteps = [];

    private Document()
    {
    }

    /// <summary>Key; the one-time token of the form that made it, so that a form sent twice makes one document.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What kind it is.</summary>
    public DocumentKind Kind { get; private set; }

    /// <summary>Where it stands.</summary>
    public DocumentState State { get; private set; }

    /// <summary>What it is about.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Language of the text: lv, en or ru.</summary>
    public string Language { get; private set; } = "lv";

    /// <summary>The unit in whose name it is written.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Who prepared it; null for the system.</summary>
    public Guid? AuthorId { get; private set; }

    /// <summary>Their name.</summary>
    public string Author { get; private set; } = "";

    /// <summary>Who signs, when somebody of the house.</summary>
    public Guid? SignatoryId { get; private set; }

    /// <summary>Name and surname of who signs.</summary>
    public string? SignatoryName { get; private set; }

    /// <summary>Their post.</summary>
    public string? SignatoryPost { get; private set; }

    /// <summary>Whether it is to be signed electronically.</summary>
    public bool IsSignedElectronically { get; private set; }

    /// <summary>Whether access is restricted.</summary>
    public DocumentAccessMark Access { get; private set; }

    /// <summary>On what ground.</summary>
    public string? AccessBasis { get; private set; }

    /// <summary>The last local day of the restriction.</summary>
    public DateOnly? AccessUntil { get; private set; }

    /// <summary>The case it belongs to.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>The client it is for or with.</summary>
    public Guid? ClientId { get; private set; }

    /// <summary>The content as typed in, as JSON of the kind's record.</summary>
    public string Content { get; private set; } = "";

    /// <summary>The content as plain text, for looking it up.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The register that numbered it; null for a draft.</summary>
    public Guid? RegisterId { get; private set; }

    /// <summary>Year of the number, local.</summary>
    public int? RegisterYear { get; private set; }

    /// <summary>Sequence in the year, from 1 without gaps.</summary>
    public int? Sequence { get; private set; }

    /// <summary>Registration number.</summary>
    public string? Number { get; private set; }

    /// <summary>Date of the document, local: the day of registration.</summary>
    public DateOnly? DatedOn { get; private set; }

    /// <summary>How it was signed.</summary>
    public SignatureKind SignedBy { get; private set; }

    /// <summary>The local day it was signed.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>The document that stands in its place.</summary>
    public Guid? SupersededById { get; private set; }

    /// <summary>The document in whose place it stands.</summary>
    public Guid? ReplacesId { get; private set; }

    /// <summary>When it was begun, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Editions since registration, oldest first, where they were loaded.</summary>
    public IReadOnlyList<DocumentEdition> Editions => editions;

    /// <summary>Files: what was printed, what came back signed, annexes; where they were loaded.</summary>
    public IReadOnlyList<DocumentFile> Files => files;

    /// <summary>What happened, oldest first, where it was loaded.</summary>
    public IReadOnlyList<DocumentEvent> Events => events;

    /// <summary>Those it was sent to for approval, who read it on that ground; for queries, routes themselves change it.</summary>
    public IReadOnlyList<RouteStep> RouteSteps => routeSteps;

    /// <summary>Begins a draft.</summary>
    /// <param name="token">One-time token of the form; becomes the key.</param>
    /// <param name="kind">What kind.</param>
    /// <param name="head">The head.</param>
    /// <param name="content">The content as JSON and as plain text.</param>
    /// <param name="caseId">The case it belongs to.</param>
    /// <param name="clientId">The client it is for or with.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, UTC.</param>
    public static Document Begin(Guid token, DocumentKind kind, DocumentHead head, DocumentText content, Guid? caseId, Guid? clientId, Actor by, DateTimeOffset at)
    {
        var document = new Document { Id = token, Kind = kind, CaseId = caseId, ClientId = clientId, AuthorId = by.EmployeeId, Author = by.Name, CreatedAt = at };
        document.Take(head, content, at);
        document.Log(DocumentEventKind.Begun, by, at);
        return document;
    }

    /// <summary>Writes on. Refused once it is registered. The history says when others than its author did.</summary>
    public void Write(DocumentHead head, DocumentText content, Actor by, DateTimeOffset at)
    {
        RefuseUnlessDraft();
        Take(head, content, at);
        if (by.EmployeeId != AuthorId)
            Log(DocumentEventKind.Written, by, at);
    }

    /// <summary>Gives it number and date; the content is fixed from now on.</summary>
    /// <param name="register">Register that numbers it.</param>
    /// <param name="year">Year, local.</param>
    /// <param name="sequence">Sequence allotted.</param>
    /// <param name="datedOn">The local day.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, UTC.</param>
    public DocumentEdition Enter(Register register, int year, int sequence, DateOnly datedOn, Actor by, DateTimeOffset at)
    {
        RefuseUnlessDraft();
        (State, RegisterId, RegisterYear, Sequence, Number, DatedOn, ChangedAt) = (DocumentState.Registered, register.Id, year, sequence, register.Format(year, sequence), datedOn, at);
        Log(DocumentEventKind.Registered, by, at, null, Number);
        return AddEdition(null, by, at);
    }

    /// <summary>Corrects a registered document: a further edition under the same number that says why.</summary>
    public DocumentEdition Correct(DocumentHead head, DocumentText content, string reason, Actor by, DateTimeOffset at)
    {
        RefuseUnlessRegistered();
        var why = Reason(reason);
        Take(head, content, at);
        Log(DocumentEventKind.Corrected, by, at, why);
        return AddEdition(why, by, at);
    }

    /// <summary>Annuls it; number, files and content stay.</summary>
    public void Annul(string reason, Actor by, DateTimeOffset at)
    {
        RefuseUnlessRegistered();
        Log(DocumentEventKind.Annulled, by, at, Reason(reason));
        (State, ChangedAt) = (DocumentState.Annulled, at);
    }

    /// <summary>Marks a draft as the one that is to stand in the place of a registered document.</summary>
    public void Replace(Document earlier)
    {
        RefuseUnlessDraft();
        earlier.RefuseUnlessRegistered();
        ReplacesId = earlier.Id;
    }

    /// <summary>Another document, now registered, stands in its place.</summary>
    public void GiveWayTo(Document later, Actor by, DateTimeOffset at)
    {
        RefuseUnlessRegistered();
        (State, SupersededById, ChangedAt) = (DocumentState.Superseded, later.Id, at);
        Log(DocumentEventKind.Superseded, by, at, null, later.Number ?? "");
    }

    /// <summary>Notes how and when it was signed.</summary>
    public void Sign(SignatureKind how, DateOnly signedOn, DateOnly today, Actor by, DateTimeOffset at)
    {
        RefuseUnlessRegistered();
        if (how == SignatureKind.None)
            throw new Refusal("Documents.Refusal.SignatureMissing");
        if (signedOn > today)
            throw new Refusal("Documents.Refusal.SignedInFuture");
        (SignedBy, SignedOn, ChangedAt) = (how, signedOn, at);
        Log(DocumentEventKind.Signed, by, at, null, how.ToString());
    }

    /// <summary>Keeps a file with it.</summary>
    public DocumentFile Keep(DocumentFileRole role, AttachedFile file, Actor by, DateTimeOffset at)
    {
        var kept = new DocumentFile(Id, role, file, editions.Count, by, at);
        files.Add(kept);
        if (role != DocumentFileRole.Printed)
            Log(DocumentEventKind.FileAdded, by, at, null, role.ToString(), file.FileName);
        ChangedAt = at;
        return kept;
    }

    /// <summary>Notes that something happened which its own methods do not cover.</summary>
    public void Note(DocumentEventKind kind, Actor by, DateTimeOffset at, string? text = null, params string[] arguments)
    {
        ChangedAt = at;
        Log(kind, by, at, text, arguments);
    }

    private void Take(DocumentHead head, DocumentText content, DateTimeOffset at)
    {
        var kept = head.Checked();
        (Subject, Language, UnitId, SignatoryId, SignatoryName, SignatoryPost) = (kept.Subject, kept.Language, kept.UnitId, kept.SignatoryId, kept.SignatoryName, kept.SignatoryPost);
        (IsSignedElectronically, Access, AccessBasis, AccessUntil) = (kept.IsSignedElectronically, kept.Access, kept.AccessBasis, kept.AccessUntil);
        (Content, Text, ChangedAt) = (content.Json, content.Plain, at);
    }

    private DocumentEdition AddEdition(string? reason, Actor by, DateTimeOffset at)
    {
        var edition = new DocumentEdition(this, editions.Count + 1, reason, by, at);
        editions.Add(edition);
        return edition;
    }

    private void RefuseUnlessDraft()
    {
        if (State != DocumentState.Draft)
            throw new Refusal("Documents.Refusal.NoDraft");
    }

    private void RefuseUnlessRegistered()
    {
        if (State != DocumentState.Registered)
            throw new Refusal("Documents.Refusal.NotRegistered");
    }

    private static string Reason(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Cases.Refusal.ReasonMissing");
        return reason.Trim() is { Length: <= MaxReason } kept ? kept : throw new Refusal("Documents.Refusal.ReasonTooLong", MaxReason);
    }

    private void Log(DocumentEventKind kind, Actor by, DateTimeOffset at, string? text = null, params string[] arguments) =>
        events.Add(new DocumentEvent(Id, events.Count, kind, by, at, text, arguments));
}

/// <summary>A content as it is kept: for machines and for looking it up.</summary>
/// <param name="Json">The kind's record as JSON.</param>
/// <param name="Plain">All its words.</param>
public sealed record DocumentText(string Json, string Plain);
