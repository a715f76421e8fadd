namespace ServiceDesk.Application.Shared.Access;

/// <summary>One thing a role may or may not do. Pages ask for a permission, never for a role.</summary>
public enum Permission
{
    /// <summary>Enter the desk at all.</summary>
    UseDesk,

    /// <summary>Register a case for somebody else (phone, in person, paper).</summary>
    RegisterCases,

    /// <summary>Answer, note, close the cases one may read in full.</summary>
    HandleCases,

    /// <summary>Give a case to another unit or person.</summary>
    AssignCases,

    /// <summary>See heads (number, dates, unit, state) of all cases.</summary>
    SeeAllCaseHeads,

    /// <summary>Read all cases in full.</summary>
    ReadAllCases,

    /// <summary>Read in full the cases of the units one heads, and act in them.</summary>
    ReadUnitCases,

    /// <summary>See the breach report of the own units.</summary>
    SeeUnitBreaches,

    /// <summary>See the breach report of all units.</summary>
    SeeAllBreaches,

    /// <summary>Accept or return explanations of breaches.</summary>
    ReviewBreaches,

    /// <summary>See messages that did not leave, and deal with them.</summary>
    ManageOutbox,

    /// <summary>Change the working calendar.</summary>
    ManageCalendar,

    /// <summary>Change the rules of the standard.</summary>
    ManageStandard,

    /// <summary>Keep the directory of bodies cases are forwarded to.</summary>
    ManageInstitutions,

    /// <summary>See the state of the system: jobs, outbox, database.</summary>
    SeeStatus,

    /// <summary>Share a saved view of the work list with everybody.</summary>
    ShareViewsWithAll,

    /// <summary>Change categories, services and the routes of new cases.</summary>
    ManageCatalogue,

    /// <summary>See which letters came and went, within what one may see of their cases.</summary>
    SeeMessageLog,

    /// <summary>Take cases over from an older register.</summary>
    ImportRegisters,

    /// <summary>See what those who run the desk have changed.</summary>
    SeeChanges,

    /// <summary>See who read what not everybody may read, and why.</summary>
    SeeAccessLog,

    /// <summary>Keep the register of people's requests about their data; export, restrict and erase what is known of them.</summary>
    HandlePersonRequests,

    /// <summary>See who works here and where.</summary>
    SeeStaff,

    /// <summary>Add employees, change what is known of them, move them, let them go.</summary>
    ManageStaff,

    /// <summary>Change the tree of units and who heads them.</summary>
    ManageUnits,

    /// <summary>See accounts and help with them: invite again, disable, lift a lockout, reset the second factor.</summary>
    ManageAccounts,

    /// <summary>Give roles and decide of whom a second factor is demanded.</summary>
    GrantRoles,

    /// <summary>Keep the own account: password, second factor, passkeys.</summary>
    KeepOwnAccount,

    /// <summary>Write letter templates, text modules and useful links.</summary>
    ManageTemplates,

    /// <summary>Open the register of clients, within what one may see of it.</summary>
    SeeClients,

    /// <summary>Make cards of clients and change them.</summary>
    KeepClients,

    /// <summary>Have a personal code shown in full, with a reason, written down.</summary>
    RevealPersonalCodes,

    /// <summary>Make one card of two that are of the same client, and part them again.</summary>
    MergeClients,

    /// <summary>Take clients over from a file, and take them out into one.</summary>
    ImportClients,

    /// <summary>Keep the look-up table of firms and check firms against it.</summary>
    ManageCompanies,

    /// <summary>Keep the record of processing.</summary>
    KeepProcessingRecord,

    /// <summary>Keep the register of personal-data breaches.</summary>
    ManageDataBreaches,

    /// <summary>Write privacy notices.</summary>
    ManagePrivacyNotices,

    /// <summary>Approve what has served its term.</summary>
    ApproveRetention,

    /// <summary>Open one case for a time in an emergency, with a reason and notice to the data-protection officer.</summary>
    BreakGlass,

    /// <summary>Pass a case to the ethics commission, or to those above, for reading.</summary>
    PassToCommission,

    /// <summary>Open the page of one case; which ones, <see cref="CaseAccess"/> says.</summary>
    OpenCases,

    /// <summary>Have cases of one's own: those given to one, those of the own unit, those one registered.</summary>
    HaveCases,

    /// <summary>Read what was passed to the ethics commission.</summary>
    SeePassedToCommission,

    /// <summary>Read what was escalated to the deputy executive director, and decide where Client Service may not.</summary>
    SeeEscalatedToDeputy,

    /// <summary>Read what was escalated to the executive director, and decide where the deputy may not.</summary>
    SeeEscalatedToDirector,

    /// <summary>Name whom a complaint is about, and tell them its gist.</summary>
    HandleComplaintsAboutPeople,

    /// <summary>See who broke the glass, why and for how long.</summary>
    SeeGlassBroken,

    /// <summary>Name stand-ins for the people of the units one heads.</summary>
    NameStandIns,

    /// <summary>Keep the purposes people consent to, and take out the addresses of those who did.</summary>
    ManageConsents,

    /// <summary>Open the documents of the house; which ones, <see cref="DocumentAccess"/> says.</summary>
    SeeDocuments,

    /// <summary>Draw up documents, register, correct and annul them, within one's cases and units.</summary>
    WriteDocuments,

    /// <summary>File what is registered and generally accessible, and look it up for that.</summary>
    FileDocuments,

    /// <summary>Write surveys, open and close them, invite people.</summary>
    ManageSurveys,

    /// <summary>See what came of surveys: counts and averages above the threshold, within one's units.</summary>
    SeeSurveyResults,

    /// <summary>Take out the single anonymous answers.</summary>
    ExportSurveyAnswers,

    /// <summary>Enter answers for others: sheets of paper, interviews.</summary>
    EnterSurveyAnswers,

    /// <summary>Open the improvement tasks; which ones, <see cref="ImprovementAccess"/> says.</summary>
    SeeImprovements,

    /// <summary>See the improvement tasks of all units.</summary>
    SeeAllImprovements,

    /// <summary>Propose an improvement, from any screen.</summary>
    ProposeImprovements,

    /// <summary>Agree improvement tasks with a unit, move and drop them, and judge their effect.</summary>
    AgreeImprovements,
}
