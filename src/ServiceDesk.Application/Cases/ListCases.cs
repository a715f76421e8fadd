using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

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

    /// <summary>We asked the client and wait.</summary>
    Waiting,

    /// <summary>Offered to me or my unit: accept or return.</summary>
    Offered,

    /// <summary>A letter could not be sent.</summary>
    Failed,

    /// <summary>All I may see.</summary>
    All,
}

/// <summary>Which dates the list shows.</summary>
public enum DueFilter
{
    /// <summary>Past their date.</summary>
    Late,

    /// <summary>Due today.</summary>
    Today,

    /// <summary>Due from today to the Sunday of this week.</summary>
    Week,

    /// <summary>Nothing is owed at the moment.</summary>
    None,
}

/// <summary>What the list is sorted by; each stands for a column.</summary>
public enum CaseSort
{
    /// <summary>Earliest date; in a list of closed cases the day of closing.</summary>
    Due,

    /// <summary>Year and sequence of registration.</summary>
    Number,

    /// <summary>Subject; who may not read a case does not learn from its place either.</summary>
    Subject,

    /// <summary>The client's name, where the person may know it.</summary>
    Client,

    /// <summary>Unit, in it by date.</summary>
    Unit,

    /// <summary>Receipt.</summary>
    Received,

    /// <summary>State in the order of work, in it by date.</summary>
    State,
}

/// <summary>Columns that may be left out. Date and subject always stand.</summary>
public enum CaseColumn
{
    /// <summary>Number.</summary>
    Number,

    /// <summary>Client.</summary>
    Client,

    /// <summary>Unit and assignee.</summary>
    Unit,

    /// <summary>Channel and day of receipt.</summary>
    Received,

    /// <summary>State.</summary>
    State,
}

/// <summary>Which cases the list shows and how. Everything stands in the address, so a view can be bookmarked, saved and sent to a colleague.</summary>
public sealed record ListCases
{
    /// <summary>The view.</summary>
    public CaseView View { get; init; } = CaseView.Mine;

    /// <summary>Only these units; empty for all, as with every list below.</summary>
    public IReadOnlyList<Guid> UnitIds { get; init; } = [];

    /// <summary>Only these persons'.</summary>
    public IReadOnlyList<Guid> AssigneeIds { get; init; } = [];

    /// <summary>Those nobody answers for, beside the ones of <see cref="AssigneeIds"/>.</summary>
    public bool Unassigned { get; init; }

    /// <summary>Only these kinds.</summary>
    public IReadOnlyList<CaseKind> Kinds { get; init; } = [];

    /// <summary>Only these states; empty leaves it to <see cref="Closed"/>.</summary>
    public IReadOnlyList<CaseState> States { get; init; } = [];

    /// <summary>Only these channels.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>Only these topics.</summary>
    public IReadOnlyList<Guid> TopicIds { get; init; } = [];

    /// <summary>Only dates of this kind.</summary>
    public DueFilter? Due { get; init; }

    /// <summary>Due on this day or later.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Due on this day or earlier.</summary>
    public DateOnly? DueTo { get; init; }

    /// <summary>Received on this local day or later.</summary>
    public DateOnly? ReceivedFrom { get; init; }

    /// <summary>Received on this local day or earlier.</summary>
    public DateOnly? ReceivedTo { get; init; }

    /// <summary>Only formal submissions, or only others.</summary>
    public bool? Formal { get; init; }

    /// <summary>Only cases on the card of this client, of those whose client the person may know.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>Words in the number, or in the subject of cases the person may read; case does not matter.</summary>
    public string? Text { get; init; }

    /// <summary>Closed cases instead of open ones.</summary>
    public bool Closed { get; init; }

    /// <summary>What it is sorted by.</summary>
    public CaseSort Sort { get; init; }

    /// <summary>Whether against the usual direction: the latest date, the highest number first. Closed cases stand newest first anyway.</summary>
    public bool Reversed { get; init; }

    /// <summary>Columns shown; all of them unless told otherwise.</summary>
    public IReadOnlyList<CaseColumn> Columns { get; init; } = Enum.GetValues<CaseColumn>();

    /// <summary>Where the page before ended; null is the first page.</summary>
    public CaseCursor? After { get; init; }

    /// <summary>Whether anything but the view narrows the list.</summary>
    public bool IsFiltered => UnitIds.Count > 0 || AssigneeIds.Count > 0 || Unassigned || Kinds.Count > 0 || States.Count > 0 || Channels.Count > 0 || TopicIds.Count > 0
        || Due is not null || DueFrom is not null || DueTo is not null || ReceivedFrom is not null || ReceivedTo is not null || Formal is not null || ClientId is not null || !string.IsNullOrWhiteSpace(Text);
}

