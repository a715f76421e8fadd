using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Protection;

/// <summary>Where an entry of the register of personal-data breaches stands.</summary>
public enum DataBreachState
{
    /// <summary>Being dealt with.</summary>
    Open,

    /// <summary>Everything is decided, done and written down.</summary>
    Closed,
}

/// <summary>The risk to the rights and freedoms of the people concerned (GDPR art. 33, 34).</summary>
public enum BreachRisk
{
    /// <summary>Nobody has judged it yet.</summary>
    NotAssessed,

    /// <summary>A risk is unlikely: the authority need not be told.</summary>
    Unlikely,

    /// <summary>There is a risk: the authority is told.</summary>
    Risk,

    /// <summary>The risk is high: the people concerned are told too.</summary>
    High,
}

/// <summary>Whether somebody outside is told.</summary>
public enum NotifyDecision
{
    /// <summary>Not decided.</summary>
    Undecided,

    /// <summary>They are told.</summary>
    Notify,

    /// <summary>They are not told, for a reason.</summary>
    DoNotNotify,
}

/// <summary>What is known of a breach, as somebody tells it. No names of the people concerned belong here.</summary>
public sealed record BreachDescription
{
    /// <summary>Longest text of one field, characters.</summary>
    public const int MaxText = 4000;

    /// <summary>What happened.</summary>
    public string? What { get; init; }

    /// <summary>Somebody saw what was not meant for them.</summary>
    public bool LosesConfidentiality { get; init; }

    /// <summary>Data were changed that should not have been.</summary>
    public bool LosesIntegrity { get; init; }

    /// <summary>Data were lost or could not be reached.</summary>
    public bool LosesAvailability { get; init; }

    /// <summary>When it happened, UTC, if known.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Whom it concerns: clients, employees, children …</summary>
    public string? PersonCategories { get; init; }

    /// <summary>Which data: contacts, personal codes, health …</summary>
    public string? DataCategories { get; init; }

    /// <summary>Special categories (GDPR art. 9) or data on offences are among them.</summary>
    public bool HasSpecialCategories { get; init; }

    /// <summary>About how many people; null when not known yet.</summary>
    public int? PersonsAffected { get; init; }

    /// <summary>About how many records; null when not known yet.</summary>
    public int? RecordsAffected { get; init; }

    /// <summary>What may come of it.</summary>
    public string? Consequences { get; init; }

    /// <summary>What was done and is planned against it.</summary>
    public string? Measures { get; init; }
}

/// <summary>
/// A personal-data breach (GDPR art. 4(12)) with its number, its clock of 72 hours, the decisions whom to tell, and the chain of what was
/// done (art. 33(5)). The hours run day and night, weekends and holidays included, from the moment it was discovered.
/// </summary>
public sealed class DataBreach : IVersioned
{
    /// <summary>The authority is told within these hours (GDPR art. 33(1)).</summary>
    public static readonly TimeSpan Term = TimeSpan.FromHours(72);

    /// <summary>Longest short text, characters.</summary>
    public const int MaxShort = 300;

    private readonly List<DataBreachEvent> events = [];

    private DataBreach()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Year of the number, local.</summary>
    public int RegisterYear { get; private set; }

    /// <summary>Sequence in the year, from 1 without gaps.</summary>
    public int Sequence { get; private set; }

    /// <summary>Number.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The form that made it: sent twice it makes one entry.</summary>
    public Guid Token { get; private set; }

    /// <summary>Where it stands.</summary>
    public DataBreachState State { get; private set; }

    /// <summary>What is known of it.</summary>
    public BreachDescription Told { get; private set; } = new();

    /// <summary>When somebody of the municipality became aware of it, UTC: the clock runs from here.</summary>
    public DateTimeOffset DiscoveredAt { get; private set; }

    /// <summary>The end of the 72 hours, UTC.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When it was entered, UTC.</summary>
    public DateTimeOffset ReportedAt { get; private set; }

