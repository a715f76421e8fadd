using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Quality;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Quality.Improvements;

/// <summary>Which tasks to look at.</summary>
public enum ImprovementView
{
    /// <summary>All on which work is owed.</summary>
    Open,

    /// <summary>Those I do.</summary>
    Mine,

    /// <summary>Those nobody has agreed to yet.</summary>
    Proposed,

    /// <summary>Those past their day.</summary>
    Overdue,

    /// <summary>Those done whose effect is still to be checked.</summary>
    ToCheck,

    /// <summary>Those that are over.</summary>
    Closed,

    /// <summary>All.</summary>
    All,
}

/// <summary>Which tasks to list.</summary>
/// <param name="View">Which.</param>
/// <param name="UnitId">Only of this unit.</param>
/// <param name="Origin">Only those that came of this.</param>
/// <param name="ThingId">Only those that came of this very thing.</param>
/// <param name="Words">Only those whose number or title holds this.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record ListImprovements(
    ImprovementView View = ImprovementView.Open, Guid? UnitId = null, ImprovementOrigin? Origin = null, Guid? ThingId = null, string? Words = null, int Page = 1);

/// <summary>A task in the list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Number.</param>
/// <param name="Title">What it is about.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Unit">Whose matter.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="Origin">What showed the need.</param>
/// <param name="Badge">The day that counts now; null when none does.</param>
/// <param name="IsRestricted">Not for everybody of the unit.</param>
/// <param name="IsPublic">The public is told of it.</param>
public sealed record ImprovementRow(
    Guid Id, string Number, string Title, ImprovementState State, string Unit, string? Owner, ImprovementOrigin Origin, DueBadge? Badge, bool IsRestricted, bool IsPublic);

/// <summary>A page of tasks.</summary>
/// <param name="Rows">Those nearest to their day first.</param>
/// <param name="Total">How many fit.</param>
/// <param name="Units">Units to choose from.</param>
public sealed record ImprovementPage(IReadOnlyList<ImprovementRow> Rows, int Total, IReadOnlyList<Choice> Units);

/// <summary>Lists the improvement tasks a person sees.</summary>
public sealed class ListImprovementsHandler(IServiceDeskDb db, CalendarProvider calendars, CaseChoicesHandler choices, QualityDesk desk, ICurrentUser user)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 40;

    private static readonly ImprovementState[] Open = [ImprovementState.Proposed, ImprovementState.Agreed, ImprovementState.Running];

    /// <summary>One page.</summary>
    public async Task<ImprovementPage> HandleAsync(ListImprovements query, CancellationToken cancellationToken)
    {
        desk.Demand(Permission.SeeImprovements);
        var (today, calendar) = (desk.Today, await calendars.GetAsync(cancellationToken));
        var found = Matching(query, today);
        var total = await found.CountAsync(cancellationToken);
        var rows = await found.OrderBy(i => Open.Contains(i.State) ? 0 : i.State == ImprovementState.Done ? 1 : 2)
            .ThenBy(i => i.DueOn == null ? 1 : 0).ThenBy(i => i.State == ImprovementState.Done ? i.CheckOn : i.DueOn).ThenByDescending(i => i.RegisterYear).ThenByDescending(i => i.Sequence)
            .Skip((Math.Max(query.Page, 1) - 1) * PageSize).Take(PageSize)
            .Select(i => new
            {
                i.Id,
                i.Number,
                i.Plan.Title,
                i.State,
                i.DueOn,
                i.CheckOn,
                i.Source.Origin,
                i.IsRestricted,
                IsPublic = i.Public.IsShown,
                Unit = db.Set<OrgUnit>().Where(u => u.Id == i.UnitId).Select(u => u.Name).FirstOrDefault(),
                Owner = db.Set<Employee>().Where(e => e.Id == i.OwnerId).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return new ImprovementPage(
            [.. rows.Select(i => new ImprovementRow(i.Id, i.Number, i.Title, i.State, i.Unit ?? "", i.Owner, i.Origin, Badge(i.State, i.DueOn, i.CheckOn, today, calendar), i.IsRestricted, i.IsPublic))],
            total, await choices.UnitsAsync(cancellationToken));
    }

    /// <summary>The day that counts: of the work while it is owed, of the check once it is done.</summary>
    public static DueBadge? Badge(ImprovementState state, DateOnly? dueOn, DateOnly? checkOn, DateOnly today, WorkingCalendar calendar) => state switch
    {
        ImprovementState.Agreed or ImprovementState.Running when dueOn is { } due => Badges.Of(due, Layer.Service, today, calendar),
        ImprovementState.Done when checkOn is { } check => Badges.Of(check, Layer.Service, today, calendar),
        _ => null,
    };

    private IQueryable<Improvement> Matching(ListImprovements query, DateOnly today)
    {
        var found = db.Set<Improvement>().AsNoTracking().VisibleTo(user, db.Set<Case>());
        var me = user.EmployeeId;
        found = query.View switch
        {
            ImprovementView.Open => found.Where(i => Open.Contains(i.State)),
            ImprovementView.Mine => found.Where(i => i.OwnerId == me && me != null && (Open.Contains(i.State) || i.State == ImprovementState.Done)),
            ImprovementView.Proposed => found.Where(i => i.State == ImprovementState.Proposed),
            ImprovementView.Overdue => found.Where(i => (i.State == ImprovementState.Agreed || i.State == ImprovementState.Running) && i.DueOn < today),
            ImprovementView.ToCheck => found.Where(i => i.State == ImprovementState.Done),
            ImprovementView.Closed => found.Where(i => i.ClosedOn != null),
            _ => found,
        };
        if (query.UnitId is { } unit)
            found = found.Where(i => i.UnitId == unit);
        if (query.Origin is { } origin)
            found = found.Where(i => i.Source.Origin == origin);
        if (query.ThingId is { } thing)
            found = found.Where(i => i.Source.ThingId == thing);
        if (query.Words?.Trim() is { Length: > 0 } words)
        {
            var lower = words.ToLowerInvariant();
#pragma warning disable CA1304, CA1307, CA1311, CA1862 // becomes LOWER and LIKE in SQL; no culture of this machine is asked
            found = found.Where(i => i.Number.ToLower().Contains(lower) || i.Plan.Title.ToLower().Contains(lower) || i.Plan.Title.Contains(words));
#pragma warning restore CA1304, CA1307, CA1311, CA1862
        }

        return found;
    }
}
