using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Quality;

/// <summary>
/// An improvement task for a unit (SIG-30): where it came from, what it is to change and by how much, who does it until when, what was
/// done, and whether the measure moved. Whoever does it does not judge its effect.
/// </summary>
public sealed class Improvement : IVersioned
{
    /// <summary>Longest title, characters.</summary>
    public const int MaxTitle = 200;

    /// <summary>Longest text, characters.</summary>
    public const int MaxText = 4000;

    /// <summary>Longest short field, characters.</summary>
    public const int MaxShort = 200;

    /// <summary>Most pieces of evidence.</summary>
    public const int MaxEvidence = 30;

    private readonly List<ImprovementEvent> events = [];
    private readonly List<ImprovementEvidence> evidence = [];

    private Improvement()
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

    /// <summary>The form that made it: sent twice it makes one task.</summary>
    public Guid Token { get; private set; }

    /// <summary>Where it stands.</summary>
    public ImprovementState State { get; private set; }

    /// <summary>What showed the need.</summary>
    public ImprovementSource Source { get; private set; } = new(ImprovementOrigin.Observation);

    /// <summary>What it is about.</summary>
    public ImprovementPlan Plan { get; private set; } = new();

    /// <summary>The unit that is to change something.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>It came of something about a person: for the people concerned, their heads and Client Service only.</summary>
    public bool IsRestricted { get; private set; }

    /// <summary>Who proposed it.</summary>
    public Guid? ProposedById { get; private set; }

    /// <summary>Their name.</summary>
    public string ProposedBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Who agreed it with the unit; told when the effect is to be checked.</summary>
    public Guid? AgreedById { get; private set; }

    /// <summary>Who does it; null until agreed.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Local day until which it is to be done; null until agreed.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>What was done, in the owner's words.</summary>
    public string? Done { get; private set; }

    /// <summary>Local day it was done.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Local day on which the effect is to be checked.</summary>
    public DateOnly? CheckOn { get; private set; }

    /// <summary>The measure as found at the check.</summary>
    public decimal? Measured { get; private set; }

    /// <summary>What the check found, in words.</summary>
    public string? Finding { get; private set; }

    /// <summary>Local day it was checked or dropped: nothing is open any more.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>What the public is told of it.</summary>
    public ImprovementPublicText Public { get; private set; } = new();

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<ImprovementEvent> Events => events;

    /// <summary>What proves it.</summary>
    public IReadOnlyList<ImprovementEvidence> Evidence => evidence;

    /// <summary>Work is owed.</summary>
    public bool IsOpen => State is ImprovementState.Proposed or ImprovementState.Agreed or ImprovementState.Running;

    /// <summary>Proposes a task. Refused without a title and a goal, and with a measure that says nothing.</summary>
    /// <param name="register">Register that numbers it.</param>
    /// <param name="year">Year, local.</param>
    /// <param name="sequence">Sequence allotted.</param>
    /// <param name="token">The form's one-time token.</param>
    /// <param name="source">What showed the need.</param>
    /// <param name="unitId">The unit that is to change something.</param>
    /// <param name="plan">What it is about.</param>
    /// <param name="isRestricted">Whether it came of something about a person.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="at">Now, UTC.</param>
    public static Improvement Propose(
        Register register, int year, int sequence, Guid token, ImprovementSource source, Guid unitId, ImprovementPlan plan, bool isRestricted, Actor by, DateTimeOffset at)
    {
        var item = new Improvement
        {
            RegisterYear = year,
            Sequence = sequence,
            Number = register.Format(year, sequence),
            Token = token,
            Source = source with { Label = Optional(source.Label, MaxShort) },
            UnitId = unitId,
            Plan = plan.Checked(),
            IsRestricted = isRestricted,
            ProposedById = by.EmployeeId,
            ProposedBy = by.Name,
            ProposedAt = at,
        };
        item.Log(ImprovementEventKind.Proposed, by, at, null);
        return item;
    }

