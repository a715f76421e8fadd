using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Deadlines;

/// <summary>How a clock stands.</summary>
public enum ClockState
{
    /// <summary>Still to be met.</summary>
    Running,

    /// <summary>Met in time; of a promise: kept.</summary>
    Met,

    /// <summary>An interim reply with reason and date left in time.</summary>
    MetByInterim,

    /// <summary>A promise put off in time; a new promise runs.</summary>
    Extended,

    /// <summary>Missed; of a promise: broken. Stays so even when answered later.</summary>
    Breached,

    /// <summary>No longer owed (withdrawn, no reply wanted, forwarded).</summary>
    Released,
}

/// <summary>
/// A running term of a case. It stores its due local date, the exclusive UTC instant, and the versions of rule and calendar it was counted by;
/// lateness is derived from them. A child of the case: only the case calls its verbs and writes the history.
/// </summary>
public sealed class Clock
{
    /// <summary>The standard id of clocks that come from the law.</summary>
    public const string Statute = "statute";

    /// <summary>The rule id of clocks that come from a date somebody gave.</summary>
    public const string PromiseRule = "promise";

    private Clock() { }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case it belongs to.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Where it comes from.</summary>
    public Layer Layer { get; private set; }

    /// <summary>The rule, <c>external-reply</c>; <see cref="PromiseRule"/> for a promise.</summary>
    public string RuleId { get; private set; } = "";

    /// <summary>The clause, <c>SIG 21.1</c>.</summary>
    public string Clause { get; private set; } = "";

    /// <summary>The standard, or <see cref="Statute"/>.</summary>
    public string StandardId { get; private set; } = "";

    /// <summary>Version of the standard; for the law the first day of the row as yyyymmdd.</summary>
    public int StandardVersion { get; private set; }

    /// <summary>Version of the calendar the due date was counted by.</summary>
    public int CalendarVersion { get; private set; }

    /// <summary>What meets it.</summary>
    public MeetingEvent Meets { get; private set; }

    /// <summary>The day it is counted from (D0), or on which the promise was given.</summary>
    public DateOnly StartedOn { get; private set; }

    /// <summary>Whether the starting day itself is the first counted one (see <see cref="FirstCountedDay"/>).</summary>
    public bool StartIsCounted { get; private set; }

    /// <summary>The due local date, the whole of it.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The exclusive UTC instant at which it is missed.</summary>
    public DateTimeOffset DueUntil { get; private set; }

    /// <summary>How it stands.</summary>
    public ClockState State { get; private set; }

    /// <summary>When it was met, put off or released; of a breached clock: when it was at last answered.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Whether an interim reply meets it.</summary>
    public bool InterimAllowed { get; private set; }

    /// <summary>Whether a notice of receipt meets it.</summary>
    public bool AcknowledgementMeets { get; private set; }

    /// <summary>Whether a time of day was promised, kept to the minute; otherwise the whole day counts.</summary>
    public bool Precise { get; private set; }

    /// <summary>Who gave the promise.</summary>
    public string? PromisedByName { get; private set; }

    /// <summary>Why more time is needed (promise, extension) or why it was released.</summary>
    public string? Reason { get; private set; }

    /// <summary>The promise this one replaces, or the clock an interim reply met.</summary>
    public Guid? PreviousClockId { get; private set; }

    /// <summary>How often the date was put off so far.</summary>
    public int ExtensionCount { get; private set; }

    /// <summary>The case it was started for, while it runs on in the case that one was merged into; null for a case's own clock.</summary>
    public Guid? OriginCaseId { get; private set; }

    /// <summary>When that case reached us, UTC.</summary>
    public DateTimeOffset? OriginReceivedAt { get; private set; }

    /// <summary>The local receipt day of that case.</summary>
    public DateOnly? OriginReceivedOn { get; private set; }

    /// <summary>Whether something is still owed: running, or missed and not answered.</summary>
    public bool IsOutstanding => State == ClockState.Running || (State == ClockState.Breached && SettledAt is null);

    /// <summary>The first local date on which it counts as missed.</summary>
    public DateOnly LateFromOn => Precise ? DueOn : DueOn.AddDays(1);

