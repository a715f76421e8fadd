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

/// <summary>How a period went, for comparison.</summary>
/// <param name="From">First due date.</param>
/// <param name="To">Last due date, included.</param>
/// <param name="OnTime">On-time rate of service clocks.</param>
/// <param name="Breaches">Breached service and personal promises.</param>
/// <param name="Handling">From receipt to reply.</param>
public sealed record TrendLine(DateOnly From, DateOnly To, Rate OnTime, int Breaches, HandlingFigures Handling);

/// <summary>One rule.</summary>
/// <param name="RuleId">Its id.</param>
/// <param name="Layer">Where it comes from.</param>
/// <param name="Rule">What it says today; null for promised dates and for rules there are no more.</param>
/// <param name="OnTime">Clocks met (or put off in time by an interim reply), of those decided; of promises: kept, of those kept, broken and put off.</param>
/// <param name="Breaches">Its breaches.</param>
/// <param name="Handling">From receipt to reply, of cases with a clock of this rule.</param>
public sealed record RuleLine(string RuleId, Layer Layer, DeadlineRule? Rule, Rate OnTime, int Breaches, HandlingFigures Handling);

/// <summary>One channel.</summary>
/// <param name="Channel">How the cases came in.</param>
/// <param name="OnTime">On-time rate of service clocks.</param>
/// <param name="Breaches">Breached service and personal promises.</param>
/// <param name="Handling">From receipt to reply.</param>
public sealed record ChannelLine(Channel Channel, Rate OnTime, int Breaches, HandlingFigures Handling);

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
    public Rate OnTimeBefore => Trend[1].OnTime;

    /// <summary>From receipt to the first substantive reply.</summary>
    public HandlingFigures Handling => Trend[0].Handling;

    /// <summary>The period, the one of equal length before, and the same days a year earlier.</summary>
    public required IReadOnlyList<TrendLine> Trend { get; init; }

    /// <summary>By rule: service, promises, law; the most breaches first.</summary>
    public required IReadOnlyList<RuleLine> Rules { get; init; }

    /// <summary>By channel, the most breaches first. Promises only, not the law's terms.</summary>
    public required IReadOnlyList<ChannelLine> Channels { get; init; }

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

