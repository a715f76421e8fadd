using static ServiceDesk.Application.Shared.Access.AccessOperation;
using static ServiceDesk.Application.Shared.Access.AccessScope;
using static ServiceDesk.Application.Shared.Access.AccessThing;

namespace ServiceDesk.Application.Shared.Access;

/// <summary>
/// Who sees what: every thing of the product, every role, and how far the right reaches. What is not written here is forbidden.
/// <see cref="AccessMatrix"/>, <see cref="CaseAccess"/> and every page of the desk are held against this table by tests, line by line;
/// a new thing begins with its lines here.
/// </summary>
public static class AccessTable
{
    private const Role Css = Role.ClientServiceSpecialist;
    private const Role Emp = Role.Employee;
    private const Role Uh = Role.UnitHead;
    private const Role Hcs = Role.HeadOfClientService;
    private const Role Ded = Role.DeputyExecutiveDirector;
    private const Role Exd = Role.ExecutiveDirector;
    private const Role Eth = Role.EthicsCommission;
    private const Role Hr = Role.HumanResources;
    private const Role It = Role.InformationTechnology;
    private const Role Com = Role.Communications;
    private const Role Acc = Role.Accountant;
    private const Role Arc = Role.RecordsKeeper;
    private const Role Dpo = Role.DataProtectionOfficer;
    private const Role Adm = Role.Administrator;
    private const Role Aud = Role.Auditor;

    private const AccessScope Any = Own | Unit | Headed | InHandling | Passed | Escalated | Opened | All;

    /// <summary>All lines.</summary>
    public static IReadOnlyList<AccessLine> Lines { get; } =
    [
        .. Cases(),
        .. AroundCases(),
        .. House(),
        .. Quality(),
    ];

    /// <summary>How far the right of a role reaches.</summary>
    public static AccessScope Of(Role role, AccessThing thing, AccessOperation operation) =>
        Lines.SingleOrDefault(l => l.Thing == thing && l.Operation == operation)?.Of(role) ?? None;

    /// <summary>Whether any of the roles reaches a thing that stands to the person as <paramref name="relation"/> says.</summary>
    public static bool Allows(IEnumerable<Role> roles, AccessThing thing, AccessOperation operation, AccessScope relation) =>
        roles.Any(role => (Of(role, thing, operation) & (relation | All)) != None);

    private static IEnumerable<AccessLine> Cases() =>
    [
        Line(CaseHead, Read, (Css, All), (Emp, Own | Unit), (Uh, Own | Unit | Headed), (Hcs, All), (Ded, Escalated | Aggregate), (Exd, Escalated | Aggregate), (Eth, Passed), (Arc, All), (Adm, Opened), (Aud, All))
            .Takes(Permission.SeeAllCaseHeads, All).Takes(Permission.OpenCases, Any),
        Line(CaseHead, Create, (Css, All), (Hcs, All)).Takes(Permission.RegisterCases, All),
        Line(CaseHead, Give, (Css, Own | Unit | InHandling), (Uh, Headed), (Hcs, All)).Takes(Permission.AssignCases, Any),
        Line(CaseContent, Read, (Css, Own | Unit | InHandling), (Emp, Own | Unit), (Uh, Own | Unit | Headed), (Hcs, All), (Ded, Escalated), (Exd, Escalated), (Eth, Passed), (Adm, Opened))
            .Takes(Permission.ReadAllCases, All).Takes(Permission.ReadUnitCases, Headed),
        // To escalate is to show. Who decides in place of Client Service does so only where the complaint is about a person.
        Line(CaseContent, Write, (Css, Own | Unit | InHandling), (Emp, Own | Unit), (Uh, Own | Unit | Headed), (Hcs, All)).Takes(Permission.HandleCases, Any).Takes(Permission.HaveCases, Any),
        Line(CaseContent, Give, (Hcs, All), (Ded, Escalated), (Exd, Escalated)).Takes(Permission.PassToCommission, Any),
        Line(ComplaintAboutPerson, Read, (Css, InHandling), (Uh, Own | Headed), (Hcs, All), (Ded, Escalated), (Exd, Escalated), (Eth, Passed), (Adm, Opened)),
        Line(ComplaintAboutPerson, Write, (Css, InHandling), (Uh, Own | Headed), (Hcs, All), (Ded, Escalated), (Exd, Escalated))
            .Takes(Permission.HandleComplaintsAboutPeople, Any).Takes(Permission.HandleCases, Any),
        Line(ClientOfCase, Read, (Css, All), (Emp, Own | Unit), (Uh, Own | Unit | Headed), (Hcs, All), (Ded, Escalated), (Exd, Escalated)),
    ];

