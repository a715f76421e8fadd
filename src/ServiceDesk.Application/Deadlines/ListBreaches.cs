using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Deadlines;

/// <summary>The breaches behind a number of the report.</summary>
public sealed record ListBreaches
{
    /// <summary>First due date.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last due date, included.</summary>
    public DateOnly To { get; init; }

    /// <summary>Only this unit.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Only those explained with this cause.</summary>
    public BreachCause? Cause { get; init; }

    /// <summary>Only breaches of this rule.</summary>
    public string? RuleId { get; init; }

    /// <summary>Only of cases that came in this way.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Only breaches of the law's terms, or only of promises.</summary>
    public bool? Statute { get; init; }

    /// <summary>Only those owed an explanation, or only those not.</summary>
    public bool? Unexplained { get; init; }

    /// <summary>Only those whose explanation has not been accepted yet.</summary>
    public bool Open { get; init; }

    /// <summary>Only those the signed-in person has to explain or review.</summary>
    public bool ForMe { get; init; }

    /// <summary>The last row of the page before.</summary>
    public BreachKey? After { get; init; }
}

/// <summary>Where a page ends.</summary>
/// <param name="DueOn">Due date of the last row.</param>
/// <param name="Id">Its key.</param>
public sealed record BreachKey(DateOnly DueOn, Guid Id);

/// <summary>One breach in a list.</summary>
public sealed record BreachRow(
    Guid Id, Guid CaseId, string Number, string? Subject, string UnitName, string? OwnerName, Layer Layer, string RuleId, string Clause, Channel Channel,
    DateTimeOffset ReceivedAt, DateOnly DueOn, DateTimeOffset? SettledAt, BreachState State, BreachCause? Cause, int WorkingDaysLate, bool MayExplain, bool MayReview);

/// <summary>A page of breaches.</summary>
/// <param name="Rows">The latest due date first.</param>
/// <param name="Total">How many in all.</param>
/// <param name="Next">Key for the next page; null at the end.</param>
public sealed record BreachPage(IReadOnlyList<BreachRow> Rows, int Total, BreachKey? Next);

/// <summary>One breach with everything said about it.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="Version">For the check at saving.</param>
/// <param name="Explanation">The explanation, if any.</param>
/// <param name="ExplainedBy">Who explained.</param>
/// <param name="ExplainedAt">When.</param>
/// <param name="Remark">The head's remark, when returned.</param>
/// <param name="ReviewedBy">Who accepted or returned.</param>
/// <param name="ReviewedAt">When.</param>
/// <param name="MayOpenCase">Whether the person may read the case.</param>
public sealed record BreachDetails(
    BreachRow Row, int Version, string? Explanation, string? ExplainedBy, DateTimeOffset? ExplainedAt, string? Remark, string? ReviewedBy, DateTimeOffset? ReviewedAt, bool MayOpenCase);