    /// <summary>Who entered it.</summary>
    public Guid? ReportedById { get; private set; }

    /// <summary>Their name.</summary>
    public string ReportedBy { get; private set; } = "";

    /// <summary>The risk.</summary>
    public BreachRisk Risk { get; private set; }

    /// <summary>Why it is judged so.</summary>
    public string? RiskReason { get; private set; }

    /// <summary>Whether the authority (Datu valsts inspekcija) is told.</summary>
    public NotifyDecision Authority { get; private set; }

    /// <summary>Why.</summary>
    public string? AuthorityReason { get; private set; }

    /// <summary>When the authority was told, UTC.</summary>
    public DateTimeOffset? AuthorityNotifiedAt { get; private set; }

    /// <summary>The authority's or our number of that letter.</summary>
    public string? AuthorityReference { get; private set; }

    /// <summary>Why it was told after the 72 hours (GDPR art. 33(1)).</summary>
    public string? LateReason { get; private set; }

    /// <summary>Whether the people concerned are told.</summary>
    public NotifyDecision Persons { get; private set; }

    /// <summary>Why.</summary>
    public string? PersonsReason { get; private set; }

    /// <summary>When they were told, UTC.</summary>
    public DateTimeOffset? PersonsNotifiedAt { get; private set; }

    /// <summary>How they were told.</summary>
    public string? PersonsNotifiedHow { get; private set; }

    /// <summary>When it was closed, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Local day it was closed, for the retention term.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>What was done, oldest first.</summary>
    public IReadOnlyList<DataBreachEvent> Events => events;

    /// <summary>The clock still runs: open, the authority not told, and nobody decided that it need not be.</summary>
    public bool IsClockRunning => State == DataBreachState.Open && AuthorityNotifiedAt is null && Authority != NotifyDecision.DoNotNotify;

    /// <summary>Enters a breach. Refused without saying what happened, and with a discovery in the future.</summary>
    /// <param name="register">Register that numbers it.</param>
    /// <param name="year">Year, local.</param>
    /// <param name="sequence">Sequence allotted.</param>
    /// <param name="token">The form's one-time token.</param>
    /// <param name="told">What is known.</param>
    /// <param name="discoveredAt">When it was discovered, UTC.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="at">Now, UTC.</param>
    public static DataBreach Report(Register register, int year, int sequence, Guid token, BreachDescription told, DateTimeOffset discoveredAt, Actor by, DateTimeOffset at)
    {
        var item = new DataBreach
        {
            RegisterYear = year,
            Sequence = sequence,
            Number = register.Format(year, sequence),
            Token = token,
            ReportedAt = at,
            ReportedById = by.EmployeeId,
            ReportedBy = by.Name,
        };
        item.Take(told, discoveredAt, at);
        item.Discover(discoveredAt, at);
        item.Log(DataBreachEventKind.Reported, by, at, null);
        return item;
    }

    /// <summary>Whole hours left; negative once the term is over.</summary>
    public int HoursLeft(DateTimeOffset now) => HoursLeft(DueAt, now);

    /// <summary>Whole hours from now to the end of a term: 23 h 59 min are 23, one minute late is −1.</summary>
    public static int HoursLeft(DateTimeOffset dueAt, DateTimeOffset now) => (int)Math.Floor((dueAt - now).TotalHours);

    /// <summary>Writes down what is known by now.</summary>
    public void Describe(BreachDescription told, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        Take(told, DiscoveredAt, at);
        Log(DataBreachEventKind.Described, by, at, null);
    }

    /// <summary>The moment of discovery was another one: the clock moves with it. The reason is mandatory.</summary>
    public void CorrectDiscovery(DateTimeOffset discoveredAt, string? reason, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        var why = Reason(reason);
        Discover(discoveredAt, at);
        Log(DataBreachEventKind.DiscoveryCorrected, by, at, why);
    }

