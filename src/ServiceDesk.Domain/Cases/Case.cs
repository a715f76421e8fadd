using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <summary>
/// Everything a client sends becomes a case: messages in both directions, clocks that say by when we answer, and a
/// history of every step. Registered cases are never deleted.
/// </summary>
public sealed partial class Case : IVersioned
{
    /// <summary>Longest subject, characters.</summary>
    public const int MaxSubjectLength = 200;

    /// <summary>Longest number of an older register, characters.</summary>
    public const int MaxOldNumberLength = 60;

    private readonly List<Clock> clocks = [];
    private readonly List<Message> messages = [];
    private readonly List<CaseEvent> history = [];

    private Case()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The register that gave the number.</summary>
    public Guid RegisterId { get; private set; }

    /// <summary>Year of registration, local.</summary>
    public int RegisterYear { get; private set; }

    /// <summary>Sequence in the register and year, from 1 without gaps.</summary>
    public int Sequence { get; private set; }

    /// <summary>Registration number, for example <c>4.1-5/26/1482</c>; also what the client is given.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The number in the older register the case was taken over from; null for what was registered here. Taken over once.</summary>
    public string? OldNumber { get; private set; }

    /// <summary>Opens the tracking page together with the number; see the class of that name.</summary>
    public string AccessKey { get; private set; } = "";

    /// <summary>Made once per form by the server: a double click or a retry finds the case it already made.</summary>
    public Guid? SubmissionToken { get; private set; }

    /// <summary>What the client wants.</summary>
    public CaseKind Kind { get; private set; }

    /// <summary>How it reached us.</summary>
    public Channel Channel { get; private set; }

    /// <summary>External client or colleague (SIG 4.1, 4.2).</summary>
    public Audience Audience { get; private set; }

    /// <summary>A formal submission in the sense of the Submissions Law: then the statutory clock runs too.</summary>
    public bool IsFormal { get; private set; }

    /// <summary>Subject in a few words.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Place or institution the case is about, if told.</summary>
    public string? Place { get; private set; }

    /// <summary>What it is about, if known.</summary>
    public Guid? TopicId { get; private set; }

    /// <summary>The unit that answers.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The one person who answers, or null (SIG 6.2.2).</summary>
    public Guid? AssigneeId { get; private set; }

    /// <summary>Who registered it for the client; null when the client did.</summary>
    public Guid? RegisteredById { get; private set; }

    /// <summary>What the client told about themselves.</summary>
    public Contact Contact { get; private set; } = Contact.None;

    /// <summary>Language we write in: lv, en or ru.</summary>
    public string Language { get; private set; } = "lv";

    /// <summary>The version of the privacy notice shown where it was collected; null for cases older than the notices.</summary>
    public Guid? PrivacyNoticeId { get; private set; }

    /// <summary>When it reached the municipality's channel, UTC.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>Local day on which it reached the channel. Registering later does not move it; clocks know the day they count from.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>When it was entered into the register, UTC.</summary>
    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public CaseState State { get; private set; }

    /// <summary>How it ended; null while open.</summary>
    public CaseOutcome? Outcome { get; private set; }

    /// <summary>When the first substantive reply left the house, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When it was closed, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Last change, UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Due date of the earliest outstanding clock; null when nothing is owed. Work lists sort by it.</summary>
    public DateOnly? NextDueOn { get; private set; }

    /// <summary>The layer of that clock.</summary>
    public Layer? NextDueLayer { get; private set; }

    /// <summary>The rule of that clock.</summary>
    public string? NextRuleId { get; private set; }

    /// <summary><see cref="NextDueOn"/>, or the last day of the calendar when nothing is owed, so that lists can be paged by it.</summary>
    public DateOnly DueSort { get; private set; } = DateOnly.MaxValue;

    /// <summary>A letter could not be sent and nobody has dealt with it yet. Shown in red in every list.</summary>
    public bool HasFailedMessage { get; private set; }

    /// <summary>All clocks, running and settled.</summary>
    public IReadOnlyList<Clock> Clocks => clocks;

    /// <summary>All messages, oldest first.</summary>
    public IReadOnlyList<Message> Messages => messages;

    /// <summary>Every change, oldest first.</summary>
    public IReadOnlyList<CaseEvent> History => history;

    /// <summary>Whether anybody still has something to do.</summary>
    public bool IsOpen => State != CaseState.Closed;

    /// <summary>Whether reading it is written down: a complaint, one about a person, or restricted to named readers.</summary>
    public bool IsGuarded => IsConfidential || IsAboutPerson || Kind == CaseKind.Complaint;

    /// <summary>Registers what a client sent. The clocks are started apart, by <see cref="StartClock"/>, in the same save.</summary>
    public static Case Receive(Receipt receipt)
    {
        var subject = receipt.Subject.Trim();
        if (subject.Length == 0)
            throw new Refusal("Cases.Refusal.SubjectMissing");
        if (subject.Length > MaxSubjectLength)
            throw new Refusal("Cases.Refusal.SubjectTooLong", MaxSubjectLength);
        if (receipt.ReceivedAt > receipt.RegisteredAt)
            throw new Refusal("Cases.Refusal.ReceivedInFuture");

        var item = Make(receipt, subject);
        item.messages.Add(new Message(item.Id, MessageKind.Submission, Actor.Client, receipt.ReceivedAt, receipt.Text, receipt.Files));
        item.Log(CaseEventKind.Received, receipt.RegisteredBy, receipt.RegisteredAt);
        return item;
    }

