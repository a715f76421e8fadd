using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases;

/// <summary>Named views of the work list.</summary>
public enum CaseView
{
    /// <summary>Open cases I answer for.</summary>
    Mine,

    /// <summary>Open cases of my unit, or of the units I head.</summary>
    Unit,

    /// <summary>Due today.</summary>
    Today,

    /// <summary>Past their date.</summary>
    Overdue,

    /// <summary>A date was promised.</summary>
    Promises,

    /// <summary>Nobody answers for them.</summary>
    Unassigned,

    /// <summary>A letter could not be sent.</summary>
    Failed,

    /// <summary>All I may see.</summary>
    All,
}

/// <summary>Which cases the list shows. Everything stands in the address, so a view can be bookmarked and sent to a colleague.</summary>
public sealed record ListCases
{
    /// <summary>The view.</summary>
    public CaseView View { get; init; } = CaseView.Mine;

    /// <summary>Only this unit.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Only this person's.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>Only this kind.</summary>
    public CaseKind? Kind { get; init; }

    /// <summary>Only this channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Words in the number, or in the subject of cases the person may read; case does not matter.</summary>
    public string? Text { get; init; }

    /// <summary>Closed cases instead of open ones.</summary>
    public bool Closed { get; init; }

    /// <summary>Where the page before ended; null is the first page.</summary>
    public CaseCursor? After { get; init; }
}

/// <summary>The last row of a page.</summary>
/// <param name="DueSort">Its due date, or the last day of the calendar.</param>
/// <param name="Id">Its key.</param>
public sealed record CaseCursor(DateOnly DueSort, Guid Id);

/// <summary>Rows of the list are grouped by how near they are due.</summary>
public enum DueGroup
{
    /// <summary>Past their date.</summary>
    Overdue,

    /// <summary>Due today.</summary>
    Today,

    /// <summary>Due in the next two working days.</summary>
    Soon,

    /// <summary>Due later.</summary>
    Later,

    /// <summary>Nothing is owed at the moment.</summary>
    NoTerm,
}

/// <summary>One case in the list.</summary>
public sealed record CaseRow
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Number.</summary>
    public required string Number { get; init; }

    /// <summary>Subject; null when the person may see the head only.</summary>
    public required string? Subject { get; init; }

    /// <summary>Kind.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>Channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>State.</summary>
    public required CaseState State { get; init; }

    /// <summary>Topic in Latvian.</summary>
    public required string? Topic { get; init; }

    /// <summary>The client's name; null when there is none or this person may not know it.</summary>
    public required string? ClientName { get; init; }

    /// <summary>A name exists but is kept from this person.</summary>
    public required bool ClientIsHidden { get; init; }

    /// <summary>Unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>Who answers, or null.</summary>
    public required string? AssigneeName { get; init; }

    /// <summary>Local receipt day.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>When it was closed.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Earliest due date.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Layer of that clock.</summary>
    public required Layer? DueLayer { get; init; }

    /// <summary>Rule of that clock.</summary>
    public required string? RuleId { get; init; }

    /// <summary>A colleague asks.</summary>
    public required bool IsInternal { get; init; }

    /// <summary>How long that clock's rule gives; null for a date somebody promised.</summary>
    public Term? Term { get; init; }

    /// <summary>A letter could not be sent.</summary>
    public required bool HasFailedMessage { get; init; }

    /// <summary>For the cursor.</summary>
    public required DateOnly DueSort { get; init; }

    /// <summary>Badge of the earliest clock.</summary>
    public DueBadge? Badge { get; init; }

    /// <summary>Group.</summary>
    public DueGroup Group { get; init; }
}

/// <summary>A page of the list.</summary>
/// <param name="Rows">The rows, the earliest date first; closed ones newest first.</param>
/// <param name="Total">How many match in all.</param>
/// <param name="Groups">How many of them fall into each group.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="Today">Local date.</param>
/// <param name="NextDue">When the view is empty: the nearest date in everything the person sees, so that an empty list says what comes; else null.</param>
public sealed record CasePage(
    IReadOnlyList<CaseRow> Rows, int Total, IReadOnlyDictionary<DueGroup, int> Groups, CaseCursor? Next, DateOnly Today, DateOnly? NextDue);

