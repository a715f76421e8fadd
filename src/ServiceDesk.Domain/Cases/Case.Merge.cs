using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <content>
/// Merged into another case and parted again. The merged case stays registered with its number, its messages and its receipt day. What it still
/// owes goes on in the case that answers for both, with the dates it had: nobody gains time by merging.
/// </content>
public sealed partial class Case
{
    /// <summary>The case that answers for this one; null for a case on its own.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>When it was merged, UTC; null for a case on its own.</summary>
    public DateTimeOffset? MergedAt { get; private set; }

    /// <summary>Merged with the case of another client: neither ever sees what the other wrote, and each gets letters of their own.</summary>
    public bool HasOtherClient { get; private set; }

    /// <summary>Where it stood before it was merged; null for a case on its own.</summary>
    public CaseState? StateBeforeMerge { get; private set; }

    /// <summary>The earliest receipt day of what is still owed here; promises and extensions reach no further than counted from it.</summary>
    public DateOnly CountedFrom => clocks.Where(c => c.IsOutstanding).Select(c => c.OriginReceivedOn ?? ReceivedOn).Append(ReceivedOn).Min();

    /// <summary>
    /// Merges this case into another, which answers for both from now on. Both must be open, and no letter of this one on its way.
    /// </summary>
    /// <param name="survivor">The case that answers.</param>
    /// <param name="otherClient">The cases are of different clients.</param>
    /// <param name="reason">Why, if told.</param>
    /// <param name="by">Who merges.</param>
    /// <param name="at">Now, UTC.</param>
    public void MergeInto(Case survivor, bool otherClient, string? reason, Actor by, DateTimeOffset at)
    {
        if (survivor.Id == Id)
            throw new Refusal("Cases.Refusal.LinkToItself");
        RefuseIfClosed();
        survivor.RefuseIfClosed();
        if (survivor.Audience != Audience)
            throw new Refusal("Cases.Refusal.MergeOfAudiences");
        if (IsConfidential || survivor.IsConfidential || IsAboutPerson || survivor.IsAboutPerson)
            throw new Refusal("Cases.Refusal.MergeOfConfidential");
        RefuseWhileLettersWait();
        ForgetOffer();
        if (State == CaseState.Waiting)
            BackToWork();

        (MergedIntoId, MergedAt, HasOtherClient, StateBeforeMerge) = (survivor.Id, at, otherClient, State);
        foreach (var clock in clocks.Where(c => c.IsOutstanding).ToList())
        {
            clocks.Remove(clock);
            clock.GoOnIn(survivor.Id, Id, ReceivedAt, ReceivedOn);
            survivor.clocks.Add(clock);
        }

        (State, Outcome, ClosedAt) = (CaseState.Closed, CaseOutcome.Merged, at);
        if (survivor.State == CaseState.Answered && StateBeforeMerge != CaseState.Answered)
            survivor.State = survivor.AssigneeId is null ? CaseState.New : CaseState.InProgress;
        Log(CaseEventKind.Merged, by, at, reason, survivor.Number);
        survivor.Log(CaseEventKind.TookIn, by, at, reason, Number);
        Refresh();
        survivor.Refresh();
    }

