namespace ServiceDesk.Domain.Correspondence;

/// <summary>State of a row in the outbox.</summary>
public enum OutgoingState
{
    /// <summary>Waits for its time or for another attempt.</summary>
    Queued,

    /// <summary>The transport took it.</summary>
    Sent,

    /// <summary>Given up after the last attempt; a person must act.</summary>
    Failed,

    /// <summary>Taken back before it left, or replaced.</summary>
    Cancelled,
}

/// <summary>
/// A letter on its way out. It is a row before it is a mail: written in the same save as what caused it, sent by a
/// job, tried again with growing pauses, and loud when it fails for good.
/// </summary>
public sealed class OutgoingMessage
{
    /// <summary>Attempts before it counts as failed.</summary>
    public const int MaxAttempts = 6;

    private OutgoingMessage()
    {
    }

    /// <summary>A new letter. <paramref name="caseId"/> and <paramref name="messageId"/> are null for notices to staff.</summary>
    public OutgoingMessage(Guid? caseId, Guid? messageId, string toAddress, string subject, string body, DateTimeOffset createdAt, DateTimeOffset notBefore) =>
        (CaseId, MessageId, ToAddress, Subject, Body, CreatedAt, NotBefore) = (caseId, messageId, toAddress, subject, body, createdAt, notBefore);

    /// <summary>Key; also the left part of the Message-ID header.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The case, if any.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>The message of the case whose delivery this is, if any.</summary>
    public Guid? MessageId { get; private set; }

    /// <summary>E-mail address.</summary>
    public string ToAddress { get; private set; } = "";

    /// <summary>Subject line; never holds personal data.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Plain text.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Message-ID of the letter this one answers, for threading in mail programs.</summary>
    public string? InReplyTo { get; private set; }

    /// <summary>When the row was written, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Not sent before this instant, UTC.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>Where it stands.</summary>
    public OutgoingState State { get; private set; }

    /// <summary>Attempts made so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>What the transport said last.</summary>
    public string? LastError { get; private set; }

    /// <summary>A node that claimed the row owns it until then, UTC.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>When the transport took it, UTC.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The text holds a link that opens something: nobody reads it here, and it is forgotten as soon as it has left.</summary>
    public bool HoldsSecret { get; private set; }

    /// <summary>The consent by which the recipient gets the letter; its mail carries the way to withdraw. Null for all other letters.</summary>
    public Guid? ConsentId { get; private set; }

    /// <summary>Marks the letter as sent by consent.</summary>
    public OutgoingMessage ByConsent(Guid consentId)
    {
        ConsentId = consentId;
        return this;
    }

    /// <summary>Marks the text as one nobody but the recipient may read.</summary>
    public OutgoingMessage AsSecret()
    {
        HoldsSecret = true;
        return this;
    }

    /// <summary>Threads the letter under an earlier one.</summary>
    public OutgoingMessage Answering(Guid? earlier, string domain)
    {
        InReplyTo = earlier is { } id ? HeaderId(id, domain) : null;
        return this;
    }

    /// <summary>The Message-ID header of a letter.</summary>
    public static string HeaderId(Guid id, string domain) => $"<{id:N}@{domain}>";

    /// <summary>The transport took it.</summary>
    public void MarkSent(DateTimeOffset at)
    {
        State = OutgoingState.Sent;
        SentAt = at;
        if (HoldsSecret)
            Body = "";
        Attempts++;
        LastError = null;
        ClaimedUntil = null;
    }

    /// <summary>
    /// The transport refused. Tries again after 1, 4, 16, 64 and 256 minutes; a refusal that no repetition cures is final at once.
    /// </summary>
    public void MarkFailed(string error, bool isFinal, DateTimeOffset now)
    {
        Attempts++;
        LastError = error.Length > 1000 ? error[..1000] : error;
        ClaimedUntil = null;
        if (isFinal || Attempts >= MaxAttempts)
            State = OutgoingState.Failed;
        else
            NotBefore = now + TimeSpan.FromMinutes(Math.Pow(4, Attempts - 1));
    }

    /// <summary>A person sends it again, perhaps to another address.</summary>
    public void Requeue(string toAddress, DateTimeOffset now)
    {
        State = OutgoingState.Queued;
        Attempts = 0;
        ToAddress = toAddress;
        NotBefore = now;
    }

    /// <summary>It will not be sent.</summary>
    public void Cancel()
    {
        State = OutgoingState.Cancelled;
        if (HoldsSecret)
            Body = "";
    }
}
