using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Which breaches the report counts.</summary>
/// <param name="From">First due date, local.</param>
/// <param name="To">Last due date, local, included.</param>
/// <param name="UnitId">Only this unit.</param>
public sealed record ReportBreaches(DateOnly From, DateOnly To, Guid? UnitId = null);

/// <summary>A rate with what it is made of; null value when there is nothing to divide.</summary>
/// <param name="Count">How many of them.</param>
/// <param name="Of">Of how many.</param>
public sealed record Rate(int Count, int Of)
{
    /// <summary>Share from 0 to 1.</summary>
    public double? Value => Of == 0 ? null : (double)Count / Of;
}

/// <summary>One line of the heat table.</summary>
/// <param name="UnitId">Unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="ByMonth">Breaches of each month of the report.</param>
/// <param name="Total">Breaches in all.</param>
/// <param name="OnTime">On-time rate of service clocks.</param>
public sealed record UnitLine(Guid UnitId, string UnitName, IReadOnlyList<int> ByMonth, int Total, Rate OnTime);

/// <summary>One month of the bars.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Explained">Breaches explained or accepted.</param>
/// <param name="Unexplained">Breaches still owed an explanation.</param>
public sealed record MonthBar(DateOnly Month, int Explained, int Unexplained);

/// <summary>One cause.</summary>
/// <param name="Cause">Cause; null is "not explained yet".</param>
/// <param name="Count">Breaches.</param>
public sealed record CauseBar(BreachCause? Cause, int Count);

/// <summary>A unit to choose.</summary>
/// <param name="Id">Unit.</param>
/// <param name="Name">Its name.</param>
public sealed record UnitChoice(Guid Id, string Name);

/// <summary>The report of a period. Numbers count clocks whose due date lies in it.</summary>
public sealed record BreachReport
{
    /// <summary>(Met + MetByInterim) / (those + Breached), of service clocks.</summary>
    public required Rate OnTime { get; init; }

    /// <summary>The same rate in the period of equal length before.</summary>
    public required Rate OnTimeBefore { get; init; }

    /// <summary>Breached service and personal promises.</summary>
    public required int Breaches { get; init; }

    /// <summary>Of these, without an explanation.</summary>
    public required int Unexplained { get; init; }

    /// <summary>Service clocks met by an interim reply, of those decided.</summary>
    public required Rate Interim { get; init; }

    /// <summary>Kept / (Kept + Broken + Extended).</summary>
    public required Rate PromisesKept { get; init; }

    /// <summary>Broken promises.</summary>
    public required int PromisesBroken { get; init; }

    /// <summary>Breached statutory clocks, of those decided.</summary>
    public required Rate StatuteBreached { get; init; }

    /// <summary>Units the person may choose from, by name.</summary>
    public required IReadOnlyList<UnitChoice> UnitChoices { get; init; }

    /// <summary>Months of the period.</summary>
    public required IReadOnlyList<DateOnly> Months { get; init; }

    /// <summary>By unit and month.</summary>
    public required IReadOnlyList<UnitLine> Units { get; init; }

    /// <summary>By month.</summary>
    public required IReadOnlyList<MonthBar> Bars { get; init; }

    /// <summary>By cause, the most frequent first.</summary>
    public required IReadOnlyList<CauseBar> Causes { get; init; }
}