/// <summary>Computes the report for what the person may see. Four queries whatever the size of the register.</summary>
public sealed class ReportBreachesHandler(
    IServiceDeskDb db, ICurrentUser user, CalendarProvider calendars, StandardProvider standards, LocalTime local, TimeProvider time)
{
    /// <summary>The report. A period longer than three years is refused, so that the page stays readable.</summary>
    public async Task<BreachReport> HandleAsync(ReportBreaches query, CancellationToken cancellationToken)
    {
        if (query.From > query.To)
            throw new Refusal("Deadlines.Refusal.PeriodBackwards");
        if (query.To.DayNumber - query.From.DayNumber > 3 * 366)
            throw new Refusal("Deadlines.Refusal.PeriodTooLong");

        var spans = Spans.Of(query.From, query.To);
        var clocks = await ClockCountsAsync(query, spans, cancellationToken);
        var all = await BreachCountsAsync(query, spans, cancellationToken);
        var handled = await HandledAsync(query, spans, cancellationToken);
        var units = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
        var rulebook = await standards.GetAsync(local.DateOf(time.GetUtcNow()), cancellationToken);

        // The law's terms are reported apart: one figure, never mixed into the promises' table, bars and causes.
        var breaches = all.Where(b => b.Layer != Layer.Statute && b.In.Now).ToList();
        var now = clocks.Where(c => c.In.Now).ToList();
        var months = MonthsOf(query).ToList();
        return new BreachReport
        {
            OnTime = OnTime(now),
            Breaches = breaches.Sum(b => b.Count),
            Unexplained = breaches.Where(b => IsOwed(b.State)).Sum(b => b.Count),
            Interim = new Rate(Sum(now, Layer.Service, ClockState.MetByInterim), Sum(now, Layer.Service, ClockState.Met, ClockState.MetByInterim, ClockState.Breached)),
            PromisesKept = new Rate(Sum(now, Layer.PersonalPromise, ClockState.Met), Sum(now, Layer.PersonalPromise, ClockState.Met, ClockState.Breached, ClockState.Extended)),
            PromisesBroken = Sum(now, Layer.PersonalPromise, ClockState.Breached),
            StatuteBreached = new Rate(Sum(now, Layer.Statute, ClockState.Breached), Sum(now, Layer.Statute, ClockState.Met, ClockState.Breached)),
            Trend =
            [
                Trend(spans.Now, i => i.Now, clocks, all, handled),
                Trend(spans.Before, i => i.Before, clocks, all, handled),
                Trend(spans.YearAgo, i => i.YearAgo, clocks, all, handled),
            ],
            Rules = [.. RuleLines(now, [.. all.Where(b => b.In.Now)], [.. handled.Where(h => h.In.Now)], rulebook, query.To)],
            Channels = [.. ChannelLines(now, breaches, [.. handled.Where(h => h.In.Now && h.Layer != Layer.Statute)])],
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

    private static TrendLine Trend(Span span, Func<Periods, bool> within, List<ClockCount> clocks, List<BreachCount> breaches, List<Handled> handled) => new(
        span.From, span.To, OnTime(clocks.Where(c => within(c.In))),
        breaches.Where(b => b.Layer != Layer.Statute && within(b.In)).Sum(b => b.Count),
        Figures(handled.Where(h => within(h.In))));

    private static IEnumerable<RuleLine> RuleLines(List<ClockCount> clocks, List<BreachCount> breaches, List<Handled> handled, Rulebook rulebook, DateOnly on) =>
        clocks.Select(c => (c.Layer, c.RuleId)).Union(breaches.Select(b => (b.Layer, b.RuleId)))
            .Select(key => new RuleLine(key.RuleId, key.Layer, rulebook.Find(key.RuleId, on),
                Met(clocks.Where(c => (c.Layer, c.RuleId) == key)),
                breaches.Where(b => (b.Layer, b.RuleId) == key).Sum(b => b.Count),
                Figures(handled.Where(h => (h.Layer, h.RuleId) == key))))
            .OrderBy(l => l.Layer).ThenByDescending(l => l.Breaches).ThenBy(l => l.RuleId, StringComparer.Ordinal);

    private static IEnumerable<ChannelLine> ChannelLines(List<ClockCount> clocks, List<BreachCount> breaches, List<Handled> handled) =>
        clocks.Where(c => c.Layer != Layer.Statute).Select(c => c.Channel).Union(breaches.Select(b => b.Channel))
            .Select(channel => new ChannelLine(channel,
                OnTime(clocks.Where(c => c.Channel == channel)),
                breaches.Where(b => b.Channel == channel).Sum(b => b.Count),
                Figures(handled.Where(h => h.Channel == channel))))
            .OrderByDescending(l => l.Breaches).ThenByDescending(l => l.OnTime.Of).ThenBy(l => l.Channel);

    /// <summary>A case counts once, however many clocks of it fall into the period.</summary>
    private static HandlingFigures Figures(IEnumerable<Handled> handled) => HandlingFigures.Of(handled.DistinctBy(h => h.CaseId).Select(h => h.Time));

    /// <summary>Clocks of cases the person may see, decided in one of the periods, with their case.</summary>
    private IQueryable<Decided> DecidedIn(ReportBreaches query, Spans spans)
    {
        var all = user.May(Permission.SeeAllBreaches);
        var headed = user.HeadedUnitIds.ToArray();
        var me = user.EmployeeId;
        var heads = user.May(Permission.SeeUnitBreaches);
        var (now, before, yearAgo) = (spans.Now, spans.Before, spans.YearAgo);
        return db.Set<Clock>().AsNoTracking()
            .Where(c => (c.DueOn >= before.From && c.DueOn <= now.To) || (c.DueOn >= yearAgo.From && c.DueOn <= yearAgo.To))
            .Where(c => c.State != ClockState.Running && c.State != ClockState.Released)
            .Join(db.Set<Case>(), c => c.CaseId, i => i.Id, (c, i) => new { c, i })
            .Where(x => all || (heads && headed.Contains(x.i.UnitId)) || (me != null && x.i.AssigneeId == me))
            .Where(x => query.UnitId == null || x.i.UnitId == query.UnitId)
            .Select(x => new Decided
            {
                CaseId = x.c.OriginCaseId ?? x.i.Id,
                UnitId = x.i.UnitId,
                Channel = x.i.Channel,
                Layer = x.c.Layer,
                RuleId = x.c.RuleId,
                State = x.c.State,
                ReceivedAt = x.c.OriginReceivedAt ?? x.i.ReceivedAt,
                ReceivedOn = x.c.OriginReceivedOn ?? x.i.ReceivedOn,
                AnsweredAt = x.i.AnsweredAt,
                Now = x.c.DueOn >= now.From && x.c.DueOn <= now.To,
                Before = x.c.DueOn >= before.From && x.c.DueOn <= before.To,
                YearAgo = x.c.DueOn >= yearAgo.From && x.c.DueOn <= yearAgo.To,
            });
    }

    private async Task<List<ClockCount>> ClockCountsAsync(ReportBreaches query, Spans spans, CancellationToken cancellationToken)
    {
        var rows = await DecidedIn(query, spans)
            .GroupBy(x => new { x.UnitId, x.Layer, x.RuleId, x.Channel, x.State, x.Now, x.Before, x.YearAgo })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new ClockCount(
            r.Key.UnitId, r.Key.Layer, r.Key.RuleId, r.Key.Channel, r.Key.State, new Periods(r.Key.Now, r.Key.Before, r.Key.YearAgo), r.Count))];
    }

    /// <summary>
    /// One narrow row per clock of an answered case: working days are counted by the calendar of the municipality, which the database
    /// does not know. The length of the period bounds it.
    /// </summary>
    private async Task<List<Handled>> HandledAsync(ReportBreaches query, Spans spans, CancellationToken cancellationToken)
    {
        var rows = await DecidedIn(query, spans).Where(x => x.AnsweredAt != null)
            .Select(x => new { x.CaseId, x.Layer, x.RuleId, x.Channel, x.ReceivedAt, x.ReceivedOn, x.AnsweredAt, x.Now, x.Before, x.YearAgo })
            .ToListAsync(cancellationToken);
        var calendar = await calendars.GetAsync(cancellationToken);
        return [.. rows.Select(r => new Handled(r.CaseId, r.Layer, r.RuleId, r.Channel, new Periods(r.Now, r.Before, r.YearAgo),
            new HandlingTime(Math.Max(0, calendar.WorkingDaysBetween(r.ReceivedOn, local.DateOf(r.AnsweredAt!.Value))), r.AnsweredAt.Value - r.ReceivedAt)))];
    }

    private async Task<List<BreachCount>> BreachCountsAsync(ReportBreaches query, Spans spans, CancellationToken cancellationToken)
    {
        var (now, before, yearAgo) = (spans.Now, spans.Before, spans.YearAgo);
        var rows = await db.Set<Breach>().AsNoTracking().VisibleTo(user)
            .Where(b => (b.DueOn >= before.From && b.DueOn <= now.To) || (b.DueOn >= yearAgo.From && b.DueOn <= yearAgo.To))
            .Where(b => query.UnitId == null || b.UnitId == query.UnitId)
            .Select(b => new
            {
                b.UnitId,
                b.DueOn.Year,
                b.DueOn.Month,
                b.Layer,
                b.RuleId,
                b.Channel,
                b.State,
                b.Cause,
                Now = b.DueOn >= now.From && b.DueOn <= now.To,
                Before = b.DueOn >= before.From && b.DueOn <= before.To,
                YearAgo = b.DueOn >= yearAgo.From && b.DueOn <= yearAgo.To,
            })
            .GroupBy(b => new { b.UnitId, b.Year, b.Month, b.Layer, b.RuleId, b.Channel, b.State, b.Cause, b.Now, b.Before, b.YearAgo })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new BreachCount(r.Key.UnitId, new DateOnly(r.Key.Year, r.Key.Month, 1), r.Key.Layer, r.Key.RuleId, r.Key.Channel,
            r.Key.State, r.Key.Cause, new Periods(r.Key.Now, r.Key.Before, r.Key.YearAgo), r.Count))];
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

    private static Rate Met(IEnumerable<ClockCount> clocks)
    {
        var counted = clocks.ToList();
        return new Rate(counted.Where(c => c.State is ClockState.Met or ClockState.MetByInterim).Sum(c => c.Count), counted.Sum(c => c.Count));
    }

    private static int Sum(IEnumerable<ClockCount> clocks, Layer layer, params ClockState[] states) =>
        clocks.Where(c => c.Layer == layer && states.Contains(c.State)).Sum(c => c.Count);

    private static bool IsOwed(BreachState state) => state is BreachState.AwaitingExplanation or BreachState.Returned;

    private sealed class Decided
    {
        public Guid CaseId { get; init; }

        public Guid UnitId { get; init; }

        public Channel Channel { get; init; }

        public Layer Layer { get; init; }

        public string RuleId { get; init; } = "";

        public ClockState State { get; init; }

        public DateTimeOffset ReceivedAt { get; init; }

        public DateOnly ReceivedOn { get; init; }

        public DateTimeOffset? AnsweredAt { get; init; }

        public bool Now { get; init; }

        public bool Before { get; init; }

        public bool YearAgo { get; init; }
    }

    private readonly record struct Periods(bool Now, bool Before, bool YearAgo);

    private sealed record Span(DateOnly From, DateOnly To);

    private sealed record Spans(Span Now, Span Before, Span YearAgo)
    {
        public static Spans Of(DateOnly from, DateOnly to) => new(
            new(from, to), new(from.AddDays(from.DayNumber - to.DayNumber - 1), from.AddDays(-1)), new(from.AddYears(-1), to.AddYears(-1)));
    }

    private sealed record ClockCount(Guid UnitId, Layer Layer, string RuleId, Channel Channel, ClockState State, Periods In, int Count);

    private sealed record Handled(Guid CaseId, Layer Layer, string RuleId, Channel Channel, Periods In, HandlingTime Time);

    private sealed record BreachCount(
        Guid UnitId, DateOnly Month, Layer Layer, string RuleId, Channel Channel, BreachState State, BreachCause? Cause, Periods In, int Count);
}