/// <summary>The last row of a page: its values in the order of the list, as they were then, and its key.</summary>
/// <param name="First">What the list is sorted by.</param>
/// <param name="Second">What parts those equal in that; empty when nothing does but the key.</param>
/// <param name="Id">Its key.</param>
public sealed record CaseCursor(string First, string Second, Guid Id);

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

    /// <summary>Since when we wait for the client; null when we do not.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The day until which we wait.</summary>
    public DateOnly? WaitingUntilOn { get; init; }

    /// <summary>Working days waited so far.</summary>
    public int WaitedDays { get; init; }

    /// <summary>Offered to somebody who has not accepted yet.</summary>
    public bool IsOffered { get; init; }

    /// <summary>Offered to this person or the own unit.</summary>
    public bool AwaitsMe { get; init; }

    /// <summary>Reading is restricted.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>For the cursor.</summary>
    public required DateOnly DueSort { get; init; }

    /// <summary>For the cursor: when received, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>For the cursor: year of registration.</summary>
    public required int RegisterYear { get; init; }

    /// <summary>For the cursor: sequence in register and year.</summary>
    public required int Sequence { get; init; }

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
public sealed class ListCasesHandler(
    IServiceDeskDb db, CaseLists lists, CalendarProvider calendars, StandardProvider standards, ICurrentUser user, LocalTime local, TimeProvider time)
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
        var matching = lists.Matching(query);

        var counts = await CountAsync(query, matching, today, soon, cancellationToken);
        var order = lists.OrderOf(query);
        var rows = await order.Page(matching, query.After).Take(PageSize + 1).Select(lists.Row()).ToListAsync(cancellationToken);
        var shown = rows.Take(PageSize).Select(r => Finish(r, today, soon, calendar, rules)).ToList();
        var next = rows.Count > PageSize ? order.CursorOf(shown[^1]) : null;
        var nextDue = shown.Count > 0 ? null : await NextDueAsync(today, cancellationToken);
        return new CasePage(shown, counts.Values.Sum(), counts, next, today, nextDue);
    }

    /// <summary>How many fall into each group. Closed cases are counted only: nothing is owed in them.</summary>
    private static async Task<Dictionary<DueGroup, int>> CountAsync(ListCases query, IQueryable<Case> matching, DateOnly today, DateOnly soon, CancellationToken cancellationToken)
    {
        if (query.Closed)
            return new() { [DueGroup.NoTerm] = await matching.CountAsync(cancellationToken) };
        var counts = await matching.GroupBy(_ => 1).Select(g => new
        {
            Total = g.Count(),
            Overdue = g.Count(c => c.DueSort < today),
            Today = g.Count(c => c.DueSort == today),
            Soon = g.Count(c => c.DueSort > today && c.DueSort <= soon),
            NoTerm = g.Count(c => c.DueSort == DateOnly.MaxValue),
        }).SingleOrDefaultAsync(cancellationToken);
        var groups = new Dictionary<DueGroup, int>
        {
            [DueGroup.Overdue] = counts?.Overdue ?? 0,
            [DueGroup.Today] = counts?.Today ?? 0,
            [DueGroup.Soon] = counts?.Soon ?? 0,
            [DueGroup.NoTerm] = counts?.NoTerm ?? 0,
        };
        groups[DueGroup.Later] = (counts?.Total ?? 0) - groups.Values.Sum();
        return groups;
    }

    private Task<DateOnly?> NextDueAsync(DateOnly today, CancellationToken cancellationToken) =>
        db.Set<Case>().AsNoTracking().HeadsVisibleTo(user).Where(c => c.State != CaseState.Closed && c.DueSort >= today && c.NextDueOn != null)
            .MinAsync(c => c.NextDueOn, cancellationToken);

    private CaseRow Finish(RawCaseRow raw, DateOnly today, DateOnly soon, WorkingCalendar calendar, RuleTable rules)
    {
        var row = lists.WithoutSecrets(raw);
        return row with
        {
            WaitedDays = row.WaitingSince is { } since ? calendar.WorkingDaysBetween(local.DateOf(since), today) : 0,
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
            CaseView.Waiting => cases.Where(c => c.State == CaseState.Waiting),
            CaseView.Offered => cases.OfferedTo(user),
            CaseView.Failed => cases.Where(c => c.HasFailedMessage),
            CaseView.All => cases,
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
        };
    }

    /// <summary>The own unit and the units headed.</summary>
    public static Guid[] UnitsOf(ICurrentUser user) => [.. user.HeadedUnitIds, .. user.UnitId is { } own ? new[] { own } : []];
}
