using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Protection;

/// <summary>Who asks and how they are reached.</summary>
/// <param name="Name">Name and surname.</param>
/// <param name="Email">E-mail, if told.</param>
/// <param name="Address">Postal address, if told.</param>
public sealed record Requester(string Name, string? Email, string? Address);

/// <summary>
/// A person's request about their own data: a number without gaps, one month to answer, and a trail of what was done. An answer is
/// owed even when the request is refused.
/// </summary>
public sealed class PersonRequest : IVersioned
{
    /// <summary>The register that numbers requests.</summary>
    public const string RegisterCode = "person-requests";

    /// <summary>Longest wish, answer or explanation.</summary>
    public const int LongestText = 8000;

    /// <summary>Longest note or reason.</summary>
    public const int LongestNote = 1000;

    /// <summary>One month from receipt (GDPR art. 12(3)).</summary>
    public static readonly Term Usual = new(1, TermUnit.Months);

    /// <summary>With the extension by two months.</summary>
    public static readonly Term Longest = new(3, TermUnit.Months);

    private readonly List<PersonRequestStep> steps = [];
    private readonly List<PersonCorrection> corrections = [];

    private PersonRequest()
    {
    }

    /// <summary>Key; the one-time token of the form.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Year of registration, local.</summary>
    public int RegisterYear { get; private set; }

    /// <summary>Sequence in the year, from 1 without gaps.</summary>
    public int Sequence { get; private set; }

    /// <summary>Number people quote.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What is asked.</summary>
    public PersonRequestKind Kind { get; private set; }

    /// <summary>Where it stands.</summary>
    public PersonRequestState State { get; private set; }

    /// <summary>How it reached us.</summary>
    public Channel Channel { get; private set; }

    /// <summary>Name and surname.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>E-mail, if told.</summary>
    public string? PersonEmail { get; private set; }

    /// <summary>Postal address, if told.</summary>
    public string? PersonAddress { get; private set; }

    /// <summary>The person's card; null until it is found, or when there is none.</summary>
    public Guid? ClientId { get; private set; }

    /// <summary>What the person wants, in their words.</summary>
    public string Wish { get; private set; } = "";

    /// <summary>Local day of receipt.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>When it was registered, UTC.</summary>
    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>The last day to answer; moved by an extension.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The last day before it was extended; null when it was not.</summary>
    public DateOnly? FirstDueOn { get; private set; }

    /// <summary>Why it was extended, as told to the person.</summary>
    public string? ExtensionReason { get; private set; }

    /// <summary>How it was checked who asks; null until it was.</summary>
    public IdentityCheck? Identity { get; private set; }

    /// <summary>What was compared.</summary>
    public string? IdentityNote { get; private set; }

    /// <summary>When the person was answered, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The answer.</summary>
    public string? Answer { get; private set; }

    /// <summary>How it reached the person.</summary>
    public AnswerWay? AnsweredBy { get; private set; }

    /// <summary>Why it was refused.</summary>
    public RefusalGround? Ground { get; private set; }

    /// <summary>The letter in the outbox that carries the answer, or the notice of an extension.</summary>
    public Guid? LetterId { get; private set; }

    /// <summary>What was done, oldest first.</summary>
    public IReadOnlyList<PersonRequestStep> Steps => steps;

    /// <summary>What was put right on the card, oldest first.</summary>
    public IReadOnlyList<PersonCorrection> Corrections => corrections;

    /// <summary>Whether an answer is still owed.</summary>
    public bool IsOpen => State is PersonRequestState.Received or PersonRequestState.InProgress;

    /// <summary>Whether the term may still be extended: once, before it has run out.</summary>
    public bool MayExtend(DateOnly today) => IsOpen && FirstDueOn is null && today <= DueOn;