    /// <summary>
    /// The client adds something on the tracking page. No clock stops or restarts: the earliest unanswered message counts. If we were
    /// waiting for it, the case is back at once.
    /// </summary>
    public Message AddClientMessage(string text, IEnumerable<AttachedFile> files, DateTimeOffset at, Guid? token = null)
    {
        if (!IsOpen && MergedIntoId is null)
            throw new Refusal("Cases.Refusal.ClosedForMessages", Number);
        var message = new Message(Id, MessageKind.Addition, Actor.Client, at, text, files, token);
        AddOnce(message);
        if (State is CaseState.Answered or CaseState.Waiting)
            BackToWork();
        Log(CaseEventKind.ClientWrote, Actor.Client, at);
        return message;
    }

    /// <summary>Adds an internal note; the client never sees it and no clock is touched.</summary>
    /// <param name="text">The note.</param>
    /// <param name="author">Who writes.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="token">Made once per form by the server: it becomes the note's key, so that a form sent twice writes once.</param>
    public Message AddNote(string text, Actor author, DateTimeOffset at, Guid? token = null)
    {
        var note = new Message(Id, MessageKind.Note, author, at, text, [], token);
        AddOnce(note);
        Log(CaseEventKind.NoteAdded, author, at);
        return note;
    }

    /// <summary>Gives the case to a unit and, if named, to one person of it. Handing over never moves the client's date.</summary>
    public void Assign(Guid unitId, string unitName, Guid? assigneeId, string? assigneeName, string? reason, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        if (unitId == UnitId && assigneeId == AssigneeId)
            throw new Refusal("Cases.Refusal.AlreadyAssigned");
        UnitId = unitId;
        AssigneeId = assigneeId;
        ForgetOffer();
        if (State is CaseState.New or CaseState.InProgress)
            BackToWork();
        Log(CaseEventKind.Assigned, by, at, reason, unitName, assigneeName ?? "");
    }

    /// <summary>
    /// Closes the case without another letter. Refused while a reply is owed, unless the outcome says why none is:
    /// no reply wanted, withdrawn, left without examination, thanks passed on.
    /// </summary>
    public void Close(CaseOutcome outcome, string? reason, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        // An acknowledgement answers nothing: it may still be waiting when the client changes their mind.
        RefuseWhileLettersWait();

        var needsNoReply = outcome is CaseOutcome.NoReplyWanted or CaseOutcome.Withdrawn or CaseOutcome.LeftUnexamined or CaseOutcome.ThanksPassedOn;
        if (!needsNoReply && !IsAnswered)
            throw new Refusal("Cases.Refusal.ReplyOwed");
        if (needsNoReply && !IsAnswered && outcome != CaseOutcome.ThanksPassedOn && string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Cases.Refusal.ReasonMissing");

        Finish(outcome, reason, by, at);
    }

    /// <summary>Writes a line of history for a step taken on something that belongs to the case.</summary>
    public void Record(CaseEventKind kind, Actor by, DateTimeOffset at, string? reason, params string[] arguments) => Log(kind, by, at, reason, arguments);

    private void Finish(CaseOutcome outcome, string? reason, Actor by, DateTimeOffset at)
    {
        foreach (var clock in clocks.Where(c => c.IsOutstanding).ToList())
        {
            clock.Release(reason ?? outcome.ToString(), at);
            Log(CaseEventKind.ClockReleased, by, at, reason, clock.RuleId, Iso(clock.DueOn));
        }

        (WaitingSince, WaitingUntilOn) = (null, null);
        ForgetOffer();
        State = CaseState.Closed;
        Outcome = outcome;
        ClosedAt = at;
        Log(CaseEventKind.Closed, by, at, reason, outcome.ToString());
        Refresh();
    }

    private void RefuseIfClosed()
    {
        if (!IsOpen)
            throw new Refusal("Cases.Refusal.AlreadyClosed", Number);
    }

    private void Log(CaseEventKind kind, Actor by, DateTimeOffset at, string? reason = null, params string[] arguments)
    {
        history.Add(new CaseEvent(Id, kind, by, at, history.Count, reason, arguments));
        ChangedAt = at;
    }

    private void Refresh()
    {
        var next = clocks.Where(c => c.IsOutstanding).OrderBy(c => c.DueOn).ThenBy(c => c.Layer).FirstOrDefault();
        NextDueOn = next?.DueOn;
        NextDueLayer = next?.Layer;
        NextRuleId = next?.RuleId;
        DueSort = next?.DueOn ?? DateOnly.MaxValue;
        HasFailedMessage = messages.Any(m => m.DeliveryState == DeliveryState.Failed);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