    /// <summary>The clock of a rule for an item received at an instant, by the standard's own receipt policy.</summary>
    public static Clock ForRule(Guid caseId, DeadlineRule rule, ServiceStandard standard, WorkingCalendar calendar, DateTimeOffset receivedAt) =>
        ForRule(caseId, rule, standard, calendar, ReceiptDay.Of(receivedAt, rule, standard.Settings, calendar));

    /// <summary>The clock of a rule for an item of which only the day of receipt matters.</summary>
    public static Clock ForRule(Guid caseId, DeadlineRule rule, ServiceStandard standard, WorkingCalendar calendar, DateOnly receivedOn) =>
        ForRule(caseId, rule, standard, calendar, new ReceiptDay(receivedOn, false));

    /// <summary>A date somebody gave. The whole day counts; a free day is not moved (see <see cref="Promises.Warn(WorkingCalendar, DateOnly)"/>).</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="promisedOn">The promised local date; refused in the past and outside the bounds.</param>
    /// <param name="reason">Why more time is needed; refused when empty.</param>
    /// <param name="promisedByName">Who promises.</param>
    /// <param name="standard">The standard in force for the case.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="today">The local date of the promise.</param>
    /// <param name="bounds">Earliest and latest date that may be promised, from <see cref="Promises.Bounds"/>.</param>
    /// <param name="previous">The clock an interim reply met, if any.</param>
    public static Clock ForPromise(
        Guid caseId,
        DateOnly promisedOn,
        string? reason,
        string promisedByName,
        ServiceStandard standard,
        WorkingCalendar calendar,
        DateOnly today,
        PromiseBounds bounds = default,
        Clock? previous = null)
    {
        CheckPromise(promisedOn, reason, today, bounds);
        return Promise(caseId, promisedOn, calendar.EndOf(promisedOn), false, reason!, promisedByName, standard, calendar, today, previous?.Id, 0);
    }

    /// <summary>A time of day somebody gave ("I will call at 15:00"). Kept to the minute, never moved.</summary>
    public static Clock ForPromise(
        Guid caseId,
        DateTimeOffset promisedAt,
        string? reason,
        string promisedByName,
        ServiceStandard standard,
        WorkingCalendar calendar,
        DateTimeOffset now,
        PromiseBounds bounds = default,
        Clock? previous = null)
    {
        var promisedOn = calendar.LocalTime.DateOf(promisedAt);
        var today = calendar.LocalTime.DateOf(now);
        CheckPromise(promisedOn, reason, today, bounds);
        if (promisedAt <= now)
            throw new Refusal("Deadlines.Refusal.PromiseInPast", promisedOn);
        return Promise(caseId, promisedOn, EndOfMinute(promisedAt), true, reason!, promisedByName, standard, calendar, today, previous?.Id, 0);
    }

    /// <summary>Whether an event would meet the clock. A reply meets all; forwarding, with the client told, meets all but acknowledgements' own.</summary>
    public bool IsMetBy(MeetingEvent what) => what switch
    {
        MeetingEvent.Reply or MeetingEvent.Forwarding => true,
        MeetingEvent.Acknowledgement => Meets == MeetingEvent.Acknowledgement || AcknowledgementMeets,
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };

    /// <summary>Whether something that left the house at an instant was late.</summary>
    public bool IsLate(DateTimeOffset sentAt) => sentAt >= DueUntil;

    /// <summary>
    /// What meets the clock has left the house. In time it is met, even when the detection was faster than the confirmation of the mail server;
    /// too late it is breached and settled. Refused when nothing is owed.
    /// </summary>
    public void Meet(DateTimeOffset sentAt)
    {
        RequireOutstanding();
        State = IsLate(sentAt) ? ClockState.Breached : ClockState.Met;
        SettledAt = sentAt;
    }

    /// <summary>
    /// An interim reply with reason and date has left the house; the case starts the promise. Too late the clock is breached and settled,
    /// the promise starts all the same. Refused where the rule allows none: the law's clocks are untouched by interim replies.
    /// </summary>
    public void MeetByInterim(DateTimeOffset sentAt)
    {
        RequireOutstanding();
        if (!InterimAllowed)
            throw new Refusal("Deadlines.Refusal.InterimNotAllowed", Clause);
        State = IsLate(sentAt) ? ClockState.Breached : ClockState.MetByInterim;
        SettledAt = sentAt;
    }

