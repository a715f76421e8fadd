using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Desk;

/// <summary>The numbers in the desk's menu.</summary>
public sealed record DeskMenuCounts(int Mine, int Unit, int Today, int Overdue, int Promises, int Unassigned, int Failed, int Notices)
{
    /// <summary>No numbers.</summary>
    public static DeskMenuCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);
}

/// <summary>Counts open cases per view in one query, and unread notices in another.</summary>
public sealed class CountDeskMenuHandler(IServiceDeskDb db, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>The counts for the signed-in person.</summary>
    public async Task<DeskMenuCounts> HandleAsync(CancellationToken cancellationToken)
    {
        if (user.EmployeeId is not { } me || !user.May(Permission.UseDesk))
            return DeskMenuCounts.None;
        var today = local.DateOf(time.GetUtcNow());
        var units = CaseViews.UnitsOf(user);
        var counts = await db.Set<Case>().AsNoTracking().HeadsVisibleTo(user).Where(c => c.State != CaseState.Closed).GroupBy(_ => 1).Select(g => new
        {
            Mine = g.Count(c => c.AssigneeId == me),
            Unit = g.Count(c => units.Contains(c.UnitId)),
            Today = g.Count(c => c.DueSort == today),
            Overdue = g.Count(c => c.DueSort < today),
            Promises = g.Count(c => c.NextDueLayer == Layer.PersonalPromise),
            Unassigned = g.Count(c => c.AssigneeId == null),
            Failed = g.Count(c => c.HasFailedMessage),
        }).SingleOrDefaultAsync(cancellationToken);
        var notices = await db.Set<Notice>().CountAsync(n => n.EmployeeId == me && n.ReadAt == null, cancellationToken);
        return counts is null
            ? DeskMenuCounts.None with { Notices = notices }
            : new DeskMenuCounts(counts.Mine, counts.Unit, counts.Today, counts.Overdue, counts.Promises, counts.Unassigned, counts.Failed, notices);
    }
}
