using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <content>Letters: written, on their way, gone or failed.</content>
public sealed partial class Case
{
    /// <summary>Acknowledges receipt. Whether it meets a clock is for the rule to say (Jelgava: yes; Sigulda's reply clock: no).</summary>
    public Message Acknowledge(string text, Delivery delivery, Actor by, DateTimeOffset at) =>
        Queue(new Message(Id, MessageKind.Acknowledgement, by, at, text, []), delivery, by, at);

    /// <summary>Writes a substantive reply. Clocks are met when it has left the house, not before.</summary>
    /// <param name="text">What we answer.</param>
    /// <param name="files">Files already stored.</param>
    /// <param name="closesWith">The outcome with which the case closes once the reply has left; null keeps it open.</param>
    /// <param name="delivery">How it leaves the house.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="at">When it was written, UTC.</param>
    /// <param name="token">Made once per form by the server: it becomes the letter's key, so that a form sent twice sends once.</param>
    public Message Reply(string text, IEnumerable<AttachedFile> files, CaseOutcome? closesWith, Delivery delivery, Actor by, DateTimeOffset at, Guid? token = null)
    {
        RefuseIfClosed();
        TakeOn(by);
        return Queue(new Message(Id, MessageKind.Reply, by, at, text, files, token).ClosingWith(closesWith), delivery, by, at);
    }

    /// <summary>
    /// Writes an interim reply: explanation and promised date, both mandatory (SIG 21.1). While a promise is already
    /// running it becomes an extension of that promise (SIG 23.2).
    /// </summary>
    /// <param name="explanation">Why the reply takes longer.</param>
    /// <param name="promisedOn">The promised day, included.</param>
    /// <param name="bounds">Earliest and latest day the standard and the law allow.</param>
    /// <param name="today">Local date; promising today or earlier is refused.</param>
    /// <param name="delivery">How it leaves the house.</param>
    /// <param name="by">Who promises.</param>
    /// <param name="at">When it was written, UTC.</param>
    /// <param name="token">Key of the letter, made once per form.</param>
    public Message PromiseReply(string explanation, DateOnly promisedOn, PromiseBounds bounds, DateOnly today, Delivery delivery, Actor by, DateTimeOffset at, Guid? token = null)
    {
        RefuseIfClosed();
        var replaced = Extendable() ?? throw new Refusal("Cases.Refusal.NothingToPromise");
        if (string.IsNullOrWhiteSpace(explanation))
            throw new Refusal("Cases.Refusal.ExplanationMissing");
        if (promisedOn <= today)
            throw new Refusal("Cases.Refusal.PromiseInPast");
        if (promisedOn <= replaced.DueOn)
            throw new Refusal("Cases.Refusal.PromiseNotLater", replaced.DueOn);
        if (bounds.Latest is { } latest && promisedOn > latest)
            throw new Refusal("Cases.Refusal.PromiseTooLate", latest);
        // Refused before the letter is written: once it has left, the client counts on it.
        if (replaced.Layer == Layer.PersonalPromise && bounds.MostExtensions is { } most && replaced.ExtensionCount >= most)
            throw new Refusal("Deadlines.Refusal.TooManyExtensions", most);
        if (messages.Any(m => m is { Kind: MessageKind.InterimReply, DeliveryState: DeliveryState.Queued }))
            throw new Refusal("Cases.Refusal.InterimOnItsWay");

        TakeOn(by);
        return Queue(new Message(Id, MessageKind.InterimReply, by, at, explanation, [], token).Promising(promisedOn), delivery, by, at);
    }

    /// <summary>
    /// Extends the statutory term with a notice that gives reason and date (Submissions Law s. 5). Service promises are not touched.
    /// </summary>
    public Message ExtendStatutory(string explanation, DateOnly newDueOn, DateOnly latest, DateOnly today, Delivery delivery, Actor by, DateTimeOffset at, Guid? token = null)
    {
        RefuseIfClosed();
        var clock = Statutory() ?? throw new Refusal("Cases.Refusal.NoStatutoryClock");
        if (string.IsNullOrWhiteSpace(explanation))
            throw new Refusal("Cases.Refusal.ExplanationMissing");
        if (newDueOn <= clock.DueOn || newDueOn <= today)
            throw new Refusal("Cases.Refusal.PromiseNotLater", clock.DueOn);
        if (newDueOn > latest)
            throw new Refusal("Cases.Refusal.PromiseTooLate", latest);

        TakeOn(by);
        return Queue(new Message(Id, MessageKind.StatutoryExtension, by, at, explanation, [], token).Promising(newDueOn), delivery, by, at);
    }

