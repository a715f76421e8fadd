using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <summary>
/// Everything a client sends becomes a case: messages in both directions, clocks that say by when we answer, and a
/// history of every step. Registered cases are never deleted.
/// </summary>
public sealed class Case : IVersioned
{
    /// <summary>Longest subject, characters.</summary>
    public const int MaxSubjectLength = 200;

    private readonly List<Clock> clocks = [];
    private readonly List<Message> messages = [];
    private readonly List<CaseEvent> history = [];

    private Case()
    {
    }

    /// <summary>Key, ascending in time.</summary>
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

        var item = new Case
        {
            RegisterId = receipt.Register.Id,
            RegisterYear = receipt.Year,
            Sequence = receipt.Sequence,
            Number = receipt.Register.Format(receipt.Year, receipt.Sequence),
            AccessKey = Cases.AccessKey.New(),
            SubmissionToken = receipt.SubmissionToken,
            Kind = receipt.Kind,
            Channel = receipt.Channel,
            Audience = receipt.Audience,
            IsFormal = receipt.IsFormal,
            Subject = subject,
            Place = string.IsNullOrWhiteSpace(receipt.Place) ? null : receipt.Place.Trim(),
            TopicId = receipt.TopicId,
            UnitId = receipt.UnitId,
            AssigneeId = receipt.AssigneeId,
            RegisteredById = receipt.RegisteredBy.EmployeeId,
            Contact = receipt.Contact.Normalised(),
            Language = receipt.Language,
            ReceivedAt = receipt.ReceivedAt,
            ReceivedOn = receipt.ReceivedOn,
            RegisteredAt = receipt.RegisteredAt,
            State = receipt.AssigneeId is null ? CaseState.New : CaseState.InProgress,
        };
        item.messages.Add(new Message(item.Id, MessageKind.Submission, Actor.Client, receipt.ReceivedAt, receipt.Text, receipt.Files));
        item.Log(CaseEventKind.Received, receipt.RegisteredBy, receipt.RegisteredAt);
        return item;
    }

    /// <summary>Starts a clock.</summary>
    public void StartClock(Clock clock, DateTimeOffset at)
    {
        clocks.Add(clock);
        Log(CaseEventKind.ClockStarted, Actor.System, at, arguments: [clock.RuleId, Iso(clock.DueOn)]);
        Refresh();
    }

    /// <summary>The client adds something on the tracking page. No clock stops or restarts: the earliest unanswered message counts.</summary>
    public Message AddClientMessage(string text, IEnumerable<AttachedFile> files, DateTimeOffset at)
    {
        if (!IsOpen)
            throw new Refusal("Cases.Refusal.ClosedForMessages", Number);
        var message = new Message(Id, MessageKind.Addition, Actor.Client, at, text, files);
        messages.Add(message);
        if (State == CaseState.Answered)
            State = AssigneeId is null ? CaseState.New : CaseState.InProgress;
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
        if (State is CaseState.New or CaseState.InProgress)
            State = assigneeId is null ? CaseState.New : CaseState.InProgress;
        Log(CaseEventKind.Assigned, by, at, reason, unitName, assigneeName ?? "");
    }

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

    /// <summary>Tells the client that another body answers. Meets the forwarding clock and the service promise.</summary>
    public Message Forward(string text, Delivery delivery, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        TakeOn(by);
        return Queue(new Message(Id, MessageKind.Forwarding, by, at, text, []).ClosingWith(CaseOutcome.Forwarded), delivery, by, at);
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
        FindFailed(messageId).MarkResolved();
        Log(CaseEventKind.FailureResolved, by, at, reason.Trim(), "given-up");
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

    /// <summary>
    /// Closes the case without another letter. Refused while a reply is owed, unless the outcome says why none is:
    /// no reply wanted, withdrawn, left without examination, thanks passed on.
    /// </summary>
    public void Close(CaseOutcome outcome, string? reason, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        // An acknowledgement answers nothing: it may still be waiting when the client changes their mind.
        if (messages.Any(m => m is { IsReplyKind: true, Kind: not MessageKind.Acknowledgement, DeliveryState: DeliveryState.Queued }))
            throw new Refusal("Cases.Refusal.LetterOnItsWay");
        if (HasFailedMessage)
            throw new Refusal("Cases.Refusal.LetterFailed");

        var needsNoReply = outcome is CaseOutcome.NoReplyWanted or CaseOutcome.Withdrawn or CaseOutcome.LeftUnexamined or CaseOutcome.ThanksPassedOn;
        if (!needsNoReply && AnsweredAt is null)
            throw new Refusal("Cases.Refusal.ReplyOwed");
        if (needsNoReply && AnsweredAt is null && outcome != CaseOutcome.ThanksPassedOn && string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Cases.Refusal.ReasonMissing");

        Finish(outcome, reason, by, at);
    }

    /// <summary>A clock passed its due date without being met. False when it is not over yet or was settled meanwhile.</summary>
    public bool MarkBreached(Guid clockId, DateTimeOffset now)
    {
        var clock = clocks.Single(c => c.Id == clockId);
        if (clock.State != ClockState.Running || !clock.IsLate(now))
            return false;
        clock.MarkBreached(now);
        Log(CaseEventKind.ClockBreached, Actor.System, now, arguments: [clock.RuleId, Iso(clock.DueOn)]);
        Refresh();
        return true;
    }

    /// <summary>The calendar or a rule changed: a running clock gets the date it would have had.</summary>
    public void MoveClock(Guid clockId, DateOnly newDueOn, WorkingCalendar calendar, string reason, DateTimeOffset at, int? standardVersion = null)
    {
        var clock = clocks.Single(c => c.Id == clockId);
        var before = clock.DueOn;
        clock.Move(newDueOn, calendar, standardVersion);
        Log(CaseEventKind.ClockMoved, Actor.System, at, reason, clock.RuleId, Iso(before), Iso(newDueOn));
        Refresh();
    }

    /// <summary>Writes a line of history for a step taken on something that belongs to the case.</summary>
    public void Record(CaseEventKind kind, Actor by, DateTimeOffset at, string? reason, params string[] arguments) => Log(kind, by, at, reason, arguments);

    /// <summary>The clock an interim reply would settle: the running promise, else the service clock; null when none allows it.</summary>
    public Clock? Extendable() => clocks
        .Where(c => c.IsOutstanding && (c.Layer == Layer.PersonalPromise || c.InterimAllowed))
        .OrderByDescending(c => c.Layer == Layer.PersonalPromise)
        .ThenBy(c => c.DueOn)
        .FirstOrDefault();

    /// <summary>The running statutory clock for a reply; null when there is none.</summary>
    public Clock? Statutory() => clocks.FirstOrDefault(c => c is { State: ClockState.Running, Layer: Layer.Statute, Meets: MeetingEvent.Reply });

    private void Settle(Message message, DateTimeOffset sentAt, ServiceStandard standard, WorkingCalendar calendar)
    {
        switch (message.Kind)
        {
            case MessageKind.Acknowledgement when message.AuthorId is not null || standard.Settings.AutomaticAcknowledgementCounts:
                Meet(MeetingEvent.Acknowledgement, sentAt);
                break;

            case MessageKind.InterimReply when Extendable() is { } replaced && IsWorthPromising(message, replaced, calendar.LocalTime.DateOf(sentAt)):
                Interim(replaced, message, sentAt, standard, calendar);
                break;

            case MessageKind.StatutoryExtension when Statutory() is { } statutory && !statutory.IsLate(sentAt):
                var before = statutory.DueOn;
                statutory.ExtendStatutory(message.PromisedOn!.Value, message.Text, message.PromisedOn.Value, calendar, sentAt);
                Log(CaseEventKind.ClockExtended, Actor.System, sentAt, arguments: [statutory.RuleId, Iso(before)]);
                break;

            case MessageKind.Reply or MessageKind.Forwarding:
                Meet(message.Kind == MessageKind.Reply ? MeetingEvent.Reply : MeetingEvent.Forwarding, sentAt);
                AnsweredAt ??= sentAt;
                if (IsOpen)
                    State = CaseState.Answered;
                if (IsOpen && message.ClosesWith is { } outcome)
                    Finish(outcome, null, new Actor(message.AuthorId, message.AuthorName), sentAt);
                break;

            default:
                break;
        }
    }

    /// <summary>A letter that left so late that its own date is over promises nothing; the old clock stays owed.</summary>
    private static bool IsWorthPromising(Message message, Clock replaced, DateOnly sentOn) =>
        message.PromisedOn > replaced.DueOn && (replaced.Layer != Layer.PersonalPromise || message.PromisedOn >= sentOn);

    private void Interim(Clock replaced, Message message, DateTimeOffset sentAt, ServiceStandard standard, WorkingCalendar calendar)
    {
        var promisedOn = message.PromisedOn!.Value;
        Clock promise;
        if (replaced.Layer == Layer.PersonalPromise)
        {
            // The promise was made on the day the letter was written; a slow mail server does not undo it.
            promise = replaced.Extend(promisedOn, message.Text, message.AuthorName, standard, calendar, sentAt, default);
            LogSettled(replaced, CaseEventKind.ClockExtended, sentAt);
        }
        else
        {
            promise = Clock.ForPromise(Id, promisedOn, message.Text, message.AuthorName, standard, calendar, calendar.LocalTime.DateOf(message.WrittenAt), default, replaced);
            foreach (var clock in clocks.Where(c => c is { IsOutstanding: true, InterimAllowed: true }).ToList())
            {
                clock.MeetByInterim(sentAt);
                LogSettled(clock, CaseEventKind.ClockMetByInterim, sentAt);
            }
        }

        clocks.Add(promise);
        Log(CaseEventKind.ClockStarted, new Actor(message.AuthorId, message.AuthorName), sentAt, arguments: [promise.RuleId, Iso(promise.DueOn)]);
    }

    private void Meet(MeetingEvent what, DateTimeOffset sentAt)
    {
        foreach (var clock in clocks.Where(c => c.IsOutstanding && c.IsMetBy(what)).ToList())
        {
            clock.Meet(sentAt);
            LogSettled(clock, CaseEventKind.ClockMet, sentAt);
        }
    }

    private void LogSettled(Clock clock, CaseEventKind inTime, DateTimeOffset at, params string[] more) =>
        Log(clock.State == ClockState.Breached ? CaseEventKind.ClockBreached : inTime, Actor.System, at, arguments: [clock.RuleId, Iso(clock.DueOn), .. more]);

    private void Finish(CaseOutcome outcome, string? reason, Actor by, DateTimeOffset at)
    {
        foreach (var clock in clocks.Where(c => c.IsOutstanding).ToList())
        {
            clock.Release(reason ?? outcome.ToString(), at);
            Log(CaseEventKind.ClockReleased, by, at, reason, clock.RuleId, Iso(clock.DueOn));
        }

        State = CaseState.Closed;
        Outcome = outcome;
        ClosedAt = at;
        Log(CaseEventKind.Closed, by, at, reason, outcome.ToString());
        Refresh();
    }

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
        messages.Add(message);
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

    private void RefuseIfClosed()
    {
        if (!IsOpen)
            throw new Refusal("Cases.Refusal.AlreadyClosed", Number);
    }

    private void Log(CaseEventKind kind, Actor by, DateTimeOffset at, string? reason = null, params string[] arguments)
    {
        history.Add(new CaseEvent(Id, kind, by, at, reason, arguments));
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

/// <summary>Everything known when a case is registered.</summary>
public sealed record Receipt
{
    /// <summary>The register that numbers it.</summary>
    public required Register Register { get; init; }

    /// <summary>Year of registration, local.</summary>
    public required int Year { get; init; }

    /// <summary>Sequence allotted, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>The form's one-time token, if a form made it.</summary>
    public Guid? SubmissionToken { get; init; }

    /// <summary>What the client wants.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>How it reached us.</summary>
    public required Channel Channel { get; init; }

    /// <summary>External client or colleague.</summary>
    public Audience Audience { get; init; } = Audience.External;

    /// <summary>Formal submission in the sense of the Submissions Law.</summary>
    public bool IsFormal { get; init; }

    /// <summary>Subject, 1 to 200 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>What the client wrote or said.</summary>
    public required string Text { get; init; }

    /// <summary>Place or institution.</summary>
    public string? Place { get; init; }

    /// <summary>Topic, if known.</summary>
    public Guid? TopicId { get; init; }

    /// <summary>The unit that answers.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The person who answers, if known.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>Who registers it.</summary>
    public required Actor RegisteredBy { get; init; }

    /// <summary>What the client told about themselves.</summary>
    public Contact Contact { get; init; } = Contact.None;

    /// <summary>Language for letters: lv, en or ru.</summary>
    public string Language { get; init; } = "lv";

    /// <summary>When it reached the channel, UTC; not after <see cref="RegisteredAt"/>.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Local day on which it reached the channel.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Now, UTC.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];
}
