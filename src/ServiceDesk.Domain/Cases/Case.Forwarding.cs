using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <content>Passing a case to the body that is competent (pārsūtīšana pēc piederības).</content>
public sealed partial class Case
{
    /// <summary>Longest name of a body, characters.</summary>
    public const int MaxBodyLength = 200;

    /// <summary>The body that answers instead of us; null when we do.</summary>
    public string? ForwardedTo { get; private set; }

    /// <summary>Writes to the body what is passed to it. Only what is chosen goes; the client is told apart, by <see cref="Forward"/>.</summary>
    /// <param name="body">The body's name.</param>
    /// <param name="contact">Its e-mail, e-address or postal address.</param>
    /// <param name="text">The letter.</param>
    /// <param name="files">Files that go along.</param>
    /// <param name="delivery">How it leaves the house.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="at">When, UTC.</param>
    public Message Refer(string body, string? contact, string text, IEnumerable<AttachedFile> files, Delivery delivery, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        if (delivery == Delivery.Email && !Contact.LooksLikeEmail(contact ?? ""))
            throw new Refusal("Cases.Refusal.EmailUnusable");
        var letter = new Message(Id, MessageKind.Referral, by, at, text, files).To(body.Trim(), contact);
        AddOnce(letter.LeavingBy(delivery));
        Log(CaseEventKind.MessageQueued, by, at, null, letter.Kind.ToString(), delivery.ToString());
        return letter;
    }

    /// <summary>
    /// Tells the client that another body answers, or where to turn. Once this letter and the one to the body have left the house, the
    /// terms of forwarding and of the service promise are met and the case closes as forwarded.
    /// </summary>
    public Message Forward(string text, string body, string? reason, Delivery delivery, Actor by, DateTimeOffset at, Guid? token = null)
    {
        RefuseIfClosed();
        if (string.IsNullOrWhiteSpace(body))
            throw new Refusal("Cases.Refusal.BodyMissing");
        if (body.Trim().Length > MaxBodyLength)
            throw new Refusal("Cases.Refusal.TextTooLong", MaxBodyLength);
        if (messages.Any(m => m is { Kind: MessageKind.Forwarding, DeliveryState: DeliveryState.Queued }))
            throw new Refusal("Cases.Refusal.LetterOnItsWay");
        TakeOn(by);
        ForwardedTo = body.Trim();
        Log(CaseEventKind.ForwardDecided, by, at, Trimmed(reason), ForwardedTo);
        return Queue(new Message(Id, MessageKind.Forwarding, by, at, text, [], token).ClosingWith(CaseOutcome.Forwarded), delivery, by, at);
    }

    /// <summary>Forwarded means: the client knows, and what the body was to get has left the house.</summary>
    private void SettleForwarding(DateTimeOffset at)
    {
        var told = messages.LastOrDefault(m => m is { Kind: MessageKind.Forwarding, DeliveryState: DeliveryState.Sent } && (ReopenedAt is null || m.SentAt >= ReopenedAt));
        if (told is not null && !messages.Any(m => m is { Kind: MessageKind.Referral, DeliveryState: DeliveryState.Queued or DeliveryState.Failed }))
            Answer(told, MeetingEvent.Forwarding, at);
    }
}