    /// <summary>A letter left the house: clocks are settled by the date on which it left.</summary>
    public void MarkSent(Guid messageId, DateTimeOffset sentAt, ServiceStandard standard, WorkingCalendar calendar)
    {
        var message = Find(messageId);
        if (message.DeliveryState is DeliveryState.Sent)
            return;
        message.MarkSent(sentAt);
        Log(CaseEventKind.MessageSent, Actor.System, sentAt, arguments: [message.Kind.ToString(), message.Delivery.ToString()]);
        Settle(message, sentAt, standard, calendar);
        Refresh();
    }

    /// <summary>A letter could not be sent. Clocks keep running; the case shouts until somebody deals with it.</summary>
    public void MarkFailed(Guid messageId, string error, DateTimeOffset at)
    {
        var message = Find(messageId);
        if (message.DeliveryState != DeliveryState.Queued)
            return;
        message.MarkFailed(error);
        Log(CaseEventKind.MessageFailed, Actor.System, at, error.Length > 300 ? error[..300] : error, message.Kind.ToString());
        Refresh();
    }

    /// <summary>A failed letter goes out again.</summary>
    public Message SendAgain(Guid messageId, Actor by, DateTimeOffset at)
    {
        var message = FindFailed(messageId);
        message.MarkQueuedAgain();
        Log(CaseEventKind.FailureResolved, by, at, arguments: ["again"]);
        Refresh();
        return message;
    }

    /// <summary>A failed letter reached the client another way, or will not be sent, with the reason.</summary>
    public void ResolveFailure(Guid messageId, string reason, Actor by, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Cases.Refusal.ReasonMissing");
        var failed = FindFailed(messageId);
        failed.MarkResolved();
        Log(CaseEventKind.FailureResolved, by, at, reason.Trim(), "given-up");
        if (failed.Kind == MessageKind.Referral)
            SettleForwarding(at);
        Refresh();
    }

    /// <summary>Takes a letter back before it has left the house. Nothing was settled by it yet, so no clock moves.</summary>
    public Message TakeBack(Guid messageId, Actor by, DateTimeOffset at)
    {
        var message = Find(messageId);
        if (message.DeliveryState != DeliveryState.Queued)
            throw new Refusal("Cases.Refusal.AlreadyLeft");
        message.MarkTakenBack();
        Log(CaseEventKind.MessageTakenBack, by, at, null, message.Kind.ToString());
        Refresh();
        return message;
    }

    /// <summary>Corrects the address letters go to.</summary>
    public void CorrectEmail(string email) => Contact = (Contact with { Email = email }).Normalised();

    private Message Queue(Message message, Delivery delivery, Actor by, DateTimeOffset at)
    {
        if (delivery == Delivery.Email && Contact.Email is null)
            throw new Refusal("Cases.Refusal.NoEmail");
        AddOnce(message.LeavingBy(delivery));
        Log(CaseEventKind.MessageQueued, by, at, null, message.Kind.ToString(), delivery.ToString());
        return message;
    }

    /// <summary>A form sent twice brings the same key twice.</summary>
    private void AddOnce(Message message)
    {
        if (messages.Any(m => m.Id == message.Id))
            throw new Refusal("Cases.Refusal.AlreadySent");
        messages.Add(message.At(messages.Count));
    }

    /// <summary>Who answers an unowned case owns it (SIG 6.2.2).</summary>
    private void TakeOn(Actor by)
    {
        if (AssigneeId is not null || by.EmployeeId is null)
            return;
        AssigneeId = by.EmployeeId;
        if (State == CaseState.New)
            State = CaseState.InProgress;
    }

    private Message Find(Guid messageId) => messages.SingleOrDefault(m => m.Id == messageId) ?? throw new Refusal("Cases.Refusal.MessageUnknown");

    private Message FindFailed(Guid messageId) => Find(messageId) is { DeliveryState: DeliveryState.Failed } failed ? failed : throw new Refusal("Cases.Refusal.MessageNotFailed");
}
