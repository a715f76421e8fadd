using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.AboutPeople;
using ServiceDesk.Application.Cases.Presence;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
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

    /// <summary>Number in the older register it was taken over from, or null.</summary>
    public string? OldNumber { get; init; }

    /// <summary>Subject; null when the person may see the head only.</summary>
    public required string? Subject { get; init; }

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

    /// <summary>Topic key.</summary>
    public Guid? TopicId { get; init; }

    /// <summary>The service named, if any.</summary>
    public required Guid? ServiceId { get; init; }

    /// <summary>Its Latvian name.</summary>
    public required string? Service { get; init; }

    /// <summary>Place.</summary>
    public required string? Place { get; init; }

    /// <summary>The notice of confidentiality its letters carry, in its language; null where the standard asks for none.</summary>
    public string? ConfidentialityNotice { get; init; }

    /// <summary>Unit key.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>Assignee key.</summary>
    public required Guid? AssigneeId { get; init; }

    /// <summary>Assignee.</summary>
    public required string? AssigneeName { get; init; }

    /// <summary>Where the privacy notice was shown; null when none was.</summary>
    public CollectingPoint? NoticePoint { get; init; }

    /// <summary>The version shown.</summary>
    public int? NoticeNumber { get; init; }

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

    /// <summary>The card the case belongs to; null when it has none or this person may not know.</summary>
    public ClientPanel? Client { get; init; }

    /// <summary>Processing of the client's data is restricted (GDPR art. 18): the case is read and printed, and nothing is done in it.</summary>
    public bool IsRestricted { get; init; }

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

    /// <summary>Names of the rules the clocks come from, by rule id, for the history's sentences.</summary>
    public IReadOnlyDictionary<string, Wording> RuleNames { get; init; } = new Dictionary<string, Wording>();

    /// <summary>History, oldest first.</summary>
    public IReadOnlyList<EventRow> History { get; init; } = [];

    /// <summary>Badge of the earliest open clock.</summary>
    public DueBadge? Badge { get; init; }

    /// <summary>Latest date of an interim reply now; null when none may be sent.</summary>
    public PromiseBounds? PromiseBounds { get; init; }

    /// <summary>The date the interim form begins with: five working days from now, within the bounds; null when none may be sent.</summary>
    public DateOnly? SuggestedPromise { get; init; }

    /// <summary>Latest date of a statutory extension; null when there is no such clock.</summary>
    public DateOnly? StatutoryLatest { get; init; }

    /// <summary>The case this one was merged into; null for a case on its own.</summary>
    public NumberedCase? MergedInto { get; init; }

    /// <summary>Cases merged into this one, whose messages stand among its own.</summary>
    public IReadOnlyList<MergedCaseRow> Merged { get; init; } = [];

    /// <summary>Whether anything is linked with this case, or looks like it.</summary>
    public bool HasLinks { get; init; }

    /// <summary>Who has the case open now, the person asking left out; those who write first.</summary>
    public IReadOnlyList<PresentColleague> Present { get; init; } = [];

    /// <summary>Whether the person asking is noted as present, or was a moment ago.</summary>
    public bool IsNotedAsPresent { get; init; }

    /// <summary>Waiting, offered, restricted, asked.</summary>
    public CaseSteps Steps { get; init; } = new();

    /// <summary>Local date.</summary>
    public DateOnly Today { get; init; }
}

/// <summary>A case by its number.</summary>
public sealed record NumberedCase(Guid Id, string Number);

/// <summary>A case merged into the one shown.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Number.</param>
/// <param name="ReceivedOn">Its own local receipt day, from which its clocks are counted.</param>
/// <param name="HasOtherClient">Its client is another person, who gets letters of their own.</param>
/// <param name="ClientName">The client's name; null when there is none or this person may not know it.</param>
/// <param name="IsGuarded">Whether reading it is written down.</param>
public sealed record MergedCaseRow(Guid Id, string Number, DateOnly ReceivedOn, bool HasOtherClient, string? ClientName, bool IsGuarded = false);

