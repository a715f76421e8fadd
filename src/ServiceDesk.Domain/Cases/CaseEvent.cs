namespace ServiceDesk.Domain.Cases;

/// <summary>What happened to a case.</summary>
public enum CaseEventKind
{
    /// <summary>Received and registered.</summary>
    Received,

    /// <summary>Given to a unit or person.</summary>
    Assigned,

    /// <summary>The client wrote again.</summary>
    ClientWrote,

    /// <summary>An internal note was added.</summary>
    NoteAdded,

    /// <summary>A letter was written and waits to leave the house.</summary>
    MessageQueued,

    /// <summary>A letter left the house.</summary>
    MessageSent,

    /// <summary>A letter could not be sent.</summary>
    MessageFailed,

    /// <summary>Somebody dealt with a letter that could not be sent.</summary>
    FailureResolved,

    /// <summary>A letter was taken back before it left.</summary>
    MessageTakenBack,

    /// <summary>A clock started.</summary>
    ClockStarted,

    /// <summary>A clock was met in time.</summary>
    ClockMet,

    /// <summary>A clock was met by an interim reply.</summary>
    ClockMetByInterim,

    /// <summary>A promise or a statutory term got a later date.</summary>
    ClockExtended,

    /// <summary>A clock was missed.</summary>
    ClockBreached,

    /// <summary>A clock stopped without a reply being due any more.</summary>
    ClockReleased,

    /// <summary>The due date moved because the calendar or a rule changed.</summary>
    ClockMoved,

    /// <summary>A breach was explained.</summary>
    BreachExplained,

    /// <summary>The explanation was accepted.</summary>
    BreachAccepted,

    /// <summary>The explanation was returned.</summary>
    BreachReturned,

    /// <summary>Closed with an outcome.</summary>
    Closed,

    /// <summary>Opened again.</summary>
    Reopened,

    /// <summary>A route sent it to its unit.</summary>
    Routed,

    /// <summary>It was sorted under another topic.</summary>
    Sorted,

    /// <summary>Taken over from an older register.</summary>
    Imported,

    /// <summary>Linked with another case.</summary>
    Linked,

    /// <summary>A link was taken away.</summary>
    Unlinked,

    /// <summary>Merged into another case.</summary>
    Merged,

    /// <summary>Another case was merged into this one.</summary>
    TookIn,

    /// <summary>Parted again from the case it was merged into.</summary>
    MergeUndone,

    /// <summary>A case merged into this one was parted again.</summary>
    GaveBack,

    /// <summary>A part went on as a case of its own.</summary>
    Split,

    /// <summary>Began as a part of another case.</summary>
    SplitOff,

    /// <summary>What was said later was added here instead of registering it anew.</summary>
    Added,
    /// <summary>A question to the client left the house: we wait.</summary>
    WaitingStarted,

    /// <summary>We no longer wait for the client.</summary>
    WaitingEnded,

    /// <summary>Offered to another unit or person, who has not accepted yet.</summary>
    HandOverOffered,

    /// <summary>Accepted by whom it was offered to.</summary>
    HandOverAccepted,

    /// <summary>Returned by whom it was offered to, with the reason.</summary>
    HandOverReturned,

    /// <summary>The offer was taken back before it was accepted.</summary>
    HandOverTakenBack,

    /// <summary>The client said thank you after the reply; nothing is owed by that.</summary>
    ThanksFiled,

    /// <summary>The client says that it is not solved.</summary>
    ClientDisputed,

    /// <summary>A late message of the client made a new case.</summary>
    FollowedUp,

    /// <summary>Registered because of a late message to an older case.</summary>
    FollowsUp,

    /// <summary>Reading was restricted, or who may read was changed.</summary>
    ConfidentialityMarked,

    /// <summary>Reading is no longer restricted.</summary>
    ConfidentialityLifted,

    /// <summary>It was decided that another body answers.</summary>
    ForwardDecided,

    /// <summary>A colleague was asked.</summary>
    ColleagueAsked,

    /// <summary>The colleague answered.</summary>
    ColleagueAnswered,

    /// <summary>Somebody said whose case it is.</summary>
    ClientAttached,

    /// <summary>It belongs to no client's card any more.</summary>
    ClientDetached,

    /// <summary>Somebody acts for the client.</summary>
    RepresentativeNamed,

    /// <summary>Nobody acts for the client any more.</summary>
    RepresentativeRemoved,

    /// <summary>It was said whom the complaint is about.</summary>
    SubjectsNamed,

    /// <summary>Those complained about were told the gist.</summary>
    GistWritten,

    /// <summary>Those complained about may know who complained.</summary>
    IdentityRevealed,

    /// <summary>They may not any more.</summary>
    IdentityHidden,

    /// <summary>Passed on for reading.</summary>
    PassedOn,

    /// <summary>The pass was taken back.</summary>
    PassTakenBack,

    /// <summary>An administrator opened it in need.</summary>
    GlassBroken,

    /// <summary>The administrator's opening was ended.</summary>
    GlassClosed,

    /// <summary>What was said in it and by whom was erased; number, days, unit and category stay.</summary>
    Anonymised,
}

/// <summary>One line of a case's history: who, when, what, why. Never changed, never deleted.</summary>
public sealed class CaseEvent
{
    private CaseEvent()
    {
    }

    internal CaseEvent(Guid caseId, CaseEventKind kind, Actor actor, DateTimeOffset at, int place, string? reason, string[] arguments) =>
        (CaseId, Kind, ActorId, ActorName, At, Ordinal, Reason, Arguments) = (caseId, kind, actor.EmployeeId, actor.Name, at, at.UtcTicks + place, reason, [.. arguments]);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What happened.</summary>
    public CaseEventKind Kind { get; private set; }

    /// <summary>The employee who did it; null for the client and for the system.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>The employee's name at that time; empty for the client and for the system.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Orders lines written at the same instant: ticks of <see cref="At"/> plus the place in the save.</summary>
    public long Ordinal { get; private set; }

    /// <summary>Why, in the actor's words.</summary>
    public string? Reason { get; private set; }

    /// <summary>Values for the sentence of <see cref="Kind"/>; dates as yyyy-MM-dd.</summary>
    public IReadOnlyList<string> Arguments { get; private set; } = [];
}

/// <summary>Who does something: an employee, the client or the system itself.</summary>
/// <param name="EmployeeId">The employee, or null.</param>
/// <param name="Name">The employee's name, or empty.</param>
public sealed record Actor(Guid? EmployeeId, string Name)
{
    /// <summary>The client, on the public pages.</summary>
    public static Actor Client { get; } = new(null, "");

    /// <summary>A job.</summary>
    public static Actor System { get; } = new(null, "");
}