/// <summary>Computes the report for what the person may see. Three queries whatever the size of the register.</summary>
public sealed class ReportBreachesHandler(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>The report. A period longer than three years is refused, so that the page stays readable.</summary>
    public async Task<BreachReport> HandleAsync(ReportBreaches query, CancellationToken cancellationToken)
    {
        if (query.From > query.To)
            throw new Refusal("Deadlines.Refusal.PeriodBackwards");
        if (query.To.DayNumber - query.From.DayNumber > 3 * 366)
            throw new Refusal("Deadlines.Refusal.PeriodTooLong");

        var length = query.To.DayNumber - query.From.DayNumber + 1;
        var before = query.From.AddDays(-length);
        var clocks = await ClockCountsAsync(query with { From = before }, query.From, cancellationToken);
        // The law's terms are reported apart: one figure, never mixed into the promises' table, bars and causes.
        var breaches = (await BreachCountsAsync(query, cancellationToken)).Where(b => b.Layer != Layer.Statute).ToList();
        var units = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);

        var now = clocks.Where(c => c.InPeriod).ToList();
        var months = MonthsOf(query).ToList();
        return new BreachReport
        {
            OnTime = OnTime(now),
            OnTimeBefore = OnTime(clocks.Where(c => !c.InPeriod)),
            Breaches = breaches.Sum(b => b.Count),
            Unexplained = breaches.Where(b => IsOwed(b.State)).Sum(b => b.Count),
            Interim = new Rate(Sum(now, Layer.Service, ClockState.MetByInterim), Sum(now, Layer.Service, ClockState.Met, ClockState.MetByInterim, ClockState.Breached)),
            PromisesKept = new Rate(Sum(now, Layer.PersonalPromise, ClockState.Met), Sum(now, Layer.PersonalPromise, ClockState.Met, ClockState.Breached, ClockState.Extended)),
            PromisesBroken = Sum(now, Layer.PersonalPromise, ClockState.Breached),
            StatuteBreached = new Rate(Sum(now, Layer.Statute, ClockState.Breached), Sum(now, Layer.Statute, ClockState.Met, ClockState.Breached)),
            UnitChoices = [.. units.Where(u => user.May(Permission.SeeAllBreaches) || (user.May(Permission.SeeUnitBreaches) && user.HeadedUnitIds.Contains(u.Key)))
                .Select(u => new UnitChoice(u.Key, u.Value)).OrderBy(u => u.Name, StringComparer.CurrentCulture)],
            Months = months,
            Units = [.. now.Select(c => c.UnitId).Concat(breaches.Select(b => b.UnitId)).Distinct().Select(id => Line(id, units[id], months, now, breaches))
                .OrderByDescending(l => l.Total).ThenBy(l => l.UnitName, StringComparer.CurrentCulture)],
            Bars = [.. months.Select(m => new MonthBar(m,
                breaches.Where(b => b.Month == m && !IsOwed(b.State)).Sum(b => b.Count),
                breaches.Where(b => b.Month == m && IsOwed(b.State)).Sum(b => b.Count)))],
            Causes = [.. breaches.GroupBy(b => IsOwed(b.State) ? null : b.Cause).Select(g => new CauseBar(g.Key, g.Sum(b => b.Count)))
                .OrderBy(c => c.Cause is null).ThenByDescending(c => c.Count)],
        };
    }

    private static UnitLine Line(Guid id, string name, List<DateOnly> months, List<ClockCount> clocks, List<BreachCount> breaches)
    {
        var own = breaches.Where(b => b.UnitId == id).ToList();
        return new UnitLine(id, name, [.. months.Select(m => own.Where(b => b.Month == m).Sum(b => b.Count))], own.Sum(b => b.Count),
            OnTime(clocks.Where(c => c.UnitId == id)));
    }

    private async Task<List<ClockCount>> ClockCountsAsync(ReportBreaches query, DateOnly periodStart, CancellationToken cancellationToken)
    {
        var all = user.May(Permission.SeeAllBreaches);
        var headed = user.HeadedUnitIds.ToArray();
        var me = user.EmployeeId;
        var heads = user.May(Permission.SeeUnitBreaches);
        return await db.Set<Clock>().AsNoTracking()
            .Where(c => c.DueOn >= query.From && c.DueOn <= query.To && c.State != ClockState.Running && c.State != ClockState.Released)
            .Join(db.Set<Case>(), c => c.CaseId, i => i.Id, (c, i) => new { c, i.UnitId, i.AssigneeId })
            .Where(x => all || (heads && headed.Contains(x.UnitId)) || (me != null && x.AssigneeId == me))
            .Where(x => query.UnitId == null || x.UnitId == query.UnitId)
            .GroupBy(x => new { x.UnitId, x.c.Layer, x.c.State, InPeriod = x.c.DueOn >= periodStart })
            .Select(g => new ClockCount(g.Key.UnitId, g.Key.Layer, g.Key.State, g.Key.InPeriod, g.Count()))
            .ToListAsync(cancellationToken);
    }

    private async Task<List<BreachCount>> BreachCountsAsync(ReportBreaches query, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Breach>().AsNoTracking().VisibleTo(user)
            .Where(b => b.DueOn >= query.From && b.DueOn <= query.To && (query.UnitId == null || b.UnitId == query.UnitId))
            .GroupBy(b => new { b.UnitId, b.DueOn.Year, b.DueOn.Month, b.Layer, b.State, b.Cause })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new BreachCount(r.Key.UnitId, new DateOnly(r.Key.Year, r.Key.Month, 1), r.Key.Layer, r.Key.State, r.Key.Cause, r.Count))];
    }

    private static IEnumerable<DateOnly> MonthsOf(ReportBreaches query)
    {
        for (var month = new DateOnly(query.From.Year, query.From.Month, 1); month <= query.To; month = month.AddMonths(1))
            yield return month;
    }

    private static Rate OnTime(IEnumerable<ClockCount> clocks)
    {
        var counted = clocks.Where(c => c.Layer == Layer.Service).ToList();
        return new Rate(Sum(counted, Layer.Service, ClockState.Met, ClockState.MetByInterim), Sum(counted, Layer.Service, ClockState.Met, ClockState.MetByInterim, ClockState.Breached));
    }

    private static int Sum(IEnumerable<ClockCount> clocks, Layer layer, params ClockState[] states) =>
        clocks.Where(c => c.Layer == layer && states.Contains(c.State)).Sum(c => c.Count);

    private static bool IsOwed(BreachState state) => state is BreachState.AwaitingExplanation or BreachState.Returned;

    private sealed record ClockCount(Guid UnitId, Layer Layer, ClockState State, bool InPeriod, int Count);

    private sealed record BreachCount(Guid UnitId, DateOnly Month, Layer Layer, BreachState State, BreachCause? Cause, int Count);
}
