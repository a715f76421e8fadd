using BenchmarkDotNet.Attributes;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Infrastructure.Seeding;

namespace ServiceDesk.Benchmarks.Deadlines;

/// <summary>A due date within 100 ns and its explanation within 2 µs, whatever the length of the term.</summary>
[MemoryDiagnoser]
public class DueDateBenchmarks
{
    private static readonly DateTimeOffset Received = new(2026, 6, 18, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly ReceivedOn = new(2026, 6, 18);

    private WorkingCalendar calendar = null!;
    private Term term = null!;
    private DeadlineRule rule = null!;
    private StandardSettings settings = null!;

    [Params(1, 3, 10, 30)]
    public int N { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        calendar = MakeCalendar();
        term = new(N, TermUnit.WorkingDays);
        rule = StandardFiles.Standard("sigulda").Find("external-reply")! with { Term = term };
        settings = new();
    }

    [Benchmark]
    public DueDate DueDateOfADay() => DueDates.Calculate(calendar, term, RollForward.ToNextWorkingDay, ReceivedOn);

    [Benchmark]
    public DueDate DueDateOfAnInstant() => DueDates.Calculate(calendar, rule, settings, Received);

    [Benchmark]
    public DueDateExplanation Explanation() => DueDates.Explain(calendar, rule, settings, Received);

    internal static WorkingCalendar MakeCalendar()
    {
        var file = StandardFiles.Calendar();
        return new(WeekPattern.Usual, file.ToExceptions("", default), true, file.ConfirmedYears);
    }
}

/// <summary>What a change of the calendar costs a node: laying out a century day by day.</summary>
public class CalendarBenchmarks
{
    [Benchmark]
    public WorkingCalendar Build() => DueDateBenchmarks.MakeCalendar();
}
