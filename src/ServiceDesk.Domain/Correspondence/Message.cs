using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Correspondence;

/// <summary>Which way a message goes.</summary>
public enum MessageDirection
{
    /// <summary>The client wrote.</summary>
    FromClient,

    /// <summary>We write to the client.</summary>
    ToClient,

    /// <summary>Stays in the house; the client never sees it.</summary>
    Internal,

    /// <summary>We write to another body; the client never sees it.</summary>
    ToOthers,
}

/// <summary>What a message is.</summary>
public enum MessageKind
{
    /// <summary>The text the case began with.</summary>
    Submission,

    /// <summary>The client added something.</summary>
    Addition,

    /// <summary>Acknowledgement of receipt (apstiprinājums par saņemšanu) with number, unit and term.</summary>
    Acknowledgement,

    /// <summary>Substantive reply (atbilde pēc būtības).</summary>
    Reply,

    /// <summary>Interim reply (starpatbilde) with explanation and promised date (SIG 21.1).</summary>
    InterimReply,

    /// <summary>Notice that the statutory term is extended, with reason and date.</summary>
    StatutoryExtension,

    /// <summary>Notice that another body answers (pārsūtīšana pēc piekritības).</summary>
    Forwarding,

    /// <summary>Internal note (piezīme).</summary>
    Note,

    /// <summary>A question to the client, on whose answer we wait.</summary>
    Question,

    /// <summary>Thanks of the client after the reply: kept, but nothing is owed by it.</summary>
    Thanks,

    /// <summary>What we send to the body that is to answer instead of us.</summary>
    Referral,

    /// <summary>What a colleague answered to an internal request.</summary>
    ColleagueAnswer,
}

/// <summary>How a letter leaves the house.</summary>
public enum Delivery
{
    /// <summary>It does not: notes and what came in.</summary>
    None,

    /// <summary>E-mail through the outbox.</summary>
    Email,

    /// <summary>The client reads it on the tracking page; no address is known.</summary>
    TrackingPage,

    /// <summary>Posted letter.</summary>
    Post,

    /// <summary>Handed over or told at the counter.</summary>
    InPerson,

    /// <summary>Told on the phone.</summary>
    Phone,

    /// <summary>Official e-address, sent outside the portal.</summary>
    EAddress,

    /// <summary>Stays in the house: a colleague reads it in the case.</summary>
    InHouse,
}

/// <summary>Whether a letter has left the house.</summary>
public enum DeliveryState
{
    /// <summary>Nothing to send.</summary>
    NotNeeded,

    /// <summary>Waits in the outbox.</summary>
    Queued,

    /// <summary>Left the house.</summary>
    Sent,

    /// <summary>Could not be sent; somebody must act.</summary>
    Failed,

    /// <summary>Could not be sent and was replaced by another way or given up with a reason.</summary>
    Resolved,

    /// <summary>Taken back by its writer before it left; the client never got it.</summary>
    TakenBack,
}

/// <summary>A letter, a note or what the client wrote. The text is never changed once it is part of the case.</summary>
public sealed class Message
{
    /// <summary>Longest text, characters.</summary>
    public const int MaxLength = 20_000;

    private readonly List<Attachment> attachments = [];

    private Message()
    {
    }

    internal Message(Guid caseId, MessageKind kind, Actor author, DateTimeOffset at, string text, IEnumerable<AttachedFile> files, Guid? token = null)
    {
        Id = token ?? Guid.CreateVersion7();
        if (string.IsNullOrWhiteSpace(text))
            throw new Refusal("Cases.Refusal.TextMissing");
        if (text.Length > MaxLength)
            throw new Refusal("Cases.Refusal.TextTooLong", MaxLength);

        CaseId = caseId;
        Kind = kind;
        Direction = kind switch
        {
            MessageKind.Submission or MessageKind.Addition or MessageKind.Thanks => MessageDirection.FromClient,
            MessageKind.Note or MessageKind.ColleagueAnswer => MessageDirection.Internal,
            MessageKind.Referral => MessageDirection.ToOthers,
            _ => MessageDirection.ToClient,
        };
        AuthorId = author.EmployeeId;
        AuthorName = author.Name;
        WrittenAt = at;
        Text = text.Trim();
        attachments.AddRange(files.Select((f, i) => new Attachment(caseId, Id, i, f)));
        if (attachments.Count > AttachedFile.MaxCount)
            throw new Refusal("Cases.Refusal.TooManyFiles", AttachedFile.MaxCount);
    }

    /// <summary>What a client once wrote, as an older register kept it: of any length.</summary>
    internal static Message TakenOver(Guid caseId, DateTimeOffset at, string text) => new()
    {
        Id = Guid.CreateVersion7(),
        CaseId = caseId,
        Kind = MessageKind.Submission,
        Direction = MessageDirection.FromClient,
        WrittenAt = at,
        Text = text,
    };

