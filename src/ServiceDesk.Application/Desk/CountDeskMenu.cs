using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Desk.Views;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Desk;

/// <summary>A saved view in the menu.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="Query">The list as a query string.</param>
/// <param name="MayChange">Whether the person may change it.</param>
/// <param name="IsShown">Whether it stands in the menu; the person may have left it out.</param>
/// <param name="Count">Open cases in it, counted up to <see cref="CountDeskMenuHandler.MostCounted"/>; null for what is not in the menu and for closed cases, where nothing waits.</param>
public sealed record MenuView(Guid Id, string Name, string Query, bool MayChange, bool IsShown, int? Count);

/// <summary>The numbers in the desk's menu, and what else every page of the desk needs to know about the person.</summary>
public sealed record DeskMenuCounts(int Mine, int Unit, int Today, int Overdue, int Promises, int Unassigned, int Waiting, int Offered, int Failed, int Notices)
{
    /// <summary>Letters and notes begun and not sent.</summary>
    public int Drafts { get; init; }

    /// <summary>Drafts of documents that wait for the person's answer.</summary>
    public int Routes { get; init; }

    /// <summary>No numbers.</summary>
    public static DeskMenuCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Saved views, in the person's order.</summary>
    public IReadOnlyList<MenuView> Views { get; init; } = [];

    /// <summary>The person has switched single keys off.</summary>
    public bool SingleKeysOff { get; init; }

    /// <summary>A step on many cases that the person began and did not see through.</summary>
    public Guid? UnfinishedRun { get; init; }
}

