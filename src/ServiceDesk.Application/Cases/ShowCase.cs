using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases;

/// <summary>A case as staff see it.</summary>
public sealed record CaseDetails
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>What this page has seen, for the check at saving.</summary>
    public required SeenCase Seen { get; init; }

    /// <summary>Number.</summary>
    public required string Number { get; init; }

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Kind.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>Channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Audience.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Formal submission.</summary>
    public required bool IsFormal { get; init; }

    /// <summary>State.</summary>
    public required CaseState State { get; init; }

    /// <summary>Outcome, once closed.</summary>
    public required CaseOutcome? Outcome { get; init; }

    /// <summary>Topic in Latvian.</summary>
    public required string? Topic { get; init; }

    /// <summary>Place.</summary>
    public required string? Place { get; init; }

    /// <summary>Unit key.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>Assignee key.</summary>
    public required Guid? AssigneeId { get; init; }

    /// <summary>Assignee.</summary>
    public required string? AssigneeName { get; init; }

    /// <summary>Language of letters.</summary>
    public required string Language { get; init; }

    /// <summary>When received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Local receipt day.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>When answered.</summary>
    public required DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When closed.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>A letter could not be sent.</summary>
    public required bool HasFailedMessage { get; init; }

    /// <summary>Contact; parts the person may not know are missing.</summary>
    public required Contact Contact { get; init; }

    /// <summary>The client has told who they are, but this person may not know.</summary>
    public bool ClientIsHidden { get; init; }

    /// <summary>Whether letters can go by e-mail, known even when the address is hidden.</summary>
    public bool HasEmail { get; init; }

    /// <summary>Address for the composer, masked when hidden.</summary>
    public string? RecipientShown { get; init; }

    /// <summary>False: the person may see the head only; messages and files are left out.</summary>
    public bool MayRead { get; init; }

    /// <summary>Whether the person may act.</summary>
    public bool MayHandle { get; init; }

    /// <summary>Whether the person may give it to others.</summary>
    public bool MayAssign { get; init; }

    /// <summary>Messages, oldest first.</summary>
    public IReadOnlyList<MessageRow> Messages { get; init; } = [];

    /// <summary>Clocks: open ones first by date, then settled.</summary>
    public IReadOnlyList<ClockRow> Clocks { get; init; } = [];

    /// <summary>History, oldest first.</summary>
    public IReadOnlyList<EventRow> History { get; init; } = [];

    /// <summary>Badge of the earliest open clock.</summary>
    public DueBadge? Badge { get; init; }

    /// <summary>Latest date of an interim reply now; null when none may be sent.</summary>
    public PromiseBounds? PromiseBounds { get; init; }

    /// <summary>Latest date of a statutory extension; null when there is no such clock.</summary>
    public DateOnly? StatutoryLatest { get; init; }

    /// <summary>Local date.</summary>
    public DateOnly Today { get; init; }
}

/// <summary>A message in the timeline.</summary>
public sealed record MessageRow(
    Guid Id, MessageDirection Direction, MessageKind Kind, string AuthorName, DateTimeOffset WrittenAt, string Text, DateOnly? PromisedOn,
    Delivery Delivery, DeliveryState DeliveryState, DateTimeOffset? SentAt, string? DeliveryError, IReadOnlyList<AttachmentRow> Attachments);

/// <summary>A file of a message.</summary>
public sealed record AttachmentRow(Guid Id, Guid MessageId, string FileName, string ContentType, long Size);

/// <summary>A clock with its badge and, for counted ones, the days.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Badge">Its badge.</param>
/// <param name="Why">Why this date; null for dates somebody gave.</param>
public sealed record ClockRow(Clock Clock, DueBadge Badge, DueDateExplanation? Why);

/// <summary>A line of history.</summary>
public sealed record EventRow(Guid Id, CaseEventKind Kind, string ActorName, DateTimeOffset At, string? Reason, IReadOnlyList<string> Arguments);

