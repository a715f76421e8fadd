using static ServiceDesk.Application.Shared.Access.Permission;

namespace ServiceDesk.Application.Shared.Access;

/// <summary>Who may do what: the access matrix of the service standard in one place. What is not listed is forbidden.</summary>
public static class AccessMatrix
{
    private static readonly Dictionary<Role, Permission[]> Rights = new()
    {
        [Role.ClientServiceSpecialist] = [UseDesk, RegisterCases, HandleCases, AssignCases, SeeAllCaseHeads, ManageOutbox],
        [Role.Employee] = [UseDesk, HandleCases],
        [Role.UnitHead] = [UseDesk, HandleCases, AssignCases, ReadUnitCases, SeeUnitBreaches, ReviewBreaches, ManageOutbox],
        [Role.HeadOfClientService] = [UseDesk, RegisterCases, HandleCases, AssignCases, SeeAllCaseHeads, ReadAllCases, SeeAllBreaches, ReviewBreaches, ManageOutbox, ManageStandard, ImportRegisters],
        [Role.DeputyExecutiveDirector] = [UseDesk, SeeAllBreaches],
        [Role.EthicsCommission] = [],
        [Role.HumanResources] = [],
        [Role.InformationTechnology] = [SeeStatus],
        [Role.Communications] = [],
        [Role.RecordsKeeper] = [UseDesk, SeeAllCaseHeads],
        [Role.Accountant] = [],
        [Role.MysteryShopper] = [],
        [Role.DataProtectionOfficer] = [],
        [Role.Administrator] = [ManageCalendar, ManageStandard, SeeStatus, ImportRegisters],
        [Role.Auditor] = [UseDesk, SeeAllCaseHeads, SeeAllBreaches],
    };

    /// <summary>Whether any of the roles grants the permission.</summary>
    public static bool Grants(IEnumerable<Role> roles, Permission permission) =>
        roles.Any(role => Rights.TryGetValue(role, out var rights) && Array.IndexOf(rights, permission) >= 0);
}
