using static ServiceDesk.Application.Shared.Access.Permission;

namespace ServiceDesk.Application.Shared.Access;

/// <summary>Who may do what: the access matrix of the service standard in one place. What is not listed is forbidden.</summary>
public static class AccessMatrix
{
    /// <summary>What everybody with any role may do.</summary>
    private static readonly Permission[] Everybody = [KeepOwnAccount];

    private static readonly Dictionary<Role, Permission[]> Rights = new()
    {
        [Role.ClientServiceSpecialist] = [UseDesk, RegisterCases, HandleCases, AssignCases, SeeAllCaseHeads, ManageOutbox, SeeMessageLog, SeeClients, KeepClients, RevealPersonalCodes, MergeClients, OpenCases, HaveCases, HandleComplaintsAboutPeople, SeeDocuments, WriteDocuments, EnterSurveyAnswers, SeeImprovements, ProposeImprovements],
        [Role.Employee] = [UseDesk, HandleCases, SeeClients, OpenCases, HaveCases, SeeDocuments, WriteDocuments, SeeImprovements, ProposeImprovements],
        [Role.UnitHead] = [UseDesk, HandleCases, AssignCases, ReadUnitCases, SeeUnitBreaches, ReviewBreaches, ManageOutbox, SeeStaff, SeeMessageLog, SeeClients, OpenCases, HaveCases, HandleComplaintsAboutPeople, NameStandIns, SeeDocuments, WriteDocuments, SeeSurveyResults, SeeImprovements, ProposeImprovements, AgreeImprovements],
        [Role.HeadOfClientService] = [UseDesk, RegisterCases, HandleCases, AssignCases, SeeAllCaseHeads, ReadAllCases, SeeAllBreaches, ReviewBreaches, ManageOutbox, ManageStandard, ManageInstitutions, ImportRegisters, ShareViewsWithAll, ManageTemplates, ManageCatalogue, SeeMessageLog, SeeClients, MergeClients, ImportClients, ManageCompanies, PassToCommission, ApproveRetention, OpenCases, HaveCases, HandleComplaintsAboutPeople, NameStandIns, SeeDocuments, WriteDocuments, ManageSurveys, SeeSurveyResults, ExportSurveyAnswers, EnterSurveyAnswers, SeeImprovements, SeeAllImprovements, ProposeImprovements, AgreeImprovements],
        [Role.DeputyExecutiveDirector] = [UseDesk, SeeAllBreaches, PassToCommission, OpenCases, HandleCases, SeeEscalatedToDeputy, HandleComplaintsAboutPeople, SeeDocuments, SeeSurveyResults, SeeImprovements, SeeAllImprovements, ProposeImprovements, AgreeImprovements],
        [Role.EthicsCommission] = [OpenCases, SeePassedToCommission],
        [Role.HumanResources] = [SeeStaff, ManageStaff, NameStandIns, SeeSurveyResults],
        [Role.InformationTechnology] = [SeeStatus, SeeStaff, ManageAccounts, SeeMessageLog],
        [Role.Communications] = [ManageTemplates, ManageConsents, ManageSurveys, SeeSurveyResults],
        [Role.RecordsKeeper] = [UseDesk, SeeAllCaseHeads, ApproveRetention, OpenCases, SeeDocuments, FileDocuments],
        [Role.Accountant] = [RevealPersonalCodes],
        [Role.MysteryShopper] = [],
        [Role.DataProtectionOfficer] = [SeeChanges, SeeAccessLog, HandlePersonRequests, KeepProcessingRecord, ManageDataBreaches, ManagePrivacyNotices, ManageConsents, SeeGlassBroken],
        [Role.Administrator] = [ManageCalendar, ManageStandard, ManageInstitutions, SeeStatus, ImportRegisters, ManageTemplates, SeeChanges, SeeStaff, ManageStaff, ManageUnits, ManageAccounts, GrantRoles, ManageCatalogue, SeeMessageLog, ManageCompanies, BreakGlass, OpenCases, SeeGlassBroken],
        [Role.ExecutiveDirector] = [UseDesk, OpenCases, HandleCases, SeeAllBreaches, SeeEscalatedToDirector, HandleComplaintsAboutPeople, PassToCommission, SeeDocuments, SeeImprovements, SeeAllImprovements, ProposeImprovements, AgreeImprovements],
        [Role.ElectedOfficial] = [],
        [Role.Auditor] = [UseDesk, SeeAllCaseHeads, SeeAllBreaches, SeeChanges, OpenCases, SeeImprovements, SeeAllImprovements],
    };

    /// <summary>Whether any of the roles grants the permission.</summary>
    public static bool Grants(IEnumerable<Role> roles, Permission permission) =>
        roles.Any(role => RightsOf(role).Contains(permission));

    /// <summary>Everything a role grants.</summary>
    public static IEnumerable<Permission> RightsOf(Role role) => Rights.TryGetValue(role, out var rights) ? [.. rights, .. Everybody] : [];
}
