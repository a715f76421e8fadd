using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases;

/// <summary>A case as its client sees it: plain words, no names of colleagues, no internal notes.</summary>
public sealed record TrackedCase
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Number.</summary>
    public required string Number { get; init; }

    /// <summary>Access key, for the confirmation page.</summary>
    public required string AccessKey { get; init; }

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Kind.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>State.</summary>
    public required CaseState State { get; init; }

    /// <summary>Outcome, once closed.</summary>
    public required CaseOutcome? Outcome { get; init; }

    /// <summary>When received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Local receipt day.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Who answers.</summary>
    public required string UnitName { get; init; }

    /// <summary>The unit's phone.</summary>
    public required string? UnitPhone { get; init; }

    /// <summary>Whether the client let the unit know who they are; null when anonymous.</summary>
    public required bool? UnitMayKnow { get; init; }

    /// <summary>Address letters go to, masked; null when there is none.</summary>
    public required string? MaskedEmail { get; init; }

    /// <summary>By when we answer; null when nothing is owed.</summary>
    public required DateOnly? AnswerBy { get; init; }

    /// <summary>The date is one we promised in an interim reply.</summary>
    public required bool IsPromised { get; init; }

    /// <summary>The date the promise replaced.</summary>
    public required DateOnly? FirstDueOn { get; init; }

    /// <summary>Whether the interim reply left before <see cref="FirstDueOn"/> was over.</summary>
    public required bool PromisedInTime { get; init; }

    /// <summary>The days from today to a promised date that is not over, working days numbered; empty otherwise.</summary>
    public required IReadOnlyList<ExplainedDay> DaysLeft { get; init; }

    /// <summary>Why this date, for counted ones.</summary>
    public required DueDateExplanation? Why { get; init; }

    /// <summary>Badge.</summary>
    public required DueBadge? Badge { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public required IReadOnlyList<TrackedStep> Steps { get; init; }

    /// <summary>Whether the case is open.</summary>
    public bool IsOpen => State != CaseState.Closed;

    /// <summary>We asked the client something and wait.</summary>
    public bool WaitsForClient => State == CaseState.Waiting;

    /// <summary>The day until which we wait for the client.</summary>
    public DateOnly? WaitsUntilOn { get; init; }

    /// <summary>The body that answers instead of us.</summary>
    public string? ForwardedTo { get; init; }

    /// <summary>A message now makes a new, linked case: this one was closed long ago.</summary>
    public bool MakesNewCase { get; init; }

    /// <summary>The client may say that the closed case is not solved.</summary>
    public bool MayDispute { get; init; }

    /// <summary>The last day for that.</summary>
    public DateOnly? MayDisputeUntil { get; init; }

    /// <summary>Local date.</summary>
    public required DateOnly Today { get; init; }
}

/// <summary>What a step of the public timeline is.</summary>
public enum TrackedStepKind
{
    /// <summary>The client wrote.</summary>
    YouWrote,

    /// <summary>Passed to a unit.</summary>
    HandedOver,

    /// <summary>We acknowledged.</summary>
    WeAcknowledged,

    /// <summary>We sent an interim reply.</summary>
    WePromised,

    /// <summary>We extended the statutory term.</summary>
    WeExtended,

    /// <summary>We told who answers instead.</summary>
    WeForwarded,

    /// <summary>We asked the client.</summary>
    WeAsked,

    /// <summary>The client said thank you.</summary>
    YouThanked,

    /// <summary>The case was opened again.</summary>
    Reopened,

    /// <summary>We replied.</summary>
    WeReplied,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>A step of the public timeline.</summary>
public sealed record TrackedStep(TrackedStepKind Kind, DateTimeOffset At, string? Text, DateOnly? PromisedOn, string? UnitName, IReadOnlyList<AttachmentRow> Attachments);

/// <summary>
/// Opens a case by number and key, or by its own link cookie. A wrong key and an unknown number look the same. A case merged with another of the
/// same client leads to that one; of different clients each sees only what was written by and to them.
/// </summary>
public sealed class TrackCaseHandler(IServiceDeskDb db, CalendarProvider calendars, StandardProvider standards, IOptions<ReopeningOptions> reopening, LocalTime local, TimeProvider time)
{
    /// <summary>The key of the case with this number and access key, or null.</summary>
    public async Task<Guid?> FindAsync(string? number, string? accessKey, CancellationToken cancellationToken)
    {
        var wanted = CaseNumbers.Clean(number);
        var found = await db.Set<Case>().AsNoTracking().Where(c => c.Number == wanted)
            .Select(c => new { c.Id, c.AccessKey, LeadsTo = c.HasOtherClient ? null : c.MergedIntoId }).SingleOrDefaultAsync(cancellationToken);
        // Compared also when nothing was found, so that the time tells nothing.
        var matches = AccessKey.Matches(found?.AccessKey ?? "????????", accessKey);
        return found is not null && matches ? found.LeadsTo ?? found.Id : null;
    }