    /// <summary>
    /// Parts the two again: this case stands as before, and what it owed runs on with its own dates. Letters sent meanwhile stay where they are.
    /// Refused once the client was promised one date, or told of one extension, for both.
    /// </summary>
    /// <param name="survivor">The case it was merged into.</param>
    /// <param name="reason">Why, if told.</param>
    /// <param name="by">Who parts them.</param>
    /// <param name="at">Now, UTC.</param>
    public void UndoMerge(Case survivor, string? reason, Actor by, DateTimeOffset at)
    {
        if (MergedIntoId != survivor.Id || MergedAt is not { } mergedAt)
            throw new Refusal("Cases.Refusal.NotMerged", Number);
        survivor.RefuseWhileLettersWait();
        RefuseWhileLettersWait();
        var own = survivor.clocks.Where(c => c.OriginCaseId == Id).ToList();
        if (survivor.TogetherSince(mergedAt, MessageKind.InterimReply) is { } promised && own.Any(c => c.InterimAllowed || c.Layer == Layer.PersonalPromise))
            throw new Refusal("Cases.Refusal.PromisedTogether", promised.PromisedOn!.Value);
        if (survivor.TogetherSince(mergedAt, MessageKind.StatutoryExtension) is { } extended && own.Any(c => c is { Layer: Layer.Statute, Meets: MeetingEvent.Reply }))
            throw new Refusal("Cases.Refusal.ExtendedTogether", extended.PromisedOn!.Value);

        // A letter of its own went to the other client: that one has been answered, whatever becomes of the merge.
        var answered = HasOtherClient && TogetherSince(mergedAt, MessageKind.Reply) is not null;
        foreach (var clock in own)
        {
            survivor.clocks.Remove(clock);
            clock.ComeBack(runs: !answered);
            clocks.Add(clock);
        }

        (State, Outcome, ClosedAt) = (answered ? CaseState.Answered : StateBeforeMerge ?? CaseState.New, null, null);
        (MergedIntoId, MergedAt, HasOtherClient, StateBeforeMerge) = (null, null, false, null);
        Log(CaseEventKind.MergeUndone, by, at, reason, survivor.Number);
        survivor.Log(CaseEventKind.GaveBack, by, at, reason, Number);
        Refresh();
        survivor.Refresh();
    }

    /// <summary>
    /// The client of a merged case gets what the client of the other was written, as a letter of their own with their own number. Clocks are settled
    /// where they run, in the case that answers.
    /// </summary>
    /// <param name="letter">The letter written in the case that answers.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="parts">Its parts with this client's own salutation and number; null when it was not put together from parts.</param>
    public Message CopyLetter(Message letter, DateTimeOffset at, LetterParts? parts = null)
    {
        var files = letter.Attachments.Select(a => new AttachedFile(a.FileName, a.ContentType, a.Size, a.Hash));
        var by = new Actor(letter.AuthorId, letter.AuthorName);
        var copy = new Message(Id, letter.Kind, by, at, parts?.AsText() ?? letter.Text, files).PutTogetherFrom(parts).CopyOf(letter.Id);
        if (letter.PromisedOn is { } promised)
            copy.Promising(promised);
        return Queue(copy, Contact.Email is null ? Delivery.TrackingPage : Delivery.Email, by, at);
    }

    /// <summary>The client of a merged case wrote: who answers for both has something to do again.</summary>
    public void HearOfMerged(Case merged, DateTimeOffset at)
    {
        RefuseIfClosedFor(merged);
        if (State is CaseState.Answered or CaseState.Waiting)
            BackToWork();
        Log(CaseEventKind.ClientWrote, Actor.Client, at);
    }

    /// <summary>The other client of a merged case wants no reply any more; what is owed to them is released, the rest runs on.</summary>
    public void ReleaseMerged(Case merged, string reason, DateTimeOffset at)
    {
        RefuseIfClosedFor(merged);
        foreach (var clock in clocks.Where(c => c.OriginCaseId == merged.Id && c.IsOutstanding).ToList())
        {
            clock.Release(reason, at);
            Log(CaseEventKind.ClockReleased, Actor.Client, at, reason, clock.RuleId, Iso(clock.DueOn));
        }

        Refresh();
    }

    private void RefuseIfClosedFor(Case merged)
    {
        if (!IsOpen)
            throw new Refusal("Cases.Refusal.ClosedForMessages", merged.Number);
    }

    private void RefuseWhileLettersWait()
    {
        if (messages.Any(m => m is { IsReplyKind: true, Kind: not MessageKind.Acknowledgement, DeliveryState: DeliveryState.Queued }))
            throw new Refusal("Cases.Refusal.LetterOnItsWay");
        if (HasFailedMessage)
            throw new Refusal("Cases.Refusal.LetterFailed");
    }

    private Message? TogetherSince(DateTimeOffset at, MessageKind kind) => messages.LastOrDefault(m => m.Kind == kind && m.SentAt > at);
}