    /// <summary>
    /// Puts a promise off (SIG 23.2). Before the old date is over it counts as extended, later as broken; the new promise, which is returned, runs either way.
    /// </summary>
    /// <param name="newDueOn">The new date, later than the old one.</param>
    /// <param name="reason">Why; refused when empty.</param>
    /// <param name="promisedByName">Who promises.</param>
    /// <param name="standard">The standard in force for the case.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="sentAt">When the client was told.</param>
    /// <param name="bounds">Earliest and latest date that may be promised.</param>
    public Clock Extend(DateOnly newDueOn, string? reason, string promisedByName, ServiceStandard standard, WorkingCalendar calendar, DateTimeOffset sentAt, PromiseBounds bounds = default)
    {
        if (Layer != Layer.PersonalPromise)
            throw new Refusal("Deadlines.Refusal.OnlyPromisesExtend");
        RequireOutstanding();
        if (newDueOn <= DueOn)
            throw new Refusal("Deadlines.Refusal.ExtensionNotLater", newDueOn, DueOn);
        if (standard.Settings.MaxPromiseExtensions is { } most && ExtensionCount >= most)
            throw new Refusal("Deadlines.Refusal.TooManyExtensions", most);
        var today = calendar.LocalTime.DateOf(sentAt);
        CheckPromise(newDueOn, reason, today, bounds);

        State = IsLate(sentAt) ? ClockState.Breached : ClockState.Extended;
        SettledAt = sentAt;
        return Promise(CaseId, newDueOn, calendar.EndOf(newDueOn), false, reason!, promisedByName, standard, calendar, today, Id, ExtensionCount + 1);
    }