    /// <summary>The case for its client; the caller has checked the key.</summary>
    public async Task<TrackedCase?> HandleAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var head = await db.Set<Case>().AsNoTracking().Where(c => c.Id == caseId)
            .Join(db.Set<OrgUnit>(), c => c.UnitId, u => u.Id, (c, u) => new { Case = c, u.Name, u.Phone })
            .SingleOrDefaultAsync(cancellationToken);
        if (head is null)
            return null;

        if (head.Case is { MergedIntoId: { } survivorId, HasOtherClient: false })
            return await HandleAsync(survivorId, cancellationToken);

        var item = head.Case;
        // Another client's case answers for this one: where it stands is this client's business, what is written there is not.
        var leading = item.MergedIntoId is { } leadingId
            ? await db.Set<Case>().AsNoTracking().Where(c => c.Id == leadingId)
                .Join(db.Set<OrgUnit>(), c => c.UnitId, u => u.Id, (c, u) => new { Case = c, u.Name, u.Phone }).SingleAsync(cancellationToken)
            : head;
        var own = Own(item);
        var today = local.DateOf(time.GetUtcNow());
        var calendar = await calendars.GetAsync(cancellationToken);
        var clocks = await db.Set<Clock>().AsNoTracking().Where(c => own.Contains(c.OriginCaseId ?? c.CaseId)).ToListAsync(cancellationToken);
        var next = clocks.Where(c => c.IsOutstanding && c.Meets == MeetingEvent.Reply).OrderByDescending(c => c.Layer == Layer.PersonalPromise).ThenBy(c => c.DueOn).FirstOrDefault();
        var first = next?.Layer == Layer.PersonalPromise ? clocks.Where(c => c.Layer == Layer.Service && c.InterimAllowed).MinBy(c => c.DueOn) : null;
        var rulebook = await standards.GetAsync(item.ReceivedOn, cancellationToken);
        var rule = next is { IsCounted: true } ? rulebook.Find(next.RuleId, next.OriginReceivedOn ?? item.ReceivedOn) : null;

        var policy = reopening.Value.Policy;
        DateOnly? closedOn = leading.Case is { IsOpen: false, ClosedAt: { } closedAt } ? local.DateOf(closedAt) : null;

        return new TrackedCase
        {
            Id = item.Id,
            Number = item.Number,
            AccessKey = item.AccessKey,
            Subject = item.Subject,
            Kind = item.Kind,
            State = leading.Case.State,
            Outcome = leading.Case.Outcome,
            ReceivedAt = item.ReceivedAt,
            ReceivedOn = item.ReceivedOn,
            UnitName = leading.Name,
            UnitPhone = leading.Phone,
            UnitMayKnow = item.Contact.IsAnonymous ? null : item.Contact.UnitMayKnow,
            MaskedEmail = item.Contact.MaskedEmail,
            AnswerBy = next?.DueOn,
            IsPromised = next?.Layer == Layer.PersonalPromise,
            FirstDueOn = first?.DueOn,
            PromisedInTime = first?.State == ClockState.MetByInterim,
            DaysLeft = next?.Layer == Layer.PersonalPromise && next.DueOn >= today ? DaysLeft(calendar, today, next.DueOn) : [],
            Why = rule is null ? null : DueDates.Explain(calendar, rule, next!.OriginReceivedOn ?? item.ReceivedOn, new ReceiptDay(next.StartedOn, next.StartIsCounted)),
            Badge = next is null ? null : Badges.Of(next.DueOn, next.Layer, today, calendar),
            Steps = await StepsAsync(item, cancellationToken),
            Today = today,
            WaitsUntilOn = item.WaitingUntilOn,
            ForwardedTo = item.ForwardedTo,
            MakesNewCase = closedOn is { } day && (item.MergedIntoId is not null || policy.MakesNewCase(day, today)),
            MayDispute = closedOn is { } end && Disputable(item) && policy.MayDispute(end, today),
            MayDisputeUntil = closedOn?.AddDays(policy.NotSolvedWithinDays),
        };
    }