/// <summary>Lists breaches and shows one.</summary>
public sealed class ListBreachesHandler(IServiceDeskDb db, CalendarProvider calendars, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>One page.</summary>
    public async Task<BreachPage> HandleAsync(ListBreaches query, CancellationToken cancellationToken)
    {
        var total = await Filter(query).CountAsync(cancellationToken);
        var (rows, next) = await PortionAsync(query, PageSize, cancellationToken);
        return new BreachPage(rows, total, next);
    }

    /// <summary>The next rows after <see cref="ListBreaches.After"/>, at most <paramref name="size"/>, and the key to go on with; null at the end.</summary>
    public async Task<(IReadOnlyList<BreachRow> Rows, BreachKey? Next)> PortionAsync(ListBreaches query, int size, CancellationToken cancellationToken)
    {
        var matching = Filter(query);
        if (query.After is { } after)
            matching = matching.Where(b => b.DueOn < after.DueOn || (b.DueOn == after.DueOn && b.Id.CompareTo(after.Id) < 0));
        var raw = await Rows(matching.OrderByDescending(b => b.DueOn).ThenByDescending(b => b.Id).Take(size + 1)).ToListAsync(cancellationToken);
        var calendar = await calendars.GetAsync(cancellationToken);
        // In the order of the database: engines and .NET compare keys differently.
        var rows = raw.Take(size).Select(r => Row(r, calendar)).ToList();
        return (rows, raw.Count > size ? new BreachKey(rows[^1].DueOn, rows[^1].Id) : null);
    }

    /// <summary>One breach; null when it does not exist or is not for this person.</summary>
    public async Task<BreachDetails?> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        var raw = await Rows(db.Set<Breach>().AsNoTracking().VisibleTo(user, db).Where(b => b.Id == id)).SingleOrDefaultAsync(cancellationToken);
        if (raw is null)
            return null;
        var b = raw.Breach;
        var names = await db.Set<Employee>().Where(e => e.Id == b.ExplainedById || e.Id == b.ReviewedById)
            .ToDictionaryAsync(e => e.Id, e => e.Name + " " + e.Surname, cancellationToken);
        return new BreachDetails(Row(raw, await calendars.GetAsync(cancellationToken)), b.Version, b.Explanation, Name(names, b.ExplainedById), b.ExplainedAt,
            b.Remark, Name(names, b.ReviewedById), b.ReviewedAt, raw.MayRead);
    }

    private static string? Name(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;

    private IQueryable<Breach> Filter(ListBreaches query)
    {
        var breaches = db.Set<Breach>().AsNoTracking().VisibleTo(user, db).Where(b => b.DueOn >= query.From && b.DueOn <= query.To);
        if (query.UnitId is { } unit)
            breaches = breaches.Where(b => b.UnitId == unit);
        if (query.Cause is { } cause)
            breaches = breaches.Where(b => b.Cause == cause && b.State != BreachState.AwaitingExplanation && b.State != BreachState.Returned);
        if (query.RuleId is { } rule)
            breaches = breaches.Where(b => b.RuleId == rule);
        if (query.Channel is { } channel)
            breaches = breaches.Where(b => b.Channel == channel);
        if (query.Statute is { } statute)
            breaches = breaches.Where(b => statute == (b.Layer == Layer.Statute));
        if (query.Unexplained is { } owed)
            breaches = breaches.Where(b => owed == (b.State == BreachState.AwaitingExplanation || b.State == BreachState.Returned));
        if (query.Open)
            breaches = breaches.Where(b => b.State != BreachState.Accepted);
        if (query.ForMe)
        {
            var me = user.EmployeeId;
            var headed = user.May(Permission.ReviewBreaches) ? user.HeadedUnitIds.ToArray() : [];
            breaches = breaches.Where(b =>
                ((b.State == BreachState.AwaitingExplanation || b.State == BreachState.Returned) && (b.OwnerId == me || (headed.Contains(b.UnitId) && !db.Set<Employee>().Any(e => e.Id == b.OwnerId && e.IsActive))))
                || (b.State == BreachState.Explained && headed.Contains(b.UnitId) && b.ExplainedById != me));
        }

        return breaches;
    }

    private IQueryable<RawBreach> Rows(IQueryable<Breach> breaches)
    {
        var readable = db.Set<Case>().ReadableBy(user);
        return breaches.Select(b => new RawBreach(
            b,
            db.Set<Case>().Where(c => c.Id == b.CaseId).Select(c => c.Number).First(),
            db.Set<Case>().Where(c => c.Id == b.CaseId).Select(c => c.Subject).First(),
            db.Set<Case>().Where(c => c.Id == b.CaseId).Select(c => c.ReceivedAt).First(),
            readable.Any(c => c.Id == b.CaseId),
            db.Set<OrgUnit>().Where(u => u.Id == b.UnitId).Select(u => u.Name).First(),
            db.Set<Employee>().Where(e => e.Id == b.OwnerId).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
            db.Set<Employee>().Any(e => e.Id == b.OwnerId && e.IsActive)));
    }

    private BreachRow Row(RawBreach raw, WorkingCalendar calendar)
    {
        var b = raw.Breach;
        var until = local.DateOf(b.SettledAt ?? time.GetUtcNow());
        var late = until > b.DueOn ? Math.Max(1, calendar.WorkingDaysBetween(b.DueOn, until)) : 1;
        return new BreachRow(b.Id, b.CaseId, raw.Number, raw.MayRead ? raw.Subject : null, raw.Unit, raw.Owner, b.Layer, b.RuleId, b.Clause, b.Channel,
            raw.ReceivedAt, b.DueOn, b.SettledAt, b.State, b.Cause, late,
            b.State is BreachState.AwaitingExplanation or BreachState.Returned && user.MayExplain(b, raw.OwnerIsHere),
            b.State == BreachState.Explained && user.MayReview(b));
    }

    private sealed record RawBreach(Breach Breach, string Number, string Subject, DateTimeOffset ReceivedAt, bool MayRead, string Unit, string? Owner, bool OwnerIsHere);
}