    /// <summary>Writes anew what it is about, and whether it is restricted. Refused when it is over.</summary>
    public void Describe(ImprovementPlan plan, Guid unitId, bool isRestricted, Actor by, DateTimeOffset at)
    {
        RefuseUnless(IsOpen);
        (Plan, UnitId, IsRestricted) = (plan.Checked(), unitId, isRestricted);
        Log(ImprovementEventKind.Described, by, at, null);
    }

    /// <summary>Agrees it with the unit: who does it until when. Refused for a day that is over.</summary>
    public void Agree(Guid ownerId, DateOnly dueOn, string? remark, DateOnly today, Actor by, DateTimeOffset at)
    {
        RefuseUnless(State == ImprovementState.Proposed);
        RefuseIfPast(dueOn, today);
        (State, OwnerId, DueOn, AgreedById) = (ImprovementState.Agreed, ownerId, dueOn, by.EmployeeId);
        Log(ImprovementEventKind.Agreed, by, at, Optional(remark), dueOn);
    }

    /// <summary>The work begins.</summary>
    public void Start(string? remark, Actor by, DateTimeOffset at)
    {
        RefuseUnless(State == ImprovementState.Agreed);
        State = ImprovementState.Running;
        Log(ImprovementEventKind.Started, by, at, Optional(remark));
    }

    /// <summary>Another owner; the reason is mandatory.</summary>
    public void HandOver(Guid ownerId, string? reason, Actor by, DateTimeOffset at)
    {
        RefuseUnless(State is ImprovementState.Agreed or ImprovementState.Running);
        if (OwnerId == ownerId)
            throw new Refusal("Quality.Refusal.OwnerIsTheSame");
        var why = Reason(reason);
        OwnerId = ownerId;
        Log(ImprovementEventKind.HandedOver, by, at, why);
    }

    /// <summary>Another day to be done by; the reason is mandatory.</summary>
    public void Postpone(DateOnly dueOn, string? reason, DateOnly today, Actor by, DateTimeOffset at)
    {
        RefuseUnless(State is ImprovementState.Agreed or ImprovementState.Running);
        RefuseIfPast(dueOn, today);
        var why = Reason(reason);
        DueOn = dueOn;
        Log(ImprovementEventKind.Postponed, by, at, why, dueOn);
    }

    /// <summary>A remark on the way.</summary>
    public void Note(string? text, Actor by, DateTimeOffset at) =>
        Log(ImprovementEventKind.Noted, by, at, Optional(text) ?? throw new Refusal("Quality.Refusal.TextMissing"));

    /// <summary>Adds a link that proves what was done. Refused unless it is a web address.</summary>
    public void AddLink(string? address, string? caption, Actor by, DateTimeOffset at)
    {
        var url = Optional(address, 500) ?? throw new Refusal("Quality.Refusal.AddressMissing");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
            throw new Refusal("Quality.Refusal.AddressWrong");
        Add(new ImprovementEvidence(Id, uri.AbsoluteUri, null, Optional(caption, MaxShort), by, at), by, at);
    }

    /// <summary>Adds a file that proves what was done.</summary>
    public void AddFile(AttachedFile file, string? caption, Actor by, DateTimeOffset at) => Add(new ImprovementEvidence(Id, null, file, Optional(caption, MaxShort), by, at), by, at);

    /// <summary>It is done: what was done is mandatory, and the day on which the effect will be looked at.</summary>
    public void Finish(string? done, DateOnly checkOn, DateOnly today, Actor by, DateTimeOffset at)
    {
        RefuseUnless(State is ImprovementState.Agreed or ImprovementState.Running);
        var said = Optional(done) ?? throw new Refusal("Quality.Refusal.DoneMissing");
        RefuseIfPast(checkOn, today);
        (State, Done, DoneOn, CheckOn) = (ImprovementState.Done, said, today, checkOn);
        Log(ImprovementEventKind.Finished, by, at, said, checkOn);
    }

