using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Deadlines;

/// <summary>
/// September 2026 by hand. Utilities: 2 answered in time, 1 interim kept, 1 interim broken, 1 late, 1 not wanted any more, 1 running.
/// Roads (below Utilities): 1 late, 1 in time. Building: 1 late.
/// </summary>
public class ReportBreachesTests(ReportBreachesTests.September september) : IClassFixture<ReportBreachesTests.September>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ReportBreaches Month = new(new(2026, 9, 1), new(2026, 9, 30));

    public sealed class September : IAsyncLifetime
    {
        private Databases.FreshHouse fresh = null!;

        public House House => fresh.House;

        public async ValueTask InitializeAsync()
        {
            fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
            House.Time.SetLocal(2026, 9, 1, 10);
            var utilities = await House.CasesAsync(6);
            var roads = await House.CasesAsync(2, DemoPeople.Roads, Given.RoadEngineer);
            var building = await House.CaseAsync(DemoPeople.Building, "Agnese");
            House.Time.SetLocal(2026, 9, 3, 12);
            await House.AnswerAsync(utilities[0]);
            await House.AnswerAsync(utilities[1], closes: null);
            await House.PromiseAsync(utilities[2], new(2026, 9, 10));
            await House.PromiseAsync(utilities[3], new(2026, 9, 11));
            await House.AnswerAsync(roads[0]);
            await House.ActAsAsync(Role.HeadOfClientService);
            await House.RunAsync((Application.Cases.CloseCaseHandler h) => h.HandleAsync(new(utilities[5], CaseOutcome.NoReplyWanted, "Klients piezvanīja.", null), None));
            House.Time.SetLocal(2026, 9, 7, 8);
            await House.DetectAsync();
            House.Time.SetLocal(2026, 9, 8, 9);
            await House.AnswerAsync(utilities[4]);
            await House.AnswerAsync(utilities[2]);
            House.Time.SetLocal(2026, 9, 14, 9);
            await House.DetectAsync();
            await House.AnswerAsync(utilities[3]);
            await House.AnswerAsync(roads[1]);
            await House.AnswerAsync(building);
            House.Time.SetLocal(2026, 9, 28, 9);
            await House.CaseAsync(); // Due on 1 October and running.
            await House.DetectAsync();
            House.ActAsNobody();
        }

        public ValueTask DisposeAsync() => fresh.DisposeAsync();
    }

    private House House => september.House;

    private Task<BreachReport> ReportAsync(ReportBreaches? query = null) => House.RunAsync((ReportBreachesHandler h) => h.HandleAsync(query ?? Month, None));

    private Task<BreachPage> ListAsync(ListBreaches query) => House.RunAsync((ListBreachesHandler h) => h.HandleAsync(query, None));

    [Fact]
    public async Task The_figures_are_those_counted_by_hand()
    {
        await House.ActAsAsync(Role.HeadOfClientService);
        var report = await ReportAsync();

        // In time: 2 + 2 interim + 1 of roads = 5; late: 1 + 1 + 1 = 3. The withdrawn and the running one are outside.
        Assert.Equal(new Rate(5, 8), report.OnTime);
        Assert.Equal(new Rate(2, 8), report.Interim);
        Assert.Equal(new Rate(1, 2), report.PromisesKept);
        Assert.Equal(1, report.PromisesBroken);
        Assert.Equal(4, report.Breaches);
        Assert.Equal(new Rate(0, 0), report.StatuteBreached);
        Assert.Null(report.StatuteBreached.Value);
        Assert.Equal(new Rate(0, 0), report.OnTimeBefore);
        Assert.Equal([new DateOnly(2026, 9, 1)], report.Months);
        Assert.Equal(report.Breaches, report.Units.Sum(u => u.Total));
        Assert.Equal(report.Breaches, report.Bars.Sum(b => b.Explained + b.Unexplained));
        Assert.Equal(report.Breaches, report.Causes.Sum(c => c.Count));
        var utilities = report.Units.Single(u => u.UnitName == DemoPeople.Utilities);
        Assert.Equal((2, new Rate(4, 5)), (utilities.Total, utilities.OnTime));
        Assert.Equal(new Rate(1, 2), report.Units.Single(u => u.UnitName == DemoPeople.Roads).OnTime);
    }

    [Fact]
    public async Task Handling_times_rules_and_channels_are_those_counted_by_hand()
    {
        await House.ActAsAsync(Role.HeadOfClientService);
        var report = await ReportAsync();

        // Working days after 1 September: three cases took 2, two took 5, three took 9. Nearest rank: the 4th and the 8th of eight.
        Assert.Equal((8, 5, 9), (report.Handling.Count, report.Handling.Median!.Value.WorkingDays, report.Handling.Ninetieth!.Value.WorkingDays));
        Assert.Equal([Layer.Service, Layer.PersonalPromise], report.Rules.Select(r => r.Layer));
        Assert.Equal((new Rate(5, 8), 3, 8), (report.Rules[0].OnTime, report.Rules[0].Breaches, report.Rules[0].Handling.Count));
        Assert.NotNull(report.Rules[0].Rule);
        Assert.Equal((new Rate(1, 2), 1, 2), (report.Rules[1].OnTime, report.Rules[1].Breaches, report.Rules[1].Handling.Count));
        Assert.Equal((5, 9), (report.Rules[1].Handling.Median!.Value.WorkingDays, report.Rules[1].Handling.Ninetieth!.Value.WorkingDays));
        var channel = Assert.Single(report.Channels);
        Assert.Equal((Channel.WebForm, new Rate(5, 8), 4, 8), (channel.Channel, channel.OnTime, channel.Breaches, channel.Handling.Count));
        foreach (var rule in report.Rules)
            Assert.Equal(rule.Breaches, (await ListAsync(new() { From = Month.From, To = Month.To, RuleId = rule.RuleId })).Total);
        Assert.Equal(4, (await ListAsync(new() { From = Month.From, To = Month.To, Channel = Channel.WebForm })).Total);
        Assert.Equal(0, (await ListAsync(new() { From = Month.From, To = Month.To, Channel = Channel.Phone })).Total);
    }

    [Fact]
    public async Task The_trend_compares_with_the_days_before_and_with_the_same_days_a_year_ago()
    {
        await House.ActAsAsync(Role.HeadOfClientService);
        var october = (await ReportAsync(new(new(2026, 10, 1), new(2026, 10, 30)))).Trend;
        Assert.Equal((new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30)), (october[1].From, october[1].To));
        Assert.Equal((new Rate(0, 0), 0, 0), (october[0].OnTime, october[0].Breaches, october[0].Handling.Count));
        Assert.Equal((new Rate(5, 8), 4, 8), (october[1].OnTime, october[1].Breaches, october[1].Handling.Count));
        Assert.Equal(0, october[2].OnTime.Of);

        var nextYear = (await ReportAsync(new(new(2027, 9, 1), new(2027, 9, 30)))).Trend;
        Assert.Equal((new Rate(5, 8), 4, 5), (nextYear[2].OnTime, nextYear[2].Breaches, nextYear[2].Handling.Median!.Value.WorkingDays));
        Assert.Equal(0, nextYear[1].OnTime.Of);
    }

    [Fact]
    public async Task A_list_read_in_portions_loses_and_doubles_no_row()
    {
        await House.ActAsAsync(Role.HeadOfClientService);
        var query = new ListBreaches { From = Month.From, To = Month.To };
        List<Guid> ids = [];
        do
        {
            var (rows, next) = await House.RunAsync((ListBreachesHandler h) => h.PortionAsync(query, 1, None));
            ids.AddRange(rows.Select(r => r.Id));
            query = query with { After = next };
        }
        while (query.After is not null);
        Assert.Equal(4, ids.Distinct().Count());
        Assert.Equal(4, ids.Count);
    }

    [Fact]
    public async Task Each_number_leads_to_as_many_rows()
    {
        await House.ActAsAsync(Role.HeadOfClientService);
        var report = await ReportAsync();
        foreach (var unit in report.Units)
            Assert.Equal(unit.Total, (await ListAsync(new() { From = Month.From, To = Month.To, UnitId = unit.UnitId, Statute = false })).Total);
        foreach (var cause in report.Causes)
            Assert.Equal(cause.Count, (await ListAsync(new() { From = Month.From, To = Month.To, Cause = cause.Cause, Unexplained = cause.Cause is null ? true : null, Statute = false })).Total);
        Assert.Equal(report.Unexplained, (await ListAsync(new() { From = Month.From, To = Month.To, Unexplained = true, Statute = false })).Total);
    }

    [Fact]
    public async Task A_head_sees_the_own_units_an_employee_the_own_breaches_and_the_deputy_no_subjects()
    {
        await House.ActAsAsync(DemoPeople.All.Single(p => p.Name == Given.Head));
        Assert.Equal([DemoPeople.Roads, DemoPeople.Utilities], (await ReportAsync()).Units.Select(u => u.UnitName).Order(StringComparer.Ordinal));
        Assert.All((await ListAsync(new() { From = Month.From, To = Month.To })).Rows, r => Assert.NotNull(r.Subject));

        await House.ActAsAsync(DemoPeople.All.Single(p => p.Name == Given.RoadEngineer));
        Assert.Equal([DemoPeople.Roads], (await ReportAsync()).Units.Select(u => u.UnitName));
        Assert.Equal(new Rate(1, 2), (await ReportAsync()).OnTime);

        await House.ActAsAsync(DemoPeople.All.Single(p => p.Name == "Sanita"));
        Assert.Equal(0, (await ReportAsync()).OnTime.Of);
        Assert.Empty((await ListAsync(new() { From = Month.From, To = Month.To })).Rows);

        await House.ActAsAsync(Role.DeputyExecutiveDirector);
        Assert.Equal(4, (await ReportAsync()).Breaches);
        Assert.All((await ListAsync(new() { From = Month.From, To = Month.To })).Rows, r => Assert.Null(r.Subject));
    }

    [Fact]
    public async Task The_owner_explains_the_head_returns_and_accepts_and_nobody_judges_the_own_words()
    {
        var line = DemoPeople.All.Single(p => p.Name == Given.Line);
        await House.ActAsAsync(line);
        var row = (await ListAsync(new() { From = Month.From, To = Month.To, ForMe = true })).Rows[0];
        Assert.True(row.MayExplain);
        Assert.False(row.MayReview);
        var version = (await ShowAsync(row.Id))!.Version;
        await ExplainAsync(row.Id, version);
        // The page of a minute ago is stale now: nothing is lost, nothing overwritten.
        await Assert.ThrowsAsync<StaleCase>(() => ExplainAsync(row.Id, version));
        var own = await Assert.ThrowsAsync<Refusal>(() => ReviewAsync(row.Id, true, null, version + 1));
        Assert.Equal("Deadlines.Refusal.OwnExplanation", own.Key);

        await House.ActAsAsync(DemoPeople.All.Single(p => p.Name == "Sanita"));
        Assert.Null(await ShowAsync(row.Id));
        Assert.Equal("Deadlines.Refusal.BreachUnknown", (await Assert.ThrowsAsync<Refusal>(() => ExplainAsync(row.Id, version + 1))).Key);

        await House.ActAsAsync(Role.DeputyExecutiveDirector);
        Assert.Equal("Deadlines.Refusal.NotYoursToReview", (await Assert.ThrowsAsync<Refusal>(() => ReviewAsync(row.Id, true, null, version + 1))).Key);

        await House.ActAsAsync(DemoPeople.All.Single(p => p.Name == Given.Head));
        Assert.True((await ListAsync(new() { From = Month.From, To = Month.To, ForMe = true })).Rows.Single(r => r.Id == row.Id).MayReview);
        Assert.Equal("Deadlines.Refusal.RemarkMissing", (await Assert.ThrowsAsync<Refusal>(() => ReviewAsync(row.Id, false, " ", version + 1))).Key);
        await ReviewAsync(row.Id, false, "Kurš nodeva un kad?", version + 1);
        await House.ActAsAsync(line);
        await ExplainAsync(row.Id, version + 2);
        await House.ActAsAsync(DemoPeople.All.Single(p => p.Name == Given.Head));
        await ReviewAsync(row.Id, true, null, version + 3);

        Assert.Equal(BreachState.Accepted, (await ShowAsync(row.Id))!.Row.State);
        var history = (await House.LoadAsync(row.CaseId)).History.Select(e => e.Kind).ToList();
        Assert.Equal(2, history.Count(k => k == CaseEventKind.BreachExplained));
        Assert.Contains(CaseEventKind.BreachReturned, history);
        Assert.Contains(CaseEventKind.BreachAccepted, history);
    }

    [Fact]
    public async Task Where_the_owner_has_left_the_head_explains_and_the_head_of_Client_Service_judges()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 10);
        await house.CaseAsync(DemoPeople.Roads, Given.RoadEngineer);
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            (await db.Set<Employee>().SingleAsync(e => e.Name == Given.RoadEngineer)).Leave();
            await db.SaveChangesAsync();
        });
        house.Time.SetLocal(2026, 9, 7, 10);
        await house.DetectAsync();

        await house.ActAsAsync(DemoPeople.All.Single(p => p.Name == Given.Head));
        var row = Assert.Single((await house.RunAsync((ListBreachesHandler h) => h.HandleAsync(new() { From = Month.From, To = Month.To, ForMe = true }, None))).Rows);
        Assert.True(row.MayExplain);
        await house.RunAsync((ExplainBreachHandler h) => h.HandleAsync(new ExplainBreach(row.Id, BreachCause.AbsenceWithoutStandIn, "Inženieris aizgājis no darba.", 0), None));
        await house.ActAsAsync(Role.HeadOfClientService);
        Assert.True((await house.RunAsync((ListBreachesHandler h) => h.ShowAsync(row.Id, None)))!.Row.MayReview);
    }

    private Task<BreachDetails?> ShowAsync(Guid id) => House.RunAsync((ListBreachesHandler h) => h.ShowAsync(id, None));

    private Task ExplainAsync(Guid id, int version) => House.RunAsync((ExplainBreachHandler h) =>
        h.HandleAsync(new ExplainBreach(id, BreachCause.Workload, "Pēc vētras bija 43 iesniegumi.", version), None));

    private Task ReviewAsync(Guid id, bool accepted, string? remark, int version) => House.RunAsync((ExplainBreachHandler h) =>
        h.HandleAsync(new ReviewBreach(id, accepted, remark, version), None));
}