    /// <summary>Key; the one-time token of the form that made it, where there was one.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Place among the messages of the case, from 0.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Which way it goes.</summary>
    public MessageDirection Direction { get; private set; }

    /// <summary>What it is.</summary>
    public MessageKind Kind { get; private set; }

    /// <summary>The employee who wrote it; null for the client and the system.</summary>
    public Guid? AuthorId { get; private set; }

    /// <summary>The employee's name at that time.</summary>
    public string AuthorName { get; private set; } = "";

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Plain text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The date promised in an interim reply or an extension; the whole day is included.</summary>
    public DateOnly? PromisedOn { get; private set; }

    /// <summary>The day by which the client is asked to answer a question; null when no day was named.</summary>
    public DateOnly? WantedOn { get; private set; }

    /// <summary>The body a referral goes to.</summary>
    public string? Addressee { get; private set; }

    /// <summary>Its e-mail, e-address or postal address, as used.</summary>
    public string? AddresseeContact { get; private set; }

    /// <summary>The outcome with which the case closes when this reply has left the house; null keeps it open.</summary>
    public CaseOutcome? ClosesWith { get; private set; }

    /// <summary>How it leaves the house.</summary>
    public Delivery Delivery { get; private set; }

    /// <summary>Whether it has left.</summary>
    public DeliveryState DeliveryState { get; private set; }

    /// <summary>When it left the house, UTC: the mail server took it, it was posted, handed over or shown.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>What the mail server or the transport said when it failed.</summary>
    public string? DeliveryError { get; private set; }

    /// <summary>The letter of the case that answers for a merged one, of which this is the other client's own; null for any other.</summary>
    public Guid? CopyOfId { get; private set; }

    /// <summary>The parts of a letter written in the composer; null for every other text.</summary>
    public LetterParts? Letter { get; private set; }

    /// <summary>Files that came or went with it.</summary>
    public IReadOnlyList<Attachment> Attachments => attachments;

    /// <summary>Whether something about the case changes when it has left the house: clocks are settled, or we begin to wait.</summary>
    public bool IsReplyKind => Kind is MessageKind.Reply or MessageKind.InterimReply or MessageKind.StatutoryExtension or MessageKind.Forwarding
        or MessageKind.Referral or MessageKind.Question or MessageKind.Acknowledgement;

    /// <summary>Keeps the parts the text was put together from.</summary>
    public Message PutTogetherFrom(LetterParts? parts)
    {
        if (parts is not null && parts.AsText() != Text)
            throw new ArgumentException("The parts are not those of this text.", nameof(parts));
        Letter = parts;
        return this;
    }

    /// <summary>Encloses the registered paper of the letter, before all other files.</summary>
    /// <param name="paper">The printed document.</param>
    public Message Enclose(AttachedFile paper)
    {
        if (DeliveryState is DeliveryState.NotNeeded)
            throw new ArgumentException("Nothing goes out with this message.", nameof(paper));
        if (attachments.Count >= AttachedFile.MaxCount)
            throw new Refusal("Cases.Refusal.TooManyFiles", AttachedFile.MaxCount);
        foreach (var file in attachments)
            file.MoveDown();
        attachments.Insert(0, new Attachment(CaseId, Id, 0, paper));
        return this;
    }

    internal Message At(int ordinal)
    {
        Ordinal = ordinal;
        return this;
    }

    internal Message CopyOf(Guid letterId)
    {
        CopyOfId = letterId;
        return this;
    }

    internal Message Promising(DateOnly on)
    {
        PromisedOn = on;
        return this;
    }

    internal Message WantingAnswer(DateOnly? on)
    {
        WantedOn = on;
        return this;
    }

    internal Message To(string addressee, string? contact)
    {
        (Addressee, AddresseeContact) = (addressee, contact);
        return this;
    }

    internal Message ClosingWith(CaseOutcome? outcome)
    {
        ClosesWith = outcome;
        return this;
    }

    internal Message LeavingBy(Delivery delivery)
    {
        Delivery = delivery;
        DeliveryState = DeliveryState.Queued;
        return this;
    }

    internal void MarkSent(DateTimeOffset at)
    {
        DeliveryState = DeliveryState.Sent;
        SentAt = at;
        DeliveryError = null;
    }

    internal void MarkFailed(string error)
    {
        DeliveryState = DeliveryState.Failed;
        DeliveryError = error.Length > 1000 ? error[..1000] : error;
    }

    internal void MarkQueuedAgain() => DeliveryState = DeliveryState.Queued;

    internal void MarkTakenBack() => DeliveryState = DeliveryState.TakenBack;

    internal void MarkResolved() => DeliveryState = DeliveryState.Resolved;
}