    /// <summary>Whether it helped: the measure as found where there is one, and a finding in words. Refused to the owner.</summary>
    public void Check(bool isEffective, decimal? measured, string? finding, DateOnly today, Actor by, DateTimeOffset at)
    {
        RefuseUnless(State == ImprovementState.Done);
        if (by.EmployeeId is not null && by.EmployeeId == OwnerId)
            throw new Refusal("Quality.Refusal.OwnWorkIsNotChecked");
        if (Plan.Target is not null && measured is null)
            throw new Refusal("Quality.Refusal.MeasuredMissing");
        var found = Optional(finding) ?? throw new Refusal("Quality.Refusal.FindingMissing");
        (State, Measured, Finding, ClosedOn) = (isEffective ? ImprovementState.Effective : ImprovementState.NotEffective, measured, found, today);
        Log(isEffective ? ImprovementEventKind.FoundEffective : ImprovementEventKind.FoundNotEffective, by, at, found);
    }

    /// <summary>Nothing comes of it; the reason is mandatory.</summary>
    public void Drop(string? reason, DateOnly today, Actor by, DateTimeOffset at)
    {
        RefuseUnless(IsOpen);
        var why = Reason(reason);
        (State, ClosedOn) = (ImprovementState.Dropped, today);
        Log(ImprovementEventKind.Dropped, by, at, why);
    }

    /// <summary>Taken up again, with a new day; the reason is mandatory. One never agreed is proposed anew.</summary>
    public void Reopen(DateOnly? dueOn, string? reason, DateOnly today, Actor by, DateTimeOffset at)
    {
        RefuseUnless(!IsOpen);
        var why = Reason(reason);
        if (OwnerId is not null)
            RefuseIfPast(dueOn ?? throw new Refusal("Quality.Refusal.DayMissing"), today);
        (State, DueOn) = OwnerId is null ? (ImprovementState.Proposed, null) : (ImprovementState.Running, dueOn);
        (DoneOn, CheckOn, Measured, Finding, ClosedOn) = (null, null, null, null, null);
        Log(ImprovementEventKind.Reopened, by, at, why, DueOn);
    }

    /// <summary>What the public is told, or that it is told nothing. Refused for a restricted task and without Latvian words.</summary>
    public void TellPublic(ImprovementPublicText text, Actor by, DateTimeOffset at)
    {
        if (text.IsShown && IsRestricted)
            throw new Refusal("Quality.Refusal.RestrictedIsNotPublic");
        var said = text with { Lv = Optional(text.Lv), En = Optional(text.En), Ru = Optional(text.Ru) };
        if (said is { IsShown: true, Lv: null })
            throw new Refusal("Quality.Refusal.PublicTextMissing");
        Public = said;
        Log(said.IsShown ? ImprovementEventKind.Published : ImprovementEventKind.Unpublished, by, at, null);
    }

    internal static string? Optional(string? text, int longest = MaxText)
    {
        var said = text?.Trim().ReplaceLineEndings("\n");
        if (said?.Length > longest)
            throw new Refusal("Cases.Refusal.TextTooLong", longest);
        return string.IsNullOrEmpty(said) ? null : said;
    }

    private static string Reason(string? text) => Optional(text) ?? throw new Refusal("Quality.Refusal.ReasonMissing");

    private static void RefuseIfPast(DateOnly day, DateOnly today)
    {
        if (day < today)
            throw new Refusal("Quality.Refusal.DayIsOver");
    }

    private static void RefuseUnless(bool possible)
    {
        if (!possible)
            throw new Refusal("Quality.Refusal.NotNow");
    }

    private void Add(ImprovementEvidence piece, Actor by, DateTimeOffset at)
    {
        if (evidence.Count >= MaxEvidence)
            throw new Refusal("Quality.Refusal.EvidenceTooMuch", MaxEvidence);
        evidence.Add(piece);
        Log(ImprovementEventKind.EvidenceAdded, by, at, piece.Caption ?? piece.FileName ?? piece.Address);
    }

    private void Log(ImprovementEventKind kind, Actor by, DateTimeOffset at, string? text, DateOnly? day = null) => events.Add(new ImprovementEvent(Id, kind, by, at, text, day));
}
