using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Documents.Contracts;

/// <summary>Where a contract stands. Follows from its document, its dates and what was decided; never set by hand.</summary>
public enum ContractState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>With those who approve it.</summary>
    InApproval,

    /// <summary>Registered, not signed by both parties yet.</summary>
    ToSign,

    /// <summary>Signed, its first day is still to come.</summary>
    Upcoming,

    /// <summary>In force.</summary>
    InForce,

    /// <summary>Its last day is over.</summary>
    Ended,

    /// <summary>Terminated before its end.</summary>
    Terminated,

    /// <summary>Annulled, or another document stands in its place.</summary>
    Void,
}

/// <summary>
/// The life of a contract beside its document: what runs, who looks after it, whether it is with those who approve it, what is owed and by when, how it ended.
/// Begins with the draft and has its key.
/// </summary>
public sealed class Contract : IVersioned
{
    private readonly List<ContractVisa> visas = [];
    private readonly List<ContractObligation> obligations = [];
    private readonly List<ContractPaper> papers = [];

    private Contract()
    {
    }

    /// <summary>Key: that of the document.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Name of the other party.</summary>
    public string PartyName { get; private set; } = "";

    /// <summary>Price with tax, euro.</summary>
    public decimal Total { get; private set; }

    /// <summary>First local day.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>Last local day, amendments included; null without end.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Who looks after it and is reminded.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>When it was given to those who approve, UTC.</summary>
    public DateTimeOffset? ApprovalSince { get; private set; }

    /// <summary>The local day on which it ended before its end.</summary>
    public DateOnly? TerminatedOn { get; private set; }

    /// <summary>Why.</summary>
    public string? TerminationReason { get; private set; }

    /// <summary>Answers of lawyer and finance as the writer noted them before drafts went on routes, where they were loaded.</summary>
    public IReadOnlyList<ContractVisa> Visas => visas;

    /// <summary>What is owed, where it was loaded.</summary>
    public IReadOnlyList<ContractObligation> Obligations => obligations;

    /// <summary>Amendments and claims, where they were loaded.</summary>
    public IReadOnlyList<ContractPaper> Papers => papers;

    /// <summary>Begins the life of a contract with its draft; who writes it looks after it.</summary>
    public static Contract Of(Document document) => new() { Id = document.Id, OwnerId = document.AuthorId };

    /// <summary>Takes over what the document says now. Load the papers before.</summary>
    public void Follow(ContractBody content)
    {
        PartyName = content.Party.Name?.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, 300)] : "";
        (Total, StartsOn) = (content.Total, content.StartsOn);
        WrittenEndsOn = content.IsOpenEnded ? null : content.EndsOn;
        EndsOn = AmendedEnd ?? WrittenEndsOn;
    }

    /// <summary>Notes an amendment or a claim as it stands now; only registered amendments that are not annulled move the end.</summary>
    /// <param name="document">The amendment or claim.</param>
    /// <param name="startsOn">First local day of an amendment.</param>
    /// <param name="newEndsOn">The last day an amendment gives the contract.</param>
    public void Refer(Document document, DateOnly? startsOn, DateOnly? newEndsOn)
    {
        var paper = papers.Find(p => p.DocumentId == document.Id);
        if (paper is null)
            papers.Add(paper = new ContractPaper(Id, document.Id));
        paper.Take(document.State == DocumentState.Registered, startsOn, newEndsOn);
        if (paper.IsInForce && document.ReplacesId is { } earlier)
            papers.Find(p => p.DocumentId == earlier)?.GiveWay();
        EndsOn = AmendedEnd ?? WrittenEndsOn;
    }

    /// <summary>Gives it to somebody to look after.</summary>
    public void GiveTo(Guid ownerId) => OwnerId = ownerId;

    /// <summary>Whether it is with those who approve it, as its route says.</summary>
    /// <param name="since">Since when, UTC; null when it is not.</param>
    public void InApproval(DateTimeOffset? since) => ApprovalSince = since;

    /// <summary>Adds what one party owes. Refused without words, owner or a day.</summary>
    public ContractObligation Owe(string? what, Guid? ownerId, DateOnly? dueOn)
    {
        RefuseWhenOver();
        if (string.IsNullOrWhiteSpace(what))
            throw new Refusal("Documents.Refusal.ObligationMissing");
        if (what.Trim().Length > ContractObligation.MaxText)
            throw new Refusal("Cases.Refusal.TextTooLong", ContractObligation.MaxText);
        var owed = new ContractObligation(
            Id, what.Trim(), ownerId ?? throw new Refusal("Documents.Refusal.OwnerMissing"), dueOn ?? throw new Refusal("Documents.Refusal.DueMissing"));
        obligations.Add(owed);
        return owed;
    }

    /// <summary>Marks an obligation as done. A second press changes nothing.</summary>
    public void Done(Guid obligationId, Actor by, DateOnly today) =>
        (obligations.Find(o => o.Id == obligationId) ?? throw new Refusal("Cases.Refusal.NotAllowed")).Done(by, today);

    /// <summary>Ends it before its end. Refused for what is not signed, for a second time, without a reason and for a day outside the contract.</summary>
    public void Terminate(Document document, DateOnly? on, string? reason)
    {
        RefuseWhenOver();
        if (document.State != DocumentState.Registered || document.SignedOn is null)
            throw new Refusal("Documents.Refusal.NotInForce");
        if (string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Cases.Refusal.ReasonMissing");
        if (reason.Trim().Length > Document.MaxReason)
            throw new Refusal("Documents.Refusal.ReasonTooLong", Document.MaxReason);
        if (on is not { } day)
            throw new Refusal("Documents.Refusal.TerminationDayMissing");
        if (day < StartsOn || day > EndsOn)
            throw new Refusal("Documents.Refusal.TerminationDay");
        (TerminatedOn, TerminationReason) = (day, reason.Trim());
    }

    /// <summary>Where it stands on a local day.</summary>
    public ContractState State(DocumentState document, DateOnly? signedOn, DateOnly today) => document switch
    {
        DocumentState.Draft => ApprovalSince is null ? ContractState.Draft : ContractState.InApproval,
        DocumentState.Superseded or DocumentState.Annulled => ContractState.Void,
        _ when TerminatedOn < today => ContractState.Terminated,
        _ when EndsOn < today => ContractState.Ended,
        _ when signedOn is null => ContractState.ToSign,
        _ => today < StartsOn ? ContractState.Upcoming : ContractState.InForce,
    };

    /// <summary>Last local day the document itself says.</summary>
    public DateOnly? WrittenEndsOn { get; private set; }

    private DateOnly? AmendedEnd => papers.Where(p => p is { IsInForce: true, NewEndsOn: not null }).OrderBy(p => p.StartsOn).LastOrDefault()?.NewEndsOn;

    private void RefuseWhenOver()
    {
        if (TerminatedOn is not null)
            throw new Refusal("Documents.Refusal.AlreadyTerminated");
    }

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(text.Trim().Length, Document.MaxReason)];
}