/// <summary>Shows a case: head, conversation, clocks with their reasons, history. Five queries, whatever the length of the conversation.</summary>
public sealed class ShowCaseHandler(
    IServiceDeskDb db, CalendarProvider calendars, StandardProvider standards, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>The case; null when it does not exist or is not for this person.</summary>
    public async Task<CaseDetails?> HandleAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var visible = db.Set<Case>().AsNoTracking().HeadsVisibleTo(user).Where(c => c.Id == caseId);
        var readable = db.Set<Case>().AsNoTracking().ReadableBy(user);
        var head = await visible.Select(c => new
        {
            Case = c,
            MayRead = readable.Any(r => r.Id == c.Id),
            Topic = db.Set<Topic>().Where(t => t.Id == c.TopicId).Select(t => t.NameLv).FirstOrDefault(),
            Unit = db.Set<OrgUnit>().Where(u => u.Id == c.UnitId).Select(u => u.Name).First(),
            Assignee = db.Set<Employee>().Where(e => e.Id == c.AssigneeId).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancellationToken);
        if (head is null)
            return null;

        var item = head.Case;
        var today = local.DateOf(time.GetUtcNow());
        var calendar = await calendars.GetAsync(cancellationToken);
        var rulebook = await standards.GetAsync(item.ReceivedOn, cancellationToken);
        var clocks = await db.Set<Clock>().AsNoTracking().Where(c => c.CaseId == caseId).ToListAsync(cancellationToken);
        var mayHandle = head.MayRead && user.May(Permission.HandleCases);
        var knows = user.MayKnowClient(item.Contact.UnitMayKnow, item.Audience == Audience.Internal);
        var statutory = clocks.FirstOrDefault(c => c is { State: ClockState.Running, Layer: Layer.Statute, Meets: MeetingEvent.Reply });
        var extendable = clocks.Any(c => c.IsOutstanding && (c.Layer == Layer.PersonalPromise || c.InterimAllowed));

        return new CaseDetails
        {
            Id = item.Id,
            Seen = new SeenCase(item.Version, item.ChangedAt),
            Number = item.Number,
            Subject = item.Subject,
            Kind = item.Kind,
            Channel = item.Channel,
            Audience = item.Audience,
            IsFormal = item.IsFormal,
            State = item.State,
            Outcome = item.Outcome,
            Topic = head.Topic,
            Place = head.MayRead ? item.Place : null,
            UnitId = item.UnitId,
            UnitName = head.Unit,
            AssigneeId = item.AssigneeId,
            AssigneeName = head.Assignee,
            Language = item.Language,
            ReceivedAt = item.ReceivedAt,
            ReceivedOn = item.ReceivedOn,
            AnsweredAt = item.AnsweredAt,
            ClosedAt = item.ClosedAt,
            HasFailedMessage = item.HasFailedMessage,
            Contact = knows ? item.Contact : Contact.None with { UnitMayKnow = item.Contact.UnitMayKnow },
            ClientIsHidden = !item.Contact.IsAnonymous && !knows,
            HasEmail = item.Contact.Email is not null,
            RecipientShown = knows ? item.Contact.Email : item.Contact.MaskedEmail,
            MayRead = head.MayRead,
            MayHandle = mayHandle,
            MayAssign = mayHandle && user.May(Permission.AssignCases),
            Messages = head.MayRead ? await MessagesAsync(caseId, cancellationToken) : [],
            Clocks = [.. clocks
                .OrderBy(c => !c.IsOutstanding).ThenBy(c => c.DueOn)
                .Select(c => new ClockRow(c, Badges.Of(c, today, calendar), Why(c, item, rulebook, calendar)))],
            History = head.MayRead ? await HistoryAsync(caseId, cancellationToken) : [],
            Badge = item.NextDueOn is { } due ? Badges.Of(due, item.NextDueLayer!.Value, today, calendar) : null,
            PromiseBounds = mayHandle && item.IsOpen && extendable ? Promises.Bounds(rulebook.Standard, calendar, item.ReceivedOn, clocks, today) : null,
            StatutoryLatest = mayHandle && item.IsOpen && statutory is not null && rulebook.Find(statutory.RuleId, item.ReceivedOn) is { } rule
                ? Promises.StatutoryLimit(rule, calendar, item.ReceivedOn)
                : null,
            Today = today,
        };
    }

    private Task<List<MessageRow>> MessagesAsync(Guid caseId, CancellationToken cancellationToken) =>
        db.Set<Message>().AsNoTracking().Where(m => m.CaseId == caseId).OrderBy(m => m.WrittenAt).ThenBy(m => m.Id)
            .Select(m => new MessageRow(m.Id, m.Direction, m.Kind, m.AuthorName, m.WrittenAt, m.Text, m.PromisedOn, m.Delivery, m.DeliveryState, m.SentAt,
                m.DeliveryError, m.Attachments.OrderBy(a => a.Id).Select(a => new AttachmentRow(a.Id, a.MessageId, a.FileName, a.ContentType, a.Size)).ToList()))
            .ToListAsync(cancellationToken);

    private Task<List<EventRow>> HistoryAsync(Guid caseId, CancellationToken cancellationToken) =>
        db.Set<CaseEvent>().AsNoTracking().Where(e => e.CaseId == caseId).OrderBy(e => e.At).ThenBy(e => e.Id)
            .Select(e => new EventRow(e.Id, e.Kind, e.ActorName, e.At, e.Reason, e.Arguments))
            .ToListAsync(cancellationToken);

    private static DueDateExplanation? Why(Clock clock, Case item, Rulebook rulebook, WorkingCalendar calendar) =>
        clock.IsCounted && rulebook.Find(clock.RuleId, item.ReceivedOn) is { } rule
            ? DueDates.Explain(calendar, rule, item.ReceivedOn, new ReceiptDay(clock.StartedOn, clock.StartIsCounted))
            : null;
}