/// <summary>Lists cases: one query for the rows, one for the counts, whatever the size of the register.</summary>
public sealed class ListCasesHandler(IServiceDeskDb db, CalendarProvider calendars, StandardProvider standards, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>One page.</summary>
    public async Task<CasePage> HandleAsync(ListCases query, CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        var calendar = await calendars.GetAsync(cancellationToken);
        var rules = await standards.TableAsync(cancellationToken);
        var soon = calendar.AddWorkingDays(today, 2);
        var matching = Filter(query, today);

        var counts = await matching.GroupBy(_ => 1).Select(g => new
        {
            Total = g.Count(),
            Overdue = g.Count(c => c.DueSort < today),
            Today = g.Count(c => c.DueSort == today),
            Soon = g.Count(c => c.DueSort > today && c.DueSort <= soon),
            NoTerm = g.Count(c => c.DueSort == DateOnly.MaxValue),
        }).SingleOrDefaultAsync(cancellationToken);

        var rows = await Page(matching, query).Take(PageSize + 1).Select(Row(db, db.Set<Case>().ReadableBy(user))).ToListAsync(cancellationToken);
        var shown = rows.Take(PageSize).Select(r => Finish(r, today, soon, calendar, rules)).ToList();
        var next = rows.Count > PageSize ? new CaseCursor(shown[^1].DueSort, shown[^1].Id) : null;
        var groups = new Dictionary<DueGroup, int>
        {
            [DueGroup.Overdue] = counts?.Overdue ?? 0,
            [DueGroup.Today] = counts?.Today ?? 0,
            [DueGroup.Soon] = counts?.Soon ?? 0,
            [DueGroup.NoTerm] = counts?.NoTerm ?? 0,
        };
        groups[DueGroup.Later] = (counts?.Total ?? 0) - groups.Values.Sum();
        var nextDue = shown.Count > 0 ? null : await NextDueAsync(today, cancellationToken);
        return new CasePage(shown, counts?.Total ?? 0, groups, next, today, nextDue);
    }

    private Task<DateOnly?> NextDueAsync(DateOnly today, CancellationToken cancellationToken) =>
        db.Set<Case>().AsNoTracking().HeadsVisibleTo(user).Where(c => c.State != CaseState.Closed && c.DueSort >= today && c.NextDueOn != null)
            .MinAsync(c => c.NextDueOn, cancellationToken);

    private IQueryable<Case> Filter(ListCases query, DateOnly today)
    {
        var cases = db.Set<Case>().AsNoTracking().HeadsVisibleTo(user).InView(query.View, user, today);
        cases = query.Closed ? cases.Where(c => c.State == CaseState.Closed) : cases.Where(c => c.State != CaseState.Closed);
        if (query.UnitId is { } unit)
            cases = cases.Where(c => c.UnitId == unit);
        if (query.AssigneeId is { } person)
            cases = cases.Where(c => c.AssigneeId == person);
        if (query.Kind is { } kind)
            cases = cases.Where(c => c.Kind == kind);
        if (query.Channel is { } channel)
            cases = cases.Where(c => c.Channel == channel);
        var readable = db.Set<Case>().ReadableBy(user);
        foreach (var word in (query.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(6))
        {
            var low = word.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // becomes LOWER and LIKE in SQL; no culture of this machine is asked
            cases = cases.Where(c => c.Number.ToLower().Contains(low) || (c.OldNumber != null && c.OldNumber.ToLower().Contains(low)) || readable.Any(r => r.Id == c.Id && r.Subject.ToLower().Contains(low)));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return cases;
    }

    private IQueryable<Case> Page(IQueryable<Case> cases, ListCases query)
    {
        if (query.Closed)
        {
            // Keys are not in order of time on every engine, so the instant decides and the key only parts equals.
            if (query.After is { } last)
            {
                var closed = db.Set<Case>().Where(c => c.Id == last.Id).Select(c => c.ClosedAt);
                cases = cases.Where(c => c.ClosedAt < closed.First() || (c.ClosedAt == closed.First() && c.Id.CompareTo(last.Id) < 0));
            }

            return cases.OrderByDescending(c => c.ClosedAt).ThenByDescending(c => c.Id);
        }

        if (query.After is { } after)
            cases = cases.Where(c => c.DueSort > after.DueSort || (c.DueSort == after.DueSort && c.Id.CompareTo(after.Id) > 0));
        return cases.OrderBy(c => c.DueSort).ThenBy(c => c.Id);
    }

    private static Expression<Func<Case, RawRow>> Row(IServiceDeskDb db, IQueryable<Case> readable) => c => new RawRow(
        new CaseRow
        {
            Id = c.Id,
            Number = c.Number,
            Subject = c.Subject,
            Kind = c.Kind,
            Channel = c.Channel,
            State = c.State,
            Topic = db.Set<Topic>().Where(t => t.Id == c.TopicId).Select(t => t.NameLv).FirstOrDefault(),
            ClientName = c.Contact.Name,
            ClientIsHidden = false,
            UnitName = db.Set<OrgUnit>().Where(u => u.Id == c.UnitId).Select(u => u.Name).First(),
            AssigneeName = db.Set<Employee>().Where(e => e.Id == c.AssigneeId).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
            ReceivedOn = c.ReceivedOn,
            ClosedAt = c.ClosedAt,
            DueOn = c.NextDueOn,
            DueLayer = c.NextDueLayer,
            RuleId = c.NextRuleId,
            IsInternal = c.Audience == Audience.Internal,
            HasFailedMessage = c.HasFailedMessage,
            DueSort = c.DueSort,
        },
        c.Contact.UnitMayKnow,
        readable.Any(r => r.Id == c.Id));

    private CaseRow Finish(RawRow raw, DateOnly today, DateOnly soon, WorkingCalendar calendar, RuleTable rules)
    {
        var row = raw.Row;
        var mayKnow = raw.MayRead && user.MayKnowClient(raw.UnitMayKnow, row.IsInternal);
        return row with
        {
            Subject = raw.MayRead ? row.Subject : null,
            ClientName = mayKnow ? row.ClientName : null,
            ClientIsHidden = !mayKnow && row.ClientName is not null,
            Term = row.RuleId is { } rule ? rules.On(standards.ActiveId, row.ReceivedOn)?.Find(rule, row.ReceivedOn)?.Term : null,
            Badge = row.DueOn is { } due ? Badges.Of(due, row.DueLayer!.Value, today, calendar) : null,
            Group = row.DueOn switch
            {
                null => DueGroup.NoTerm,
                { } d when d < today => DueGroup.Overdue,
                { } d when d == today => DueGroup.Today,
                { } d when d <= soon => DueGroup.Soon,
                _ => DueGroup.Later,
            },
        };
    }

    private sealed record RawRow(CaseRow Row, bool UnitMayKnow, bool MayRead);
}

/// <summary>The views of the work list as conditions, shared by the list and the menu's counts.</summary>
public static class CaseViews
{
    /// <summary>Narrows cases to a view.</summary>
    public static IQueryable<Case> InView(this IQueryable<Case> cases, CaseView view, ICurrentUser user, DateOnly today)
    {
        var me = user.EmployeeId;
        var units = UnitsOf(user);
        return view switch
        {
            CaseView.Mine => cases.Where(c => c.AssigneeId == me),
            CaseView.Unit => cases.Where(c => units.Contains(c.UnitId)),
            CaseView.Today => cases.Where(c => c.DueSort == today),
            CaseView.Overdue => cases.Where(c => c.DueSort < today),
            CaseView.Promises => cases.Where(c => c.NextDueLayer == Layer.PersonalPromise),
            CaseView.Unassigned => cases.Where(c => c.AssigneeId == null),
            CaseView.Failed => cases.Where(c => c.HasFailedMessage),
            CaseView.All => cases,
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
        };
    }

    /// <summary>The own unit and the units headed.</summary>
    public static Guid[] UnitsOf(ICurrentUser user) => [.. user.HeadedUnitIds, .. user.UnitId is { } own ? new[] { own } : []];
}
