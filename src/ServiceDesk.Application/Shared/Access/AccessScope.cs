namespace ServiceDesk.Application.Shared.Access;

/// <summary>How far a right reaches. A cell of the access table may hold several.</summary>
[Flags]
public enum AccessScope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What was given or offered to one, what one registered, what is one's own.</summary>
    Own = 1,

    /// <summary>What lies in the unit one works in.</summary>
    Unit = 2,

    /// <summary>What lies in the units one heads and those below them. Rights go down the tree only.</summary>
    Headed = 4,

    /// <summary>What is being taken in and nobody has taken on yet.</summary>
    InHandling = 8,

    /// <summary>What was passed to one for a time.</summary>
    Passed = 16,

    /// <summary>What was escalated to one, or is one's to decide because Client Service may not.</summary>
    Escalated = 32,

    /// <summary>What one opened in need, for a bounded time.</summary>
    Opened = 64,

    /// <summary>Counts and averages without single things.</summary>
    Aggregate = 128,

    /// <summary>All there is.</summary>
    All = 256,
}

/// <summary>What can be done with a thing.</summary>
public enum AccessOperation
{
    /// <summary>See it, on screen, in a list, a count, a file or on paper.</summary>
    Read,

    /// <summary>Change it.</summary>
    Write,

    /// <summary>Make a new one.</summary>
    Create,

    /// <summary>See the part that is masked; each time is logged.</summary>
    Reveal,

    /// <summary>Hand it to somebody else.</summary>
    Give,

    /// <summary>Accept or return what somebody else said.</summary>
    Review,
}

/// <summary>A thing access is decided about.</summary>
public enum AccessThing
{
    /// <summary>Number, dates, unit, state of a case.</summary>
    CaseHead,

    /// <summary>Subject, letters, notes, files, history of a case.</summary>
    CaseContent,

    /// <summary>A complaint about somebody who works here, with all that is in it.</summary>
    ComplaintAboutPerson,

    /// <summary>The gist of a complaint, as those complained about see it.</summary>
    ComplaintGist,

    /// <summary>A client's card; making one is taking clients over from a file, giving one is merging it into another.</summary>
    ClientCard,

    /// <summary>A personal code; masked for whoever reads the card.</summary>
    PersonalCode,

    /// <summary>The look-up table of firms.</summary>
    CompanyTable,

    /// <summary>Who read what.</summary>
    AccessLog,

    /// <summary>People's requests about their data.</summary>
    PersonRequests,

    /// <summary>The record of processing.</summary>
    ProcessingRecord,

    /// <summary>Breaches of personal data.</summary>
    DataBreaches,

    /// <summary>Privacy notices.</summary>
    PrivacyNotices,

    /// <summary>What people consented to, and their addresses.</summary>
    Consents,

    /// <summary>What has served its term.</summary>
    Retention,

    /// <summary>Who the client of a case is.</summary>
    ClientOfCase,

    /// <summary>Clocks, promises and due dates.</summary>
    Deadlines,

    /// <summary>Missed clocks and their explanations.</summary>
    Breaches,

    /// <summary>Letters that did not leave.</summary>
    Outbox,

    /// <summary>The log of letters in and out.</summary>
    MessageLog,

    /// <summary>What was passed to the ethics commission.</summary>
    CommissionFiles,

    /// <summary>What was escalated to the deputy executive director.</summary>
    DeputyFiles,

    /// <summary>What was escalated to the executive director.</summary>
    DirectorFiles,

    /// <summary>Cases opened in need.</summary>
    BrokenGlass,

    /// <summary>Who stands in for whom.</summary>
    StandIns,

    /// <summary>Employees and the tree of units.</summary>
    Staff,

    /// <summary>The tree of units and who heads them.</summary>
    Units,

    /// <summary>Sign-in accounts.</summary>
    Accounts,

    /// <summary>Roles of accounts, and of whom a second factor is demanded.</summary>
    Roles,

    /// <summary>One's own account.</summary>
    OwnAccount,

    /// <summary>Views of the work list, notices and keys of one's own.</summary>
    OwnDesk,

    /// <summary>Views of the work list shared with everybody.</summary>
    SharedViews,

    /// <summary>The working calendar.</summary>
    Calendar,

    /// <summary>The rules of the service standard.</summary>
    Standard,

    /// <summary>Bodies cases are forwarded to.</summary>
    Institutions,

    /// <summary>Topics, services and routes.</summary>
    Catalogue,

    /// <summary>Templates, text modules and links.</summary>
    Templates,

    /// <summary>Registers taken over.</summary>
    Imports,

    /// <summary>What those who run the desk have changed.</summary>
    Changes,

    /// <summary>Letters, certificates, contracts and other documents of the house; giving one is filing it.</summary>
    Documents,

    /// <summary>Surveys and their questions.</summary>
    Surveys,

    /// <summary>What was answered in surveys; revealing is taking single answers out.</summary>
    SurveyAnswers,

    /// <summary>Improvement tasks of the units.</summary>
    Improvements,

    /// <summary>The state of the system.</summary>
    Status,
}