/// <summary>Counts open cases per view in one query, the saved views in another, and reads unread notices and the rest in a third.</summary>
public sealed class CountDeskMenuHandler(IServiceDeskDb db, CaseLists lists, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Counting of a saved view stops here: more is shown as „99+”.</summary>
    public const int MostCounted = 100;

    /// <summary>Saved views in the menu; more stand on their own page.</summary>
    public const int MostViews = 15;

    /// <summary>The counts for the signed-in person.</summary>
    public async Task<DeskMenuCounts> HandleAsync(CancellationToken cancellationToken)
    {
        if (user.EmployeeId is not { } me)
            return DeskMenuCounts.None;
        if (!user.May(Permission.UseDesk))
            return DeskMenuCounts.None with { Notices = await db.Set<Notice>().CountAsync(n => n.EmployeeId == me && n.ReadAt == null, cancellationToken) };
        var today = local.DateOf(time.GetUtcNow());
        var units = CaseViews.UnitsOf(user);
        // As in CaseAccess.OfferedTo, written out because a count of a group takes no subquery on every engine.
        Guid[] mine = user.May(Permission.HaveCases) ? user.May(Permission.ReadUnitCases) ? units : [user.UnitId ?? Guid.Empty] : [];
        var counts = await db.Set<Case>().AsNoTracking().HeadsVisibleTo(user).Where(c => c.State != CaseState.Closed).GroupBy(_ => 1).Select(g => new
        {
            Mine = g.Count(c => c.AssigneeId == me),
            Unit = g.Count(c => units.Contains(c.UnitId)),
            Today = g.Count(c => c.DueSort == today),
            Overdue = g.Count(c => c.DueSort < today),
            Promises = g.Count(c => c.NextDueLayer == Layer.PersonalPromise),
            Unassigned = g.Count(c => c.AssigneeId == null),
            Waiting = g.Count(c => c.State == CaseState.Waiting),
            Offered = g.Count(c => c.OfferedToId == me || (c.OfferedToId == null && c.OfferedUnitId != null && mine.Contains(c.OfferedUnitId.Value))),
            Failed = g.Count(c => c.HasFailedMessage),
        }).SingleOrDefaultAsync(cancellationToken);
        // One row for each view, or a single one without: what is said of the person stands in all of them.
        var routes = db.Set<RouteStep>().WaitingForAnswer(user, db.Set<DocumentRoute>(), db.Set<Document>());
        var own = await db.Set<Employee>().AsNoTracking().Where(e => e.Id == me)
            .SelectMany(_ => db.Set<SavedView>().VisibleTo(user).DefaultIfEmpty(), (_, v) => new
            {
                Notices = db.Set<Notice>().Count(n => n.EmployeeId == me && n.ReadAt == null),
                Drafts = db.Set<Draft>().Count(d => d.AuthorId == me && d.DiscardedAt == null),
                Routes = routes.Select(r => r.DocumentId).Distinct().Count(),
                SingleKeysOff = db.Set<DeskSettings>().Any(s => s.EmployeeId == me && s.SingleKeysOff),
                Run = db.Set<BulkRun>().Where(r => r.EmployeeId == me && r.FinishedAt == null).OrderByDescending(r => r.StartedAt).Select(r => (Guid?)r.Id).FirstOrDefault(),
                View = v,
                Place = db.Set<ViewPlace>().Where(p => p.EmployeeId == me && p.ViewId == v!.Id).Select(p => (int?)p.Position).FirstOrDefault(),
                IsHidden = db.Set<ViewPlace>().Any(p => p.EmployeeId == me && p.ViewId == v!.Id && p.IsHidden),
            }).ToListAsync(cancellationToken);
        if (own.Count == 0)
            return DeskMenuCounts.None;

        var views = own.Where(o => o.View is not null).OrderBy(o => o.Place ?? int.MaxValue).ThenBy(o => o.View!.CreatedAt).ThenBy(o => o.View!.Id)
            .Select(o => (View: o.View!, o.IsHidden)).ToList();
        var shown = views.Where(v => !v.IsHidden).Take(MostViews).Select(v => v.View.Id).ToHashSet();
        var found = await CountAsync([.. views.Where(v => shown.Contains(v.View.Id)).Select(v => (v.View.Id, CaseListAddress.Read(v.View.Query)))], cancellationToken);
        return (counts is null
            ? DeskMenuCounts.None
            : new DeskMenuCounts(counts.Mine, counts.Unit, counts.Today, counts.Overdue, counts.Promises, counts.Unassigned, counts.Waiting, counts.Offered, counts.Failed, 0)) with
        {
            Notices = own[0].Notices,
            Drafts = own[0].Drafts,
            Routes = own[0].Routes,
            SingleKeysOff = own[0].SingleKeysOff,
            UnfinishedRun = own[0].Run,
            Views = [.. views.Select(v => v.View).Select(v => new MenuView(
                v.Id, v.Name, v.Query, user.MayChange(v.OwnerId, v.Sharing, v.UnitId), shown.Contains(v.Id), found.TryGetValue(v.Id, out var number) ? number : null))],
        };
    }

    /// <summary>Counts all views of open cases by one command that reads at most <see cref="MostCounted"/> cases of each.</summary>
    private async Task<Dictionary<Guid, int>> CountAsync(IReadOnlyList<(Guid Id, ListCases List)> views, CancellationToken cancellationToken)
    {
        var open = views.Where(v => !v.List.Closed && !v.List.States.Contains(CaseState.Closed)).ToList();
        var found = open.ToDictionary(v => v.Id, _ => 0);
        if (open.Count == 0)
            return found;
        var all = open.Select((view, place) => Hits(view.List, place)).Aggregate((one, other) => one.Concat(other));
        foreach (var count in await all.GroupBy(h => h.Place).Select(g => new { Place = g.Key, Cases = g.Count() }).ToListAsync(cancellationToken))
            found[open[count.Place].Id] = count.Cases;
        return found;
    }

    /// <summary>In the order that indexes have, so that the database may stop early. The place is reckoned from a column because a bare value would not be carried into the command.</summary>
    private IQueryable<Hit> Hits(ListCases list, int place) =>
        lists.OrderOf(list with { Sort = CaseSort.Due, Reversed = false }).Page(lists.Matching(list), null).Take(MostCounted).Select(c => new Hit { Place = (c.Sequence * 0) + place });

    private sealed class Hit
    {
        public int Place { get; init; }
    }
}