/// <summary>A message in the timeline.</summary>
/// <param name="Id">Key.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Kind">What it is.</param>
/// <param name="AuthorName">Who wrote; empty for the client and the system.</param>
/// <param name="WrittenAt">When it was written, UTC.</param>
/// <param name="Text">Plain text.</param>
/// <param name="PromisedOn">The promised date of an interim reply or extension.</param>
/// <param name="ClosesWith">The outcome with which the case closes when it has left.</param>
/// <param name="Delivery">How it leaves.</param>
/// <param name="DeliveryState">Whether it has left.</param>
/// <param name="SentAt">When it left, UTC.</param>
/// <param name="DeliveryError">Why it did not.</param>
/// <param name="Attachments">Files.</param>
/// <param name="Letter">Its parts, when it was written in the composer.</param>
public sealed record MessageRow(
    Guid Id, MessageDirection Direction, MessageKind Kind, string AuthorName, DateTimeOffset WrittenAt, string Text, DateOnly? PromisedOn,
    CaseOutcome? ClosesWith, Delivery Delivery, DeliveryState DeliveryState, DateTimeOffset? SentAt, string? DeliveryError, IReadOnlyList<AttachmentRow> Attachments, LetterParts? Letter = null)
{
    /// <summary>The case it belongs to: the one shown, or one merged into it.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The day by which a question is to be answered.</summary>
    public DateOnly? WantedOn { get; init; }

    /// <summary>The body a letter went to; null for letters to the client.</summary>
    public string? Addressee { get; init; }

    /// <summary>Its address.</summary>
    public string? AddresseeContact { get; init; }

    /// <summary>Whether its writer may still take it back: queued, and the seconds of grace not over.</summary>
    public bool CanBeTakenBack(DateTimeOffset now) =>
        Delivery == Delivery.Email && DeliveryState == DeliveryState.Queued && Kind != MessageKind.Acknowledgement && now < WrittenAt + LetterWriter.UndoTime;
}

/// <summary>A file of a message.</summary>
public sealed record AttachmentRow(Guid Id, Guid MessageId, string FileName, string ContentType, long Size);

/// <summary>A clock with its badge and, for counted ones, the days.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Badge">Its badge.</param>
/// <param name="Why">Why this date; null for dates somebody gave.</param>
public sealed record ClockRow(Clock Clock, DueBadge Badge, DueDateExplanation? Why);

/// <summary>A line of history.</summary>
public sealed record EventRow(Guid Id, CaseEventKind Kind, string ActorName, DateTimeOffset At, string? Reason, IReadOnlyList<string> Arguments);