    /// <summary>Registers a request.</summary>
    /// <param name="id">One-time token of the form.</param>
    /// <param name="kind">What is asked.</param>
    /// <param name="channel">How it reached us.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="wish">What they want.</param>
    /// <param name="receivedOn">Local day of receipt; not in the future.</param>
    /// <param name="calendar">For the last day.</param>
    /// <param name="by">Who registers.</param>
    /// <param name="at">Now, UTC.</param>
    public static PersonRequest Register(
        Guid id, PersonRequestKind kind, Channel channel, Requester who, string wish, DateOnly receivedOn, WorkingCalendar calendar, Actor by, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(who.Name))
            throw new Refusal("Protection.Refusal.NameMissing");
        if (string.IsNullOrWhiteSpace(wish))
            throw new Refusal("Protection.Refusal.WishMissing");
        if (receivedOn > calendar.LocalTime.DateOf(at))
            throw new Refusal("Protection.Refusal.ReceivedInFuture");
        if (!string.IsNullOrWhiteSpace(who.Email) && !Contact.LooksLikeEmail(who.Email.Trim()))
            throw new Refusal("Cases.Refusal.EmailUnusable");
        var request = new PersonRequest
        {
            Id = id,
            Kind = kind,
            Channel = channel,
            PersonName = who.Name.Trim(),
            PersonEmail = Blank(who.Email),
            PersonAddress = Blank(who.Address),
            Wish = Within(wish, LongestText),
            ReceivedOn = receivedOn,
            RegisteredAt = at,
            DueOn = DueDates.Calculate(calendar, Usual, RollForward.ToNextWorkingDay, receivedOn).On,
        };
        request.Log(PersonRequestStepKind.Registered, by, at, null);
        return request;
    }

    /// <summary>Takes its place in the register.</summary>
    public PersonRequest Numbered(Register register, int year, int sequence)
    {
        (RegisterYear, Sequence, Number) = (year, sequence, register.Format(year, sequence));
        return this;
    }

    /// <summary>Says which card is the person's, or that there is none.</summary>
    public void ChooseCard(Guid? clientId, string label, Actor by, DateTimeOffset at)
    {
        RefuseIfDone();
        if (ClientId == clientId)
            return;
        ClientId = clientId;
        Log(PersonRequestStepKind.CardChosen, by, at, label);
    }

    /// <summary>Records how it was checked who asks. Nothing is handed out, changed or erased before.</summary>
    public void CheckIdentity(IdentityCheck how, string? note, Actor by, DateTimeOffset at)
    {
        RefuseIfDone();
        (Identity, IdentityNote, State) = (how, Blank(note) is { } text ? Within(text, LongestNote) : null, PersonRequestState.InProgress);
        Log(PersonRequestStepKind.IdentityChecked, by, at, IdentityNote);
    }

    /// <summary>Extends the term by two months, once, while it still runs; the person is told why (art. 12(3)).</summary>
    public void Extend(string reason, WorkingCalendar calendar, Guid? letterId, Actor by, DateTimeOffset at)
    {
        RefuseIfDone();
        if (FirstDueOn is not null)
            throw new Refusal("Protection.Refusal.ExtendedAlready");
        if (calendar.LocalTime.DateOf(at) > DueOn)
            throw new Refusal("Protection.Refusal.TooLateToExtend", DueOn);
        if (string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Protection.Refusal.ReasonMissing");
        FirstDueOn = DueOn;
        DueOn = DueDates.Calculate(calendar, Longest, RollForward.ToNextWorkingDay, ReceivedOn).On;
        ExtensionReason = Within(reason, LongestNote);
        LetterId = letterId ?? LetterId;
        Log(PersonRequestStepKind.Extended, by, at, ExtensionReason);
    }

    /// <summary>Records something done for the request. Refused before it is known who asks.</summary>
    public void Did(PersonRequestStepKind what, string? note, Actor by, DateTimeOffset at)
    {
        RefuseUnlessKnown();
        Log(what, by, at, note);
    }

    /// <summary>Remembers what was put right on the card. Refused before it is known who asks, and without a proof.</summary>
    /// <param name="token">One-time token of the form.</param>
    /// <param name="what">What was put right.</param>
    /// <param name="by">Who did.</param>
    /// <param name="at">Now, UTC.</param>
    public void Correct(Guid token, Correction what, Actor by, DateTimeOffset at)
    {
        RefuseUnlessKnown();
        corrections.Add(new PersonCorrection(token, Id, what, by, at, corrections.Count));
        Log(PersonRequestStepKind.Rectified, by, at, null);
    }

    /// <summary>Writes a note.</summary>
    public void Note(string text, Actor by, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new Refusal("Protection.Refusal.NoteMissing");
        Log(PersonRequestStepKind.Noted, by, at, Within(text, LongestNote));
    }

    /// <summary>Answers as asked.</summary>
    public void Fulfil(string answer, AnswerWay way, Guid? letterId, Actor by, DateTimeOffset at)
    {
        RefuseUnlessKnown();
        AnswerWith(answer, way, letterId, at);
        State = PersonRequestState.Fulfilled;
        Log(PersonRequestStepKind.Fulfilled, by, at, null);
    }

    /// <summary>Refuses with a ground. Who could not be recognised is refused without a check.</summary>
    public void Refuse(RefusalGround ground, string answer, AnswerWay way, Guid? letterId, Actor by, DateTimeOffset at)
    {
        if (ground == RefusalGround.UnknownPerson)
            RefuseIfDone();
        else
            RefuseUnlessKnown();
        AnswerWith(answer, way, letterId, at);
        (State, Ground) = (PersonRequestState.Refused, ground);
        Log(PersonRequestStepKind.Refused, by, at, null);
    }

    /// <summary>The person took it back.</summary>
    public void Withdraw(string? note, Actor by, DateTimeOffset at)
    {
        RefuseIfDone();
        State = PersonRequestState.Withdrawn;
        Log(PersonRequestStepKind.Withdrawn, by, at, Blank(note));
    }

    /// <summary>Refuses when it is done with, and before it is known who asks.</summary>
    public void RefuseUnlessKnown()
    {
        RefuseIfDone();
        if (Identity is null)
            throw new Refusal("Protection.Refusal.IdentityUnchecked");
    }

    private void AnswerWith(string answer, AnswerWay way, Guid? letterId, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(answer))
            throw new Refusal("Protection.Refusal.AnswerMissing");
        if (way == AnswerWay.Email && PersonEmail is null)
            throw new Refusal("Protection.Refusal.NoEmail");
        (Answer, AnsweredBy, AnsweredAt, LetterId) = (Within(answer, LongestText), way, at, letterId ?? LetterId);
    }

    private void RefuseIfDone()
    {
        if (!IsOpen)
            throw new Refusal("Protection.Refusal.RequestDone", Number);
    }

    private void Log(PersonRequestStepKind kind, Actor by, DateTimeOffset at, string? note) => steps.Add(new PersonRequestStep(Id, kind, by, at, steps.Count, note));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Within(string text, int longest) =>
        text.Trim() is { } trimmed && trimmed.Length <= longest ? trimmed : throw new Refusal("Protection.Refusal.TextTooLong", longest);
}

/// <summary>One thing done about a request: who, when, what.</summary>
public sealed class PersonRequestStep
{
    private PersonRequestStep()
    {
    }

    internal PersonRequestStep(Guid requestId, PersonRequestStepKind kind, Actor by, DateTimeOffset at, int place, string? note) =>
        (RequestId, Kind, ById, ByName, At, Ordinal, Note) = (requestId, kind, by.EmployeeId, by.Name, at, at.UtcTicks + place, note);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The request.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>What was done.</summary>
    public PersonRequestStepKind Kind { get; private set; }

    /// <summary>The employee, or null.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Who, at that time.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Orders steps of the same instant.</summary>
    public long Ordinal { get; private set; }

    /// <summary>What there is to say.</summary>
    public string? Note { get; private set; }
}
