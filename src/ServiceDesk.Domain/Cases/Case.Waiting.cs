using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <content>Asking the client and waiting for the answer. Neither the standard nor the law stops a term meanwhile.</content>
public sealed partial class Case
{
    /// <summary>Since when we wait for the client, UTC: the instant the question left the house. Null while we do not wait.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }

    /// <summary>The day until which we wait, included; null when none was named.</summary>
    public DateOnly? WaitingUntilOn { get; private set; }

    /// <summary>
    /// Asks the client for something. We wait from the moment the question has left the house; every clock keeps running, for a question
    /// is neither a reply nor an explanation with a date (SIG 21.1).
    /// </summary>
    /// <param name="question">What we need.</param>
    /// <param name="until">The day until which we wait, later than today; null for none.</param>
    /// <param name="today">Local date.</param>
    /// <param name="delivery">How it leaves the house.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="at">When it was written, UTC.</param>
    /// <param name="token">Key of the letter, made once per form.</param>
    public Message AskClient(string question, DateOnly? until, DateOnly today, Delivery delivery, Actor by, DateTimeOffset at, Guid? token = null)
    {
        RefuseIfClosed();
        if (until <= today)
            throw new Refusal("Cases.Refusal.WaitInPast");
        if (messages.Any(m => m is { Kind: MessageKind.Question, DeliveryState: DeliveryState.Queued }))
            throw new Refusal("Cases.Refusal.QuestionOnItsWay");
        TakeOn(by);
        return Queue(new Message(Id, MessageKind.Question, by, at, question, [], token).WantingAnswer(until), delivery, by, at);
    }

    /// <summary>We no longer wait: the answer came another way, or we go on without it.</summary>
    public void StopWaiting(string? reason, Actor by, DateTimeOffset at)
    {
        if (State != CaseState.Waiting)
            throw new Refusal("Cases.Refusal.NotWaiting");
        BackToWork();
        Log(CaseEventKind.WaitingEnded, by, at, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
    }

    private void StartWaiting(Message question, DateTimeOffset at)
    {
        State = CaseState.Waiting;
        (WaitingSince, WaitingUntilOn) = (at, question.WantedOn);
        Log(CaseEventKind.WaitingStarted, new Actor(question.AuthorId, question.AuthorName), at, arguments: [question.WantedOn is { } on ? Iso(on) : ""]);
    }

    private void BackToWork()
    {
        (WaitingSince, WaitingUntilOn) = (null, null);
        State = AssigneeId is null ? CaseState.New : CaseState.InProgress;
    }
}
