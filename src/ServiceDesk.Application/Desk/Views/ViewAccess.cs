using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Desk.Views;

/// <summary>Who finds a saved view, who may change it, and with whom it may be shared. What it shows is another matter: each reader's own rights.</summary>
public static class ViewAccess
{
    /// <summary>Views of the person, of the own unit and the units headed, and those shared with everybody; deleted ones not.</summary>
    public static IQueryable<SavedView> VisibleTo(this IQueryable<SavedView> views, ICurrentUser user)
    {
        var me = user.EmployeeId ?? Guid.Empty;
        var units = CaseViews.UnitsOf(user).Select(id => (Guid?)id).ToList();
        return views.Where(v => v.DeletedAt == null
            && (v.OwnerId == me || v.Sharing == ViewSharing.Everybody || (v.Sharing == ViewSharing.Unit && units.Contains(v.UnitId))));
    }

    /// <summary>Whether the person may change a view: the owner, the head of the unit it is shared with, and who shares with everybody if it is shared so.</summary>
    public static bool MayChange(this ICurrentUser user, Guid ownerId, ViewSharing sharing, Guid? unitId) =>
        user.EmployeeId is { } me && (me == ownerId
            || (sharing == ViewSharing.Unit && unitId is { } unit && user.HeadedUnitIds.Contains(unit))
            || (sharing == ViewSharing.Everybody && user.May(Permission.ShareViewsWithAll)));

    /// <summary>With whom the person may share.</summary>
    public static IReadOnlyList<ViewSharing> Offered(this ICurrentUser user)
    {
        List<ViewSharing> offered = [ViewSharing.Own];
        if (user.UnitId is not null)
            offered.Add(ViewSharing.Unit);
        if (user.May(Permission.ShareViewsWithAll))
            offered.Add(ViewSharing.Everybody);
        return offered;
    }

    /// <summary>Refuses a sharing the person may not give.</summary>
    internal static void RefuseUnlessOffered(this ICurrentUser user, ViewSharing sharing)
    {
        if (!user.Offered().Contains(sharing))
            throw new Refusal("Desk.Views.MayNotShare");
    }
}