    /// <summary>Moves a statutory due date by a notice of extension; refused without a reason, over the limit, or when the old date is over.</summary>
    /// <param name="newDueOn">The new date.</param>
    /// <param name="reason">Objective reason told to the client.</param>
    /// <param name="limit">The latest date the law allows, from <see cref="Promises.StatutoryLimit"/>.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="sentAt">When the client was told.</param>
    public void ExtendStatutory(DateOnly newDueOn, string? reason, DateOnly limit, WorkingCalendar calendar, DateTimeOffset sentAt)
    {
        if (Layer != Layer.Statute)
            throw new Refusal("Deadlines.Refusal.OnlyStatuteExtends");
        if (State != ClockState.Running || IsLate(sentAt))
            throw new Refusal("Deadlines.Refusal.StatutoryTermOver", DueOn);
        if (string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Deadlines.Refusal.ReasonNeeded");
        if (newDueOn <= DueOn)
            throw new Refusal("Deadlines.Refusal.ExtensionNotLater", newDueOn, DueOn);
        if (newDueOn > limit)
            throw new Refusal("Deadlines.Refusal.OverStatutoryLimit", newDueOn, limit);
        SetDue(newDueOn, calendar);
        Reason = reason.Trim();
        ExtensionCount++;
    }

    /// <summary>Detection found the date over. Refused while it is not, and when the clock does not run.</summary>
    public void MarkBreached(DateTimeOffset now)
    {
        if (State != ClockState.Running)
            throw new Refusal("Deadlines.Refusal.ClockNotRunning");
        if (!IsLate(now))
            throw new Refusal("Deadlines.Refusal.NotYetOver", DueOn);
        State = ClockState.Breached;
    }

    /// <summary>Nothing is owed any more. A missed clock stays missed and is only settled. Refused without a reason.</summary>
    public void Release(string? reason, DateTimeOffset at)
    {
        RequireOutstanding();
        if (string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Deadlines.Refusal.ReasonNeeded");
        if (State == ClockState.Running)
            State = IsLate(at) ? ClockState.Breached : ClockState.Released;
        SettledAt = at;
        Reason = reason.Trim();
    }

    /// <summary>
    /// Takes over a date counted anew after a change of calendar or rule. Only running clocks move; a promised date or time and a date
    /// extended by notice stay as given. Refused for them.
    /// </summary>
    /// <param name="newDueOn">The date counted anew.</param>
    /// <param name="calendar">The calendar it was counted by.</param>
    /// <param name="standardVersion">The version of the standard it was counted by, when that is a newer one.</param>
    public void Move(DateOnly newDueOn, WorkingCalendar calendar, int? standardVersion = null)
    {
        if (State != ClockState.Running)
            throw new Refusal("Deadlines.Refusal.ClockNotRunning");
        if (!IsCounted)
            throw new Refusal("Deadlines.Refusal.GivenDateStays", DueOn);
        SetDue(newDueOn, calendar);
        StandardVersion = standardVersion ?? StandardVersion;
    }

    /// <summary>Runs on in another case, with the dates it has.</summary>
    internal void GoOnIn(Guid caseId, Guid originId, DateTimeOffset receivedAt, DateOnly receivedOn)
    {
        RequireOutstanding();
        (CaseId, OriginCaseId, OriginReceivedAt, OriginReceivedOn) = (caseId, originId, receivedAt, receivedOn);
    }

    /// <summary>Comes back to the case it was started for. What was missed meanwhile stays missed; what was answered meanwhile in the other case is owed again.</summary>
    internal void ComeBack(bool runs)
    {
        (CaseId, OriginCaseId, OriginReceivedAt, OriginReceivedOn) = (OriginCaseId ?? CaseId, null, null, null);
        if (!runs)
            return;
        State = State == ClockState.Breached ? ClockState.Breached : ClockState.Running;
        SettledAt = null;
    }

    /// <summary>Whether the due date was counted from a rule, not given by somebody.</summary>
    public bool IsCounted => Layer != Layer.PersonalPromise && ExtensionCount == 0;

    private static Clock ForRule(Guid caseId, DeadlineRule rule, ServiceStandard standard, WorkingCalendar calendar, ReceiptDay receipt)
    {
        var due = DueDates.Calculate(calendar, rule.Term, rule.RollForward, receipt);
        return new()
        {
            Id = Guid.CreateVersion7(),
            CaseId = caseId,
            Layer = rule.Layer,
            RuleId = rule.Id,
            Clause = rule.Clause,
            StandardId = rule.Layer == Layer.Statute ? Statute : standard.Id,
            StandardVersion = rule.Layer == Layer.Statute ? rule.Edition : standard.Version,
            CalendarVersion = calendar.Version,
            Meets = rule.Meets,
            InterimAllowed = rule.InterimAllowed,
            AcknowledgementMeets = rule.AcknowledgementMeets,
            StartedOn = receipt.On,
            StartIsCounted = receipt.IsCounted,
            DueOn = due.On,
            DueUntil = due.UntilUtc,
        };
    }

    private static Clock Promise(
        Guid caseId, DateOnly dueOn, DateTimeOffset dueUntil, bool precise, string reason, string promisedByName, ServiceStandard standard, WorkingCalendar calendar, DateOnly today, Guid? previousId, int extensions) => new()
        {
            Id = Guid.CreateVersion7(),
            CaseId = caseId,
            Layer = Layer.PersonalPromise,
            RuleId = PromiseRule,
            Clause = standard.Settings.PromiseClause,
            StandardId = standard.Id,
            StandardVersion = standard.Version,
            CalendarVersion = calendar.Version,
            Meets = MeetingEvent.Reply,
            StartedOn = today,
            DueOn = dueOn,
            DueUntil = dueUntil,
            Precise = precise,
            Reason = reason.Trim(),
            PromisedByName = promisedByName,
            PreviousClockId = previousId,
            ExtensionCount = extensions,
        };

    private static void CheckPromise(DateOnly promisedOn, string? reason, DateOnly today, PromiseBounds bounds)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Deadlines.Refusal.ReasonNeeded");
        if (promisedOn < today)
            throw new Refusal("Deadlines.Refusal.PromiseInPast", promisedOn);
        if (bounds.Earliest is { } earliest && promisedOn < earliest)
            throw new Refusal("Deadlines.Refusal.PromiseTooEarly", promisedOn, earliest);
        if (bounds.Latest is { } latest && promisedOn > latest)
            throw new Refusal("Deadlines.Refusal.PromiseTooLate", promisedOn, latest);
    }

    private static DateTimeOffset EndOfMinute(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(TimeSpan.TicksPerMinute - (utc.Ticks % TimeSpan.TicksPerMinute));
    }

    private void SetDue(DateOnly newDueOn, WorkingCalendar calendar)
    {
        DueOn = newDueOn;
        DueUntil = calendar.EndOf(newDueOn);
        CalendarVersion = calendar.Version;
    }

    private void RequireOutstanding()
    {
        if (!IsOutstanding)
            throw new Refusal("Deadlines.Refusal.NothingOwed");
    }
}
