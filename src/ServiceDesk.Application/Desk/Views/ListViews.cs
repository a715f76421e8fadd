using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Desk.Views;

/// <summary>A saved view as its page lists it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="Query">The list as a query string.</param>
/// <param name="OwnerName">Who saved it.</param>
/// <param name="IsOwn">The person did.</param>
/// <param name="Sharing">Who else sees it.</param>
/// <param name="UnitName">The unit it is shared with.</param>
/// <param name="IsHidden">Left out of the person's menu.</param>
/// <param name="MayChange">Whether the person may change it.</param>
public sealed record ViewRow(Guid Id, string Name, string Query, string OwnerName, bool IsOwn, ViewSharing Sharing, string? UnitName, bool IsHidden, bool MayChange);

/// <summary>A view that can be brought back.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="DeletedAt">When, UTC.</param>
public sealed record DeletedView(Guid Id, string Name, DateTimeOffset DeletedAt);

/// <summary>All views of a person.</summary>
/// <param name="Views">In the order of the menu.</param>
/// <param name="Deleted">Own ones deleted lately, the last first.</param>
public sealed record ViewList(IReadOnlyList<ViewRow> Views, IReadOnlyList<DeletedView> Deleted);

/// <summary>Lists what a person finds in the menu, and what they left out.</summary>
public sealed class ListViewsHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>The views.</summary>
    public async Task<ViewList> HandleAsync(CancellationToken cancellationToken)
    {
        var me = user.EmployeeId ?? Guid.Empty;
        var views = await db.Set<SavedView>().AsNoTracking().VisibleTo(user).Select(v => new
        {
            View = v,
            Unit = db.Set<OrgUnit>().Where(u => u.Id == v.UnitId).Select(u => u.Name).FirstOrDefault(),
            Place = db.Set<ViewPlace>().Where(p => p.EmployeeId == me && p.ViewId == v.Id).Select(p => (int?)p.Position).FirstOrDefault(),
            IsHidden = db.Set<ViewPlace>().Any(p => p.EmployeeId == me && p.ViewId == v.Id && p.IsHidden),
        }).ToListAsync(cancellationToken);
        var since = time.GetUtcNow() - SavedView.UndoTime;
        var deleted = await db.Set<SavedView>().AsNoTracking().Where(v => v.OwnerId == me && v.DeletedAt > since).OrderByDescending(v => v.DeletedAt)
            .Select(v => new DeletedView(v.Id, v.Name, v.DeletedAt!.Value)).ToListAsync(cancellationToken);
        return new ViewList(
            [.. views.OrderBy(v => v.Place ?? int.MaxValue).ThenBy(v => v.View.CreatedAt).ThenBy(v => v.View.Id).Select(v => new ViewRow(
                v.View.Id, v.View.Name, v.View.Query, v.View.OwnerName, v.View.OwnerId == me, v.View.Sharing, v.Unit, v.IsHidden,
                user.MayChange(v.View.OwnerId, v.View.Sharing, v.View.UnitId)))],
            deleted);
    }
}