    /// <summary>
    /// Judges the risk, with reasons. A risk judged higher than before makes a decision void that rests on the lower one: not to tell the
    /// authority needs an unlikely risk.
    /// </summary>
    public void Assess(BreachRisk risk, string? reason, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        if (risk == BreachRisk.NotAssessed)
            throw new Refusal("Protection.Refusal.RiskMissing");
        var why = Reason(reason);
        if (risk != BreachRisk.Unlikely && Authority == NotifyDecision.DoNotNotify)
            (Authority, AuthorityReason) = (NotifyDecision.Undecided, null);
        if (risk == BreachRisk.High && Risk != BreachRisk.High && Persons == NotifyDecision.DoNotNotify)
            (Persons, PersonsReason) = (NotifyDecision.Undecided, null);
        (Risk, RiskReason) = (risk, why);
        Log(DataBreachEventKind.Assessed, by, at, why, risk: risk);
    }

    /// <summary>Decides whether the authority is told. Refused before the risk is judged; not telling needs an unlikely risk and a reason.</summary>
    public void DecideAuthority(bool notify, string? reason, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        RefuseIfNotAssessed();
        if (!notify && AuthorityNotifiedAt is not null)
            throw new Refusal("Protection.Refusal.AuthorityToldAlready");
        if (!notify && Risk != BreachRisk.Unlikely)
            throw new Refusal("Protection.Refusal.AuthorityMustBeTold");
        var why = notify ? Optional(reason) : Reason(reason);
        (Authority, AuthorityReason) = (notify ? NotifyDecision.Notify : NotifyDecision.DoNotNotify, why);
        Log(DataBreachEventKind.AuthorityDecided, by, at, why, decision: Authority);
    }

    /// <summary>The authority was told. After the 72 hours the reason for the delay is mandatory. Later parts of the notification are notes.</summary>
    public void NotifyAuthority(DateTimeOffset notifiedAt, string? reference, string? lateReason, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        if (Authority != NotifyDecision.Notify)
            throw new Refusal("Protection.Refusal.DecideAuthorityFirst");
        RefuseIfImpossible(notifiedAt, at);
        var number = Optional(reference, MaxShort);
        var late = notifiedAt > DueAt ? Optional(lateReason) ?? throw new Refusal("Protection.Refusal.LateReasonMissing") : null;
        (AuthorityNotifiedAt, AuthorityReference, LateReason) = (notifiedAt, number, late);
        Log(DataBreachEventKind.AuthorityNotified, by, at, string.Join(" · ", new[] { number, late }.OfType<string>()), told: notifiedAt);
    }

    /// <summary>Decides whether the people concerned are told (GDPR art. 34). Refused before the risk is judged; not telling needs a reason unless the risk is unlikely.</summary>
    public void DecidePersons(bool notify, string? reason, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        RefuseIfNotAssessed();
        if (!notify && PersonsNotifiedAt is not null)
            throw new Refusal("Protection.Refusal.PersonsToldAlready");
        var why = notify || Risk == BreachRisk.Unlikely ? Optional(reason) : Reason(reason);
        (Persons, PersonsReason) = (notify ? NotifyDecision.Notify : NotifyDecision.DoNotNotify, why);
        Log(DataBreachEventKind.PersonsDecided, by, at, why, decision: Persons);
    }

    /// <summary>The people concerned were told, and how.</summary>
    public void NotifyPersons(DateTimeOffset notifiedAt, string? how, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        if (Persons != NotifyDecision.Notify)
            throw new Refusal("Protection.Refusal.DecidePersonsFirst");
        RefuseIfImpossible(notifiedAt, at);
        var way = Optional(how, MaxShort) ?? throw new Refusal("Protection.Refusal.HowMissing");
        (PersonsNotifiedAt, PersonsNotifiedHow) = (notifiedAt, way);
        Log(DataBreachEventKind.PersonsNotified, by, at, way, told: notifiedAt);
    }

    /// <summary>Adds a link to the chain of events.</summary>
    public void Note(string? text, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        Log(DataBreachEventKind.Noted, by, at, Optional(text) ?? throw new Refusal("Protection.Refusal.NoteMissing"));
    }

