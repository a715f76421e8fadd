using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <content>What happens to a case that was answered or closed: thanks, "not solved", opened again.</content>
public sealed partial class Case
{
    /// <summary>When it was opened again the last time, UTC; null when never.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>When the last substantive reply left the house, UTC.</summary>
    public DateTimeOffset? LastAnsweredAt { get; private set; }

    /// <summary>When the client said that it is not solved, UTC; possible once.</summary>
    public DateTimeOffset? DisputedAt { get; private set; }

    /// <summary>Whether a substantive reply has left the house since the case was opened the last time.</summary>
    public bool IsAnswered => AnsweredAt is not null && (ReopenedAt is null || LastAnsweredAt >= ReopenedAt);

    /// <summary>Opens a closed case again. The clocks of the new round are started apart; the old ones stay as they were settled.</summary>
    public void Reopen(string? reason, Actor by, DateTimeOffset at)
    {
        if (IsOpen)
            throw new Refusal("Cases.Refusal.NotClosed");
        if (MergedIntoId is not null)
            throw new Refusal("Cases.Refusal.MergedStays");
        if (Trimmed(reason) is not { } why)
            throw new Refusal("Cases.Refusal.ReasonMissing");
        BackToWork();
        (Outcome, ClosedAt, ReopenedAt) = (null, null, at);
        Log(CaseEventKind.Reopened, by, at, why);
        Refresh();
    }

    /// <summary>The client said thank you after the reply. It is kept and shown; the case stays as it is.</summary>
    public Message FileThanks(string text, DateTimeOffset at)
    {
        if (State is not (CaseState.Answered or CaseState.Closed))
            throw new Refusal("Cases.Refusal.ReplyOwed");
        var message = new Message(Id, MessageKind.Thanks, Actor.Client, at, text, []);
        messages.Add(message.At(messages.Count));
        Log(CaseEventKind.ThanksFiled, Actor.Client, at);
        return message;
    }

    /// <summary>The client says that the closed case is not solved. Refused the second time; then an ordinary message is the way.</summary>
    public void Dispute(DateTimeOffset at)
    {
        if (IsOpen)
            throw new Refusal("Cases.Refusal.NotClosed");
        if (MergedIntoId is not null)
            throw new Refusal("Cases.Refusal.MergedStays");
        if (DisputedAt is not null)
            throw new Refusal("Cases.Refusal.DisputedBefore");
        DisputedAt = at;
        Log(CaseEventKind.ClientDisputed, Actor.Client, at);
    }
}