    private static IEnumerable<AccessLine> AroundCases() =>
    [
        Everybody(ComplaintGist, Read, Own),
        Line(AccessThing.Deadlines, Read, (Css, All), (Emp, Own | Unit), (Uh, Own | Unit | Headed), (Hcs, All), (Ded, Escalated | Aggregate), (Exd, Escalated | Aggregate), (Eth, Passed), (Arc, All), (Adm, Opened), (Aud, All)),
        // A breach names number, unit and owner, never the client: those above see all of them.
        Line(Breaches, Read, (Css, Own), (Emp, Own), (Uh, Own | Headed), (Hcs, All), (Ded, All), (Exd, All), (Arc, Own), (Aud, All))
            .Takes(Permission.SeeAllBreaches, All).Takes(Permission.SeeUnitBreaches, Headed),
        Line(Breaches, Review, (Uh, Headed), (Hcs, All)).Takes(Permission.ReviewBreaches, Any),
        Line(Outbox, Write, (Css, Own | Unit | InHandling), (Uh, Own | Unit | Headed), (Hcs, All)).Takes(Permission.ManageOutbox, Any),
        // Who looks after machines or settings sees that a letter came or went, and no more.
        Line(MessageLog, Read, (Css, Own | Unit | InHandling), (Uh, Own | Unit | Headed), (Hcs, All), (It, Aggregate), (Adm, Aggregate)).Takes(Permission.SeeMessageLog, Any | Aggregate),
        Line(CommissionFiles, Read, (Eth, Passed)).Takes(Permission.SeePassedToCommission, Passed),
        Line(DeputyFiles, Read, (Ded, Escalated)).Takes(Permission.SeeEscalatedToDeputy, Escalated),
        Line(DirectorFiles, Read, (Exd, Escalated)).Takes(Permission.SeeEscalatedToDirector, Escalated),
        Line(ClientCard, Read, (Css, All), (Emp, Own | Unit), (Uh, Own | Unit | Headed), (Hcs, All)).Takes(Permission.SeeClients, Any),
        Line(ClientCard, Write, (Css, All)).Takes(Permission.KeepClients, All),
        Line(ClientCard, Give, (Css, All), (Hcs, All)).Takes(Permission.MergeClients, All),
        Line(ClientCard, Create, (Hcs, All)).Takes(Permission.ImportClients, All),
        Line(PersonalCode, Reveal, (Css, All), (Acc, All)).Takes(Permission.RevealPersonalCodes, All),
        Line(AccessThing.Documents, Read, (Css, Own | Unit), (Emp, Own | Unit), (Uh, Own | Unit | Headed), (Hcs, All), (Ded, Own | Escalated), (Exd, Own | Escalated), (Arc, All)).Takes(Permission.SeeDocuments, Any),
        Line(AccessThing.Documents, Write, (Css, Own | Unit), (Emp, Own | Unit), (Uh, Own | Unit | Headed), (Hcs, All)).Takes(Permission.WriteDocuments, Any),
        Line(AccessThing.Documents, Give, (Arc, All)).Takes(Permission.FileDocuments, All),
        Line(BrokenGlass, Create, (Adm, Opened)).Takes(Permission.BreakGlass, Opened),
        Line(BrokenGlass, Read, (Adm, Own), (Dpo, All)).Takes(Permission.SeeGlassBroken, Any),
    ];