    /// <summary>Closes it. Refused until the risk is judged, both decisions are made and carried out, and the measures are written down.</summary>
    public void Close(DateOnly today, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        RefuseIfNotAssessed();
        if (Authority == NotifyDecision.Undecided || (Authority == NotifyDecision.Notify && AuthorityNotifiedAt is null))
            throw new Refusal("Protection.Refusal.AuthorityOpen");
        if (Persons == NotifyDecision.Undecided || (Persons == NotifyDecision.Notify && PersonsNotifiedAt is null))
            throw new Refusal("Protection.Refusal.PersonsOpen");
        if (Told.Measures is null)
            throw new Refusal("Protection.Refusal.MeasuresMissing");
        (State, ClosedAt, ClosedOn) = (DataBreachState.Closed, at, today);
        Log(DataBreachEventKind.Closed, by, at, null);
    }

    /// <summary>Opens it again; the reason is mandatory.</summary>
    public void Reopen(string? reason, Actor by, DateTimeOffset at)
    {
        if (State != DataBreachState.Closed)
            throw new Refusal("Protection.Refusal.BreachOpen");
        var why = Reason(reason);
        (State, ClosedAt, ClosedOn) = (DataBreachState.Open, null, null);
        Log(DataBreachEventKind.Reopened, by, at, why);
    }

    private static string? Optional(string? text, int longest = BreachDescription.MaxText)
    {
        var said = text?.Trim();
        if (said?.Length > longest)
            throw new Refusal("Cases.Refusal.TextTooLong", longest);
        return string.IsNullOrEmpty(said) ? null : said;
    }

    private static string Reason(string? text) => Optional(text) ?? throw new Refusal("Protection.Refusal.ReasonMissing");

    private void Take(BreachDescription told, DateTimeOffset discoveredAt, DateTimeOffset at)
    {
        if (told.PersonsAffected < 0 || told.RecordsAffected < 0)
            throw new Refusal("Protection.Refusal.NumberNegative");
        if (told.OccurredAt > at || told.OccurredAt > discoveredAt)
            throw new Refusal("Protection.Refusal.OccurredAfterDiscovery");
        Told = told with
        {
            What = Optional(told.What) ?? throw new Refusal("Protection.Refusal.WhatMissing"),
            PersonCategories = Optional(told.PersonCategories),
            DataCategories = Optional(told.DataCategories),
            Consequences = Optional(told.Consequences),
            Measures = Optional(told.Measures),
        };
    }

    private void Discover(DateTimeOffset discoveredAt, DateTimeOffset at)
    {
        if (discoveredAt > at)
            throw new Refusal("Protection.Refusal.DiscoveredInFuture");
        if (Told.OccurredAt > discoveredAt)
            throw new Refusal("Protection.Refusal.OccurredAfterDiscovery");
        (DiscoveredAt, DueAt) = (discoveredAt, discoveredAt + Term);
    }

    private void RefuseIfClosed()
    {
        if (State == DataBreachState.Closed)
            throw new Refusal("Protection.Refusal.BreachClosed");
    }

    private void RefuseIfNotAssessed()
    {
        if (Risk == BreachRisk.NotAssessed)
            throw new Refusal("Protection.Refusal.AssessFirst");
    }

    private void RefuseIfImpossible(DateTimeOffset toldAt, DateTimeOffset now)
    {
        if (toldAt > now)
            throw new Refusal("Protection.Refusal.ToldInFuture");
        if (toldAt < DiscoveredAt)
            throw new Refusal("Protection.Refusal.ToldBeforeDiscovery");
    }

    private void Log(DataBreachEventKind kind, Actor by, DateTimeOffset at, string? text, BreachRisk? risk = null, NotifyDecision? decision = null, DateTimeOffset? told = null) =>
        events.Add(new DataBreachEvent(Id, kind, by, at, string.IsNullOrEmpty(text) ? null : text, risk, decision, told));
}
