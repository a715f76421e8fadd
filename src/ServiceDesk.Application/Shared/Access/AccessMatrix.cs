using static ServiceDesk.Application.Shared.Access.Permission;

namespace ServiceDesk.Application.Shared.Access;

/// <summary>Who may do what: the access matrix of the service standard in one place. What is not listed is forbidden.</summary>
public static class AccessMatrix
{
    /// <summary>What everybody with any role may do.</summary>
    private static readonly Permission[] Everybody = [KeepOwnAccount];

    private static readonly Dictionary<Role, Permission[]> Rights = new()
    {
        [Role.ClientServiceSpecialist] = [UseDesk, RegisterCases, HandleCases, AssignCases, SeeAllCaseHeads, ManageOutbox, SeeMessageLog],
        [Role.Employee] = [UseDesk, HandleCases],
        [Role.UnitHead] = [UseDesk, HandleCases, AssignCases, ReadUnitCases, SeeUnitBreaches, ReviewBreaches, ManageOutbox, SeeStaff, SeeMessageLog],
        [Role.HeadOfClientService] = [UseDesk, RegisterCases, HandleCases, AssignCases, SeeAllCaseHeads, ReadAllCases, SeeAllBreaches, ReviewBreaches, ManageOutbox, ManageStandard, ManageInstitutions, ImportRegisters, ShareViewsWithAll, ManageTemplates, ManageCatalogue, SeeMessageLog],
        [Role.DeputyExecutiveDirector] = [UseDesk, SeeAllBreaches],
        [Role.EthicsCommission] = [],
        [Role.HumanResources] = [SeeStaff, ManageStaff],
        [Role.InformationTechnology] = [SeeStatus, SeeStaff, ManageAccounts, SeeMessageLog],
        [Role.Communications] = [ManageTemplates],
        [Role.RecordsKeeper] = [UseDesk, SeeAllCaseHeads],
        [Role.Accountant] = [],
        [Role.MysteryShopper] = [],
        [Role.DataProtectionOfficer] = [SeeChanges, SeeAccessLog, HandlePersonRequests],
        [Role.Administrator] = [ManageCalendar, ManageStandard, ManageInstitutions, SeeStatus, ImportRegisters, ManageTemplates, SeeChanges, SeeStaff, ManageStaff, ManageUnits, ManageAccounts, GrantRoles, ManageCatalogue, SeeMessageLog],
        [Role.Auditor] = [UseDesk, SeeAllCaseHeads, SeeAllBreaches, SeeChanges],
    };

    /// <summary>Whether any of the roles grants the permission.</summary>
    public static bool Grants(IEnumerable<Role> roles, Permission permission) =>
        roles.Any(role => RightsOf(role).Contains(permission));

    /// <summary>Everything a role grants.</summary>
    public static IEnumerable<Permission> RightsOf(Role role) => Rights.TryGetValue(role, out var rights) ? [.. rights, .. Everybody] : [];
}
