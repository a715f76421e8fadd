using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Which breaches a person sees: all, those of the units headed, or only the own ones.</summary>
public static class BreachAccess
{
    /// <summary>Narrows breaches to what the person may see; those of complaints about the person are left out.</summary>
    public static IQueryable<Breach> VisibleTo(this IQueryable<Breach> breaches, ICurrentUser user, IServiceDeskDb db)
    {
        var about = db.Set<Case>().About(user);
        return breaches.VisibleTo(user).Where(b => !about.Any(c => c.Id == b.CaseId));
    }

    /// <summary>Narrows breaches to what the person may count.</summary>
    public static IQueryable<Breach> VisibleTo(this IQueryable<Breach> breaches, ICurrentUser user)
    {
        if (user.May(Permission.SeeAllBreaches))
            return breaches;
        var me = user.EmployeeId;
        if (user.May(Permission.SeeUnitBreaches))
        {
            var headed = user.HeadedUnitIds.ToArray();
            return breaches.Where(b => headed.Contains(b.UnitId) || b.OwnerId == me);
        }

        return breaches.Where(b => me != null && b.OwnerId == me);
    }

    /// <summary>
    /// Whether the person may give cause and explanation: the owner; where nobody owned the case, or who did has left, the unit's head.
    /// </summary>
    public static bool MayExplain(this ICurrentUser user, Breach breach, bool ownerIsHere) => ownerIsHere
        ? breach.OwnerId == user.EmployeeId
        : user.May(Permission.ReviewBreaches) && (user.HeadedUnitIds.Contains(breach.UnitId) || user.May(Permission.ReadAllCases));

    /// <summary>Whether the person may accept or return: the head of the unit or of Client Service, never the one who explained.</summary>
    public static bool MayReview(this ICurrentUser user, Breach breach) =>
        user.May(Permission.ReviewBreaches) && (user.HeadedUnitIds.Contains(breach.UnitId) || user.May(Permission.SeeAllBreaches))
        && breach.ExplainedById != user.EmployeeId;
}
