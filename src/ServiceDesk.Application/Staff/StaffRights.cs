using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Staff;

/// <summary>Whom somebody may see of those who work here: personnel and those who run the desk see all, a head the own units.</summary>
internal static class StaffRights
{
    /// <summary>Employees the person may see.</summary>
    public static IQueryable<Employee> VisibleTo(this IQueryable<Employee> employees, ICurrentUser user)
    {
        if (!user.May(Permission.SeeStaff))
            return employees.Where(_ => false);
        if (SeesAll(user))
            return employees;
        var headed = user.HeadedUnitIds.ToArray();
        return employees.Where(e => headed.Contains(e.UnitId));
    }

    /// <summary>Whether the person sees everybody.</summary>
    public static bool SeesAll(ICurrentUser user) => user.May(Permission.ManageStaff) || user.May(Permission.ManageAccounts) || user.May(Permission.ManageUnits);

    /// <summary>Refuses who lacks the permission.</summary>
    public static void Demand(this ICurrentUser user, Permission permission)
    {
        if (!user.May(permission))
            throw new Refusal("Operations.Refusal.NotAllowed");
    }
}