    /// <summary>The case and those of the same client merged into it.</summary>
    private IQueryable<Guid> Own(Case item) => db.Set<Case>().Where(c => c.Id == item.Id || (c.MergedIntoId == item.Id && !c.HasOtherClient)).Select(c => c.Id);

    /// <summary>Once, and not about what the client ended: "not solved" answers our word, not theirs.</summary>
    private static bool Disputable(Case item) => item is { DisputedAt: null, MergedIntoId: null }
        && item.Outcome is not (CaseOutcome.Withdrawn or CaseOutcome.NoReplyWanted or CaseOutcome.ThanksPassedOn or CaseOutcome.Forwarded);

    private static List<ExplainedDay> DaysLeft(WorkingCalendar calendar, DateOnly today, DateOnly due)
    {
        List<ExplainedDay> days = [];
        var ordinal = 0;
        for (var day = today; day <= due; day = day.AddDays(1))
        {
            var reason = calendar.Reason(day);
            var counted = day > today && calendar.IsWorkingDay(day);
            days.Add(new ExplainedDay(day, counted, counted ? ++ordinal : 0, reason, day == today, day == today));
        }

        return days;
    }

    private async Task<IReadOnlyList<TrackedStep>> StepsAsync(Case item, CancellationToken cancellationToken)
    {
        var own = Own(item);
        var messages = await db.Set<Message>().AsNoTracking()
            .Where(m => own.Contains(m.CaseId))
            .Where(m => m.Direction == MessageDirection.FromClient || (m.Direction == MessageDirection.ToClient && m.DeliveryState == DeliveryState.Sent))
            .Select(m => new
            {
                m.Kind,
                At = m.SentAt ?? m.WrittenAt,
                m.Text,
                PromisedOn = m.PromisedOn ?? m.WantedOn,
                Files = m.Attachments.OrderBy(a => a.Ordinal).Select(a => new AttachmentRow(a.Id, a.MessageId, a.FileName, a.ContentType, a.Size)).ToList(),
            }).ToListAsync(cancellationToken);
        var events = await db.Set<CaseEvent>().AsNoTracking()
            .Where(e => (e.CaseId == item.Id && (e.Kind == CaseEventKind.Assigned || e.Kind == CaseEventKind.HandOverAccepted))
                || (e.CaseId == (item.MergedIntoId ?? item.Id) && (e.Kind == CaseEventKind.Closed || e.Kind == CaseEventKind.Reopened)))
            .Select(e => new { e.Kind, e.At, e.Arguments }).ToListAsync(cancellationToken);

        var handed = new List<TrackedStep>();
        foreach (var e in events.Where(e => e.Kind is CaseEventKind.Assigned or CaseEventKind.HandOverAccepted).OrderBy(e => e.At))
        {
            // Passing between colleagues of one unit is nothing the client needs to know.
            if (handed.Count == 0 || handed[^1].UnitName != e.Arguments[0])
                handed.Add(new TrackedStep(TrackedStepKind.HandedOver, e.At, null, null, e.Arguments[0], []));
        }

        return
        [
            .. messages.Select(m => new TrackedStep(StepOf(m.Kind), m.At, m.Kind == MessageKind.Acknowledgement ? null : m.Text, m.PromisedOn, null, m.Files))
                .Concat(handed)
                .Concat(events.Where(e => e.Kind == CaseEventKind.Closed).Select(e => new TrackedStep(TrackedStepKind.Closed, e.At, null, null, null, [])))
                .Concat(events.Where(e => e.Kind == CaseEventKind.Reopened).Select(e => new TrackedStep(TrackedStepKind.Reopened, e.At, null, null, null, [])))
                .OrderBy(s => s.At).ThenBy(s => s.Kind),
        ];
    }

    private static TrackedStepKind StepOf(MessageKind kind) => kind switch
    {
        MessageKind.Submission or MessageKind.Addition => TrackedStepKind.YouWrote,
        MessageKind.Acknowledgement => TrackedStepKind.WeAcknowledged,
        MessageKind.InterimReply => TrackedStepKind.WePromised,
        MessageKind.Thanks => TrackedStepKind.YouThanked,
        MessageKind.Question => TrackedStepKind.WeAsked,
        MessageKind.StatutoryExtension => TrackedStepKind.WeExtended,
        MessageKind.Forwarding => TrackedStepKind.WeForwarded,
        MessageKind.Reply => TrackedStepKind.WeReplied,
        MessageKind.Note => throw new InvalidOperationException("Notes are never shown to clients."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