/// <summary>
/// Shows a case: head, conversation, clocks with their reasons, history. Five queries, whatever the length of the conversation. Who reads
/// a complaint or a confidential case is written down.
/// </summary>
public sealed class ShowCaseHandler(
    IServiceDeskDb db, CalendarProvider calendars, StandardProvider standards, ComplaintAboutPersonHandler aboutPerson, ReadLog reads, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>The case; null when it does not exist or is not for this person.</summary>
    public Task<CaseDetails?> HandleAsync(Guid caseId, CancellationToken cancellationToken) => HandleAsync(caseId, ReadWay.Page, cancellationToken);

    /// <summary>The case, read on a page or on paper; null when it does not exist or is not for this person.</summary>
    public async Task<CaseDetails?> HandleAsync(Guid caseId, ReadWay way, CancellationToken cancellationToken)
    {
        var visible = db.Set<Case>().AsNoTracking().HeadsVisibleTo(user).Where(c => c.Id == caseId);
        var readable = db.Set<Case>().AsNoTracking().ReadableBy(user);
        var card = ClientPanels.Of(db.Set<Case>().OfKnownClients(user), ClientPanels.YearBegan(local, time));
        // With who is present, in one statement: rows of a case one has open are few and short-lived.
        var heads = await visible.SelectMany(c => db.Set<CasePresence>().Where(p => p.CaseId == c.Id).DefaultIfEmpty(), (c, p) => new
        {
            Case = c,
            MayRead = readable.Any(r => r.Id == c.Id),
            MayAct = db.Set<Case>().ActableBy(user).Any(r => r.Id == c.Id),
            MayAnswer = db.Set<Case>().AnswerableBy(user).Any(r => r.Id == c.Id),
            OfferedUnit = db.Set<OrgUnit>().Where(u => u.Id == c.OfferedUnitId).Select(u => u.Name).FirstOrDefault(),
            OfferedTo = db.Set<Employee>().Where(e => e.Id == c.OfferedToId).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
            OfferedBy = db.Set<Employee>().Where(e => e.Id == c.OfferedById).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
            AskedForId = db.Set<CaseLink>().Where(l => l.ToId == c.Id && l.Kind == CaseLinkKind.Inquiry && l.State == CaseLinkState.Standing).Select(l => (Guid?)l.FromId).FirstOrDefault(),
            Topic = db.Set<Topic>().Where(t => t.Id == c.TopicId).Select(t => t.NameLv).FirstOrDefault(),
            Service = db.Set<Service>().Where(s => s.Id == c.ServiceId).Select(s => s.NameLv).FirstOrDefault(),
            Unit = db.Set<OrgUnit>().Where(u => u.Id == c.UnitId).Select(u => u.Name).First(),
            Assignee = db.Set<Employee>().Where(e => e.Id == c.AssigneeId).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
            Card = db.Set<Client>().Where(x => x.Id == c.ClientId).Select(card).FirstOrDefault(),
            Representative = db.Set<Client>().Where(x => x.Id == c.RepresentativeId).Select(x => x.Name).FirstOrDefault(),
            MergedInto = db.Set<Case>().Where(s => s.Id == c.MergedIntoId).Select(s => s.Number).FirstOrDefault(),
            NoticePoint = db.Set<PrivacyNotice>().Where(n => n.Id == c.PrivacyNoticeId).Select(n => (CollectingPoint?)n.Point).FirstOrDefault(),
            NoticeNumber = db.Set<PrivacyNotice>().Where(n => n.Id == c.PrivacyNoticeId).Select(n => (int?)n.Number).FirstOrDefault(),
            HasMerged = db.Set<Case>().Any(m => m.MergedIntoId == c.Id),
            HasLinks = db.Set<CaseLink>().Any(l => (l.FromId == c.Id || l.ToId == c.Id) && l.State != CaseLinkState.Removed),
            PresentId = (Guid?)p!.EmployeeId,
            PresentName = db.Set<Employee>().Where(e => e.Id == p!.EmployeeId).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
            SeenAt = (DateTimeOffset?)p!.SeenAt,
            p!.WroteAt,
        }).ToListAsync(cancellationToken);
        if (heads.Count == 0)
            return null;

        var head = heads[0];
        var present = heads.Where(h => h.PresentId is not null).Select(h => new PresenceRow(h.PresentId!.Value, h.PresentName ?? "", h.SeenAt!.Value, h.WroteAt)).ToList();

        var item = head.Case;
        var today = local.DateOf(time.GetUtcNow());
        var calendar = await calendars.GetAsync(cancellationToken);
        var rulebook = await standards.GetAsync(item.ReceivedOn, cancellationToken);
        var clocks = await db.Set<Clock>().AsNoTracking().Where(c => c.CaseId == caseId).ToListAsync(cancellationToken);
        var mayHandle = head.MayAct && user.May(Permission.HandleCases);
        var mayGive = mayHandle && (user.May(Permission.AssignCases) || (item.AssigneeId is not null && item.AssigneeId == user.EmployeeId));
        var knows = user.MayKnowClient(item.Contact.UnitMayKnow, item.Audience == Audience.Internal);
        var statutory = clocks.Where(c => c is { State: ClockState.Running, Layer: Layer.Statute, Meets: MeetingEvent.Reply }).MinBy(c => c.DueOn);
        var merged = head.HasMerged ? await MergedAsync(caseId, cancellationToken) : [];
        var purpose = user.PurposeOfReading(mayHandle);
        if (head.MayRead && (item.IsGuarded || merged.Any(m => m.IsGuarded) || purpose is ReadPurpose.BreakGlass or ReadPurpose.Commission))
            await reads.NoteAsync(new Reading(ReadThing.Case, item.Id, item.Number, way, purpose), cancellationToken);
        var bounds = mayHandle && item.IsOpen && clocks.Any(c => c.IsOutstanding && (c.Layer == Layer.PersonalPromise || c.InterimAllowed))
            ? Promises.Bounds(rulebook.Standard, calendar, CountedFrom(item, clocks), clocks, today)
            : (PromiseBounds?)null;

        return new CaseDetails
        {
            Id = item.Id,
            Seen = new SeenCase(item.Version, item.ChangedAt),
            Number = item.Number,
            OldNumber = item.OldNumber,
            Subject = head.MayRead ? item.Subject : null,
            Kind = item.Kind,
            Channel = item.Channel,
            Audience = item.Audience,
            IsFormal = item.IsFormal,
            State = item.State,
            Outcome = item.Outcome,
            Topic = head.Topic,
            TopicId = item.TopicId,
            ConfidentialityNotice = rulebook.Standard.Settings.ConfidentialityNotice?.In(item.Language),
            ServiceId = item.ServiceId,
            Service = head.Service,
            Place = head.MayRead ? item.Place : null,
            UnitId = item.UnitId,
            UnitName = head.Unit,
            AssigneeId = item.AssigneeId,
            AssigneeName = head.Assignee,
            Language = item.Language,
            NoticePoint = head.NoticePoint,
            NoticeNumber = head.NoticeNumber,
            ReceivedAt = item.ReceivedAt,
            ReceivedOn = item.ReceivedOn,
            AnsweredAt = item.AnsweredAt,
            ClosedAt = item.ClosedAt,
            HasFailedMessage = item.HasFailedMessage,
            Contact = knows ? item.Contact : Contact.None with { UnitMayKnow = item.Contact.UnitMayKnow },
            Client = head.MayRead && knows && user.May(Permission.SeeClients) && head.Card is { } shown ? shown with { Representative = head.Representative, RepresentativeId = item.RepresentativeId } : null,
            IsRestricted = head.MayRead && head.Card is { IsRestricted: true },
            ClientIsHidden = !item.Contact.IsAnonymous && !knows,
            HasEmail = item.Contact.Email is not null,
            RecipientShown = knows ? item.Contact.Email : item.Contact.MaskedEmail,
            MayRead = head.MayRead,
            MayHandle = mayHandle,
            MayAssign = mayGive,
            Messages = head.MayRead ? await MessagesAsync([caseId, .. merged.Select(m => m.Id)], cancellationToken) : [],
            Clocks = [.. clocks
                .OrderBy(c => !c.IsOutstanding).ThenBy(c => c.DueOn)
                .Select(c => new ClockRow(c, Badges.Of(c, today, calendar), Why(c, item, rulebook, calendar)))],
            RuleNames = clocks.Select(c => rulebook.Find(c.RuleId, item.ReceivedOn)).OfType<DeadlineRule>().DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Name),
            History = head.MayRead ? await HistoryAsync(caseId, cancellationToken) : [],
            Badge = item.NextDueOn is { } due ? Badges.Of(due, item.NextDueLayer!.Value, today, calendar) : null,
            PromiseBounds = bounds,
            SuggestedPromise = bounds is { } b ? Suggested(b, calendar, today) : null,
            StatutoryLatest = mayHandle && item.IsOpen && statutory is not null && rulebook.Find(statutory.RuleId, item.ReceivedOn) is { } rule
                ? Promises.StatutoryLimit(rule, calendar, statutory.OriginReceivedOn ?? item.ReceivedOn)
                : null,
            MergedInto = item.MergedIntoId is { } survivor ? new NumberedCase(survivor, head.MergedInto!) : null,
            Merged = head.MayRead ? merged : [],
            HasLinks = head.HasLinks,
            Present = head.MayRead ? PresentColleague.Of(present, user.EmployeeId, time.GetUtcNow()) : [],
            IsNotedAsPresent = present.Any(p => p.EmployeeId == user.EmployeeId),
            Steps = new CaseSteps
            {
                WaitingSince = item.WaitingSince,
                WaitingUntilOn = item.WaitingUntilOn,
                WaitedDays = item.WaitingSince is { } since ? calendar.WorkingDaysBetween(local.DateOf(since), today) : 0,
                Offer = item.OfferedAt is { } offeredAt
                    ? new OfferShown(head.OfferedUnit ?? "", head.OfferedTo, head.OfferedBy, offeredAt, head.MayRead ? item.OfferReason : null, head.MayAnswer,
                        mayHandle && (user.May(Permission.AssignCases) || item.OfferedById == user.EmployeeId || item.AssigneeId == user.EmployeeId))
                    : null,
                IsConfidential = item.IsConfidential,
                Confidentiality = item.IsConfidential && head.MayRead ? new ConfidentialityShown(item.ConfidentialReason!, item.HiddenFromHead, await ReadersAsync(caseId, cancellationToken)) : null,
                ForwardedTo = item.ForwardedTo,
                IsAnswered = item.IsAnswered,
                AboutPerson = item.IsAboutPerson && head.MayRead ? await aboutPerson.ShowAsync(caseId, cancellationToken) : null,
                IsAboutPerson = item.IsAboutPerson,
                MayName = mayHandle && user.May(Permission.HandleComplaintsAboutPeople) && item.Audience == Audience.External && item.MergedIntoId is null,
                MayPass = head.MayRead && user.May(Permission.PassToCommission) && item.MergedIntoId is null,
                AskedFor = head.MayRead && head.AskedForId is { } asked ? await AskedForAsync(asked, item.SharesLetters, cancellationToken) : null,
                SuggestedWait = calendar.AddWorkingDays(today, 5),
                MayAsk = mayHandle && item.IsOpen,
                MayReopen = mayGive && !item.IsOpen && item.MergedIntoId is null,
                MayMark = mayGive,
            },
            Today = today,
        };
    }

    private static DateOnly CountedFrom(Case item, List<Clock> clocks) =>
        clocks.Where(c => c.IsOutstanding).Select(c => c.OriginReceivedOn ?? item.ReceivedOn).Append(item.ReceivedOn).Min();

    private async Task<IReadOnlyList<MergedCaseRow>> MergedAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Case>().AsNoTracking().Where(c => c.MergedIntoId == caseId).OrderBy(c => c.ReceivedAt)
            .Select(c => new { c.Id, c.Number, c.ReceivedOn, c.HasOtherClient, c.Contact.Name, c.Contact.UnitMayKnow, c.Audience, IsGuarded = c.IsConfidential || c.Kind == CaseKind.Complaint }).ToListAsync(cancellationToken);
        return [.. rows.Select(c => new MergedCaseRow(
            c.Id, c.Number, c.ReceivedOn, c.HasOtherClient, user.MayKnowClient(c.UnitMayKnow, c.Audience == Audience.Internal) ? c.Name : null, c.IsGuarded))];
    }

    private Task<List<Choice>> ReadersAsync(Guid caseId, CancellationToken cancellationToken) =>
        db.Set<CaseReader>().AsNoTracking().Where(r => r.CaseId == caseId).OrderBy(r => r.Name).Select(r => new Choice(r.EmployeeId, r.Name)).ToListAsync(cancellationToken);

    private async Task<AskedFor?> AskedForAsync(Guid caseId, bool sharesLetters, CancellationToken cancellationToken)
    {
        var visible = db.Set<Case>().HeadsVisibleTo(user);
        return await db.Set<Case>().AsNoTracking().Where(c => c.Id == caseId).Select(c => new AskedFor(
            c.Id,
            c.Number,
            visible.Any(v => v.Id == c.Id),
            c.Messages.Where(m => sharesLetters && !c.IsAboutPerson && (m.Direction == MessageDirection.FromClient || (m.Direction == MessageDirection.ToClient && m.DeliveryState == DeliveryState.Sent)))
                .OrderBy(m => m.WrittenAt).ThenBy(m => m.Ordinal).Select(m => new SharedLetter(m.Direction, m.Kind, m.WrittenAt, m.Text)).ToList())).SingleAsync(cancellationToken);
    }

    private static DateOnly Suggested(PromiseBounds bounds, WorkingCalendar calendar, DateOnly today)
    {
        var wanted = calendar.AddWorkingDays(today, 5);
        if (bounds.Earliest is { } earliest && wanted <= earliest)
            wanted = calendar.AddWorkingDays(earliest, 1);
        return bounds.Latest is { } latest && wanted > latest ? latest : wanted;
    }

    /// <summary>Those of merged cases stand among the others; a copy of a letter to another client is the same letter, told once.</summary>
    private Task<List<MessageRow>> MessagesAsync(Guid[] cases, CancellationToken cancellationToken) =>
        db.Set<Message>().AsNoTracking().Where(m => cases.Contains(m.CaseId) && (m.CaseId == cases[0] || m.CopyOfId == null || m.DeliveryState == DeliveryState.Failed)).OrderBy(m => m.WrittenAt).ThenBy(m => m.Ordinal)
            .Select(m => new MessageRow(m.Id, m.Direction, m.Kind, m.AuthorName, m.WrittenAt, m.Text, m.PromisedOn, m.ClosesWith, m.Delivery, m.DeliveryState, m.SentAt,
                m.DeliveryError, m.Attachments.OrderBy(a => a.Ordinal).Select(a => new AttachmentRow(a.Id, a.MessageId, a.FileName, a.ContentType, a.Size)).ToList(), m.Letter)
            { CaseId = m.CaseId, WantedOn = m.WantedOn, Addressee = m.Addressee, AddresseeContact = m.AddresseeContact })
            .ToListAsync(cancellationToken);

    private Task<List<EventRow>> HistoryAsync(Guid caseId, CancellationToken cancellationToken) =>
        db.Set<CaseEvent>().AsNoTracking().Where(e => e.CaseId == caseId).OrderBy(e => e.Ordinal)
            .Select(e => new EventRow(e.Id, e.Kind, e.ActorName, e.At, e.Reason, e.Arguments))
            .ToListAsync(cancellationToken);

    private static DueDateExplanation? Why(Clock clock, Case item, Rulebook rulebook, WorkingCalendar calendar) =>
        clock.IsCounted && rulebook.Find(clock.RuleId, clock.OriginReceivedOn ?? item.ReceivedOn) is { } rule
            ? DueDates.Explain(calendar, rule, clock.OriginReceivedOn ?? item.ReceivedOn, new ReceiptDay(clock.StartedOn, clock.StartIsCounted))
            : null;
}