    private static IEnumerable<AccessLine> House() =>
    [
        Everybody(OwnAccount, Write, Own).Takes(Permission.KeepOwnAccount, Own),
        Line(OwnDesk, Write, (Css, Own), (Emp, Own), (Uh, Own), (Hcs, Own), (Ded, Own), (Exd, Own), (Arc, Own), (Aud, Own)).Takes(Permission.UseDesk, Own),
        Line(SharedViews, Write, (Hcs, All)).Takes(Permission.ShareViewsWithAll, All),
        Line(StandIns, Write, (Uh, Headed), (Hcs, Headed), (Hr, All)).Takes(Permission.NameStandIns, Any),
        Line(AccessThing.Staff, Read, (Uh, Headed), (Hr, All), (It, All), (Adm, All)).Takes(Permission.SeeStaff, Any),
        Line(AccessThing.Staff, Write, (Hr, All), (Adm, All)).Takes(Permission.ManageStaff, All),
        Line(Units, Write, (Adm, All)).Takes(Permission.ManageUnits, All),
        Line(AccessThing.Accounts, Write, (It, All), (Adm, All)).Takes(Permission.ManageAccounts, All),
        Line(Roles, Write, (Adm, All)).Takes(Permission.GrantRoles, All),
        Line(Calendar, Write, (Adm, All)).Takes(Permission.ManageCalendar, All),
        Line(Standard, Write, (Hcs, All), (Adm, All)).Takes(Permission.ManageStandard, All),
        Line(Institutions, Write, (Hcs, All), (Adm, All)).Takes(Permission.ManageInstitutions, All),
        Line(AccessThing.Catalogue, Write, (Hcs, All), (Adm, All)).Takes(Permission.ManageCatalogue, All),
        Line(Templates, Write, (Hcs, All), (Com, All), (Adm, All)).Takes(Permission.ManageTemplates, All),
        Line(Imports, Write, (Hcs, All), (Adm, All)).Takes(Permission.ImportRegisters, All),
        Line(CompanyTable, Write, (Hcs, All), (Adm, All)).Takes(Permission.ManageCompanies, All),
        Line(AccessLog, Read, (Dpo, All)).Takes(Permission.SeeAccessLog, All),
        Line(PersonRequests, Write, (Dpo, All)).Takes(Permission.HandlePersonRequests, All),
        Line(ProcessingRecord, Write, (Dpo, All)).Takes(Permission.KeepProcessingRecord, All),
        Line(DataBreaches, Write, (Dpo, All)).Takes(Permission.ManageDataBreaches, All),
        Line(PrivacyNotices, Write, (Dpo, All)).Takes(Permission.ManagePrivacyNotices, All),
        Line(Consents, Write, (Dpo, All), (Com, All)).Takes(Permission.ManageConsents, All),
        Line(Retention, Review, (Hcs, All), (Arc, All)).Takes(Permission.ApproveRetention, All),
        Line(AccessThing.Surveys, Write, (Hcs, All), (Com, All)).Takes(Permission.ManageSurveys, All),
        Line(SurveyAnswers, Read, (Uh, Headed | Aggregate), (Hcs, All), (Ded, Aggregate), (Hr, Aggregate), (Com, Aggregate)).Takes(Permission.SeeSurveyResults, Any | Aggregate),
        Line(SurveyAnswers, Reveal, (Hcs, All)).Takes(Permission.ExportSurveyAnswers, All),
        Line(SurveyAnswers, Create, (Css, All), (Hcs, All)).Takes(Permission.EnterSurveyAnswers, All),
        Line(Changes, Read, (Dpo, All), (Adm, All), (Aud, All)).Takes(Permission.SeeChanges, All),
        Line(Status, Read, (It, All), (Adm, All)).Takes(Permission.SeeStatus, All),
    ];

    private static IEnumerable<AccessLine> Quality() =>
    [
        Line(Improvements, Read, (Css, Own | Unit), (Emp, Own | Unit), (Uh, Own | Unit | Headed), (Hcs, All), (Ded, All), (Exd, All), (Aud, All))
            .Takes(Permission.SeeImprovements, Any).Takes(Permission.SeeAllImprovements, All),
        Line(Improvements, Create, (Css, All), (Emp, All), (Uh, All), (Hcs, All), (Ded, All), (Exd, All)).Takes(Permission.ProposeImprovements, All),
        Line(Improvements, Review, (Uh, Headed), (Hcs, All), (Ded, All), (Exd, All)).Takes(Permission.AgreeImprovements, Any),
    ];

    private static AccessLine Line(AccessThing thing, AccessOperation operation, params (Role Role, AccessScope Scope)[] cells) =>
        new(thing, operation, cells.ToDictionary(c => c.Role, c => c.Scope), []);

    private static AccessLine Everybody(AccessThing thing, AccessOperation operation, AccessScope scope) =>
        Line(thing, operation, [.. Enum.GetValues<Role>().Select(role => (role, scope))]);
}

/// <summary>A line of the table: one operation on one thing.</summary>
/// <param name="Thing">The thing.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Cells">How far each role reaches; a role not named reaches nothing.</param>
/// <param name="Permissions">Permissions that come of the line: a role holds one if it reaches anything of the scope beside it.</param>
public sealed record AccessLine(
    AccessThing Thing, AccessOperation Operation, IReadOnlyDictionary<Role, AccessScope> Cells, IReadOnlyList<(Permission Permission, AccessScope Scope)> Permissions)
{
    /// <summary>How far the role reaches.</summary>
    public AccessScope Of(Role role) => Cells.GetValueOrDefault(role);

    /// <summary>The line with a permission that comes of it.</summary>
    public AccessLine Takes(Permission permission, AccessScope scope) => this with { Permissions = [.. Permissions, (permission, scope)] };
}
