namespace ServiceDesk.Domain.Desk;

/// <summary>What an employee is told by the system.</summary>
public enum NoticeKind
{
    /// <summary>A case was given to you.</summary>
    Assigned,

    /// <summary>The client of your case wrote again.</summary>
    ClientWrote,

    /// <summary>A due date is near.</summary>
    DueSoon,

    /// <summary>A clock of your case, or of one in your care, was missed.</summary>
    Breached,

    /// <summary>Your explanation of a breach was returned.</summary>
    BreachReturned,

    /// <summary>A due date moved because the calendar or a rule changed.</summary>
    DueMoved,

    /// <summary>A letter of your case could not be sent.</summary>
    LetterFailed,

    /// <summary>A client asks by a promise extended twice or more for the head's attention (SIG 23.2).</summary>
    PromiseExtendedAgain,

    /// <summary>The week before in figures, for heads.</summary>
    WeeklyDigest,

    /// <summary>The Cabinet's order on moved working days of a year is not entered, for who keeps the calendar.</summary>
    CalendarYearMissing,

    /// <summary>Another case was merged into yours.</summary>
    CaseMerged,

    /// <summary>Your case, merged into another, stands on its own again.</summary>
    MergeUndone,
    /// <summary>The day until which we wanted to wait for the client is over.</summary>
    WaitOver,

    /// <summary>A case is offered to you: accept or return it.</summary>
    HandOverOffered,

    /// <summary>The case you offered was accepted.</summary>
    HandOverAccepted,

    /// <summary>The case you offered was returned.</summary>
    HandOverReturned,

    /// <summary>An offered case has waited longer than a working day.</summary>
    HandOverWaits,

    /// <summary>The client of your case said thank you.</summary>
    ClientThanked,

    /// <summary>The client of your case, or of one in your care, says that it is not solved.</summary>
    NotSolved,

    /// <summary>A colleague asks you.</summary>
    ColleagueAsked,

    /// <summary>The colleague you asked has answered.</summary>
    ColleagueAnswered,

    /// <summary>A complaint about you needs your explanation.</summary>
    GistForYou,

    /// <summary>A case was passed to you for reading.</summary>
    PassedToYou,

    /// <summary>A complaint is yours to decide, because Client Service may not.</summary>
    YoursToDecide,

    /// <summary>A complaint waits for somebody whose post nobody holds.</summary>
    NobodyToDecide,

    /// <summary>An administrator opened a case in need.</summary>
    GlassBroken,

    /// <summary>You stand in for somebody.</summary>
    StandsIn,

    /// <summary>A personal-data breach was reported, for the data-protection officer.</summary>
    DataBreachReported,

    /// <summary>The 72 hours of a personal-data breach are running out.</summary>
    DataBreachDue,

    /// <summary>Records are past their retention term, for who approves the list.</summary>
    RetentionProposed,

    /// <summary>A contract you look after ends.</summary>
    ContractEnds,

    /// <summary>Something is due under a contract.</summary>
    ContractObligationDue,

    /// <summary>Something is late under a contract.</summary>
    ContractObligationLate,

    /// <summary>An answer to a claim, or what was promised on one, is due soon.</summary>
    ClaimDue,

    /// <summary>An answer to a claim, or what was promised on one, is late.</summary>
    ClaimLate,

    /// <summary>The 72 hours of a personal-data breach are over and the authority was not told.</summary>
    DataBreachLate,

    /// <summary>The month to answer a person's request about their data is running out, for who answers.</summary>
    PersonRequestDue,

    /// <summary>The month to answer a person's request about their data is over and nothing was answered.</summary>
    PersonRequestLate,

    /// <summary>Somebody proposed an improvement for a unit in your care.</summary>
    ImprovementProposed,

    /// <summary>An improvement task was given to you.</summary>
    ImprovementGiven,

    /// <summary>The day of your improvement task is near.</summary>
    ImprovementDue,

    /// <summary>An improvement task of yours, or of a unit in your care, is late.</summary>
    ImprovementLate,

    /// <summary>The effect of an improvement is to be checked.</summary>
    ImprovementToCheck,

    /// <summary>A draft waits for your approval.</summary>
    DocumentToApprove,

    /// <summary>A draft you sent for approval came back.</summary>
    DocumentReturned,

    /// <summary>Everybody has approved a draft you sent.</summary>
    DocumentApproved,

    /// <summary>A draft waits for your approval longer than it should.</summary>
    DocumentLate,

    /// <summary>A draft you sent waits for somebody longer than it should.</summary>
    DocumentLateWithOthers,
}

/// <summary>
/// A notice to one employee. It names a case by number only: no client, no text. One per person, kind and
/// <see cref="Subject"/>, so that a job running every minute tells once.
/// </summary>
public sealed class Notice
{
    private Notice()
    {
    }

    /// <summary>A notice.</summary>
    /// <param name="employeeId">Who is told.</param>
    /// <param name="kind">What about.</param>
    /// <param name="caseId">The case; null when it is about several.</param>
    /// <param name="subject">What makes it one notice: for example the clock and the level. At most 100 characters.</param>
    /// <param name="createdAt">Now, UTC.</param>
    /// <param name="arguments">Values for the sentence; dates as yyyy-MM-dd.</param>
    public Notice(Guid employeeId, NoticeKind kind, Guid? caseId, string subject, DateTimeOffset createdAt, params string[] arguments) =>
        (EmployeeId, Kind, CaseId, Subject, CreatedAt, Arguments) = (employeeId, kind, caseId, subject, createdAt, [.. arguments]);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Who is told.</summary>
    public Guid EmployeeId { get; private set; }

    /// <summary>What about.</summary>
    public NoticeKind Kind { get; private set; }

    /// <summary>The case; null when it is about several.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>What makes it one notice.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Values for the sentence; dates as yyyy-MM-dd.</summary>
    public IReadOnlyList<string> Arguments { get; private set; } = [];

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the employee saw it, UTC.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>The employee saw it.</summary>
    public void MarkRead(DateTimeOffset at) => ReadAt ??= at;
}
