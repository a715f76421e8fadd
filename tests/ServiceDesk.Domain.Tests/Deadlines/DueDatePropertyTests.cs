using FsCheck;
using FsCheck.Fluent;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Deadlines;

/// <summary>What must hold for every date, not only for the examples.</summary>
public class DueDatePropertyTests
{
    private static readonly Arbitrary<DateOnly> Days = Gen.Choose(0, (75 * 365) - 1).Select(new DateOnly(2010, 1, 1).AddDays).ToArbitrary();
    private static readonly Arbitrary<int> Counts = Gen.Choose(1, 60).ToArbitrary();
    private static readonly Arbitrary<TermUnit> Units = Gen.Elements(Enum.GetValues<TermUnit>()).ToArbitrary();
    private static readonly Arbitrary<WorkingCalendar> Calendars = Gen.Elements(Latvia.Calendar, Latvia.WithoutShifts, Odd()).ToArbitrary();
    private static readonly Arbitrary<int> Minutes = Gen.Choose(0, (24 * 60) - 1).ToArbitrary();

    [Fact]
    public void A_later_receipt_is_never_due_earlier() => Check(
        Prop.ForAll(Calendars, Days, Units.Generator.SelectMany(_ => Counts.Generator, (u, c) => new Term(c, u)).ToArbitrary(), (calendar, day, term) =>
            Due(calendar, term, day) <= Due(calendar, term, day.AddDays(1))));

    [Fact]
    public void A_working_day_rule_never_ends_on_a_free_day() => Check(
        Prop.ForAll(Calendars, Days, Counts, (calendar, day, count) => calendar.IsWorkingDay(Due(calendar, new(count, TermUnit.WorkingDays), day))));

    [Fact]
    public void A_rolled_rule_never_ends_on_a_free_day() => Check(
        Prop.ForAll(Calendars, Days, Counts, (calendar, day, count) =>
            calendar.IsWorkingDay(Due(calendar, new(count, TermUnit.CalendarDays), day)) && calendar.IsWorkingDay(Due(calendar, new(count, TermUnit.Months), day))));

    [Fact]
    public void One_day_more_is_never_due_before() => Check(
        Prop.ForAll(Calendars, Days, Units.Generator.SelectMany(_ => Counts.Generator, (u, c) => new Term(c, u)).ToArbitrary(), (calendar, day, term) =>
            Due(calendar, term, day) <= Due(calendar, new(term.Count + 1, term.Unit), day)));

    [Fact]
    public void One_working_day_more_is_the_next_working_day() => Check(
        Prop.ForAll(Calendars, Days, Counts, (calendar, day, count) =>
            calendar.AddWorkingDays(Due(calendar, new(count, TermUnit.WorkingDays), day), 1) == Due(calendar, new(count + 1, TermUnit.WorkingDays), day)));

    [Fact]
    public void Between_receipt_and_due_lie_as_many_working_days_as_the_term_has() => Check(
        Prop.ForAll(Calendars, Days, Counts, (calendar, day, count) =>
            calendar.WorkingDaysBetween(day, Due(calendar, new(count, TermUnit.WorkingDays), day)) == count));

    [Fact]
    public void The_hour_of_receipt_does_not_matter() => Check(
        Prop.ForAll(Days, Minutes, (day, minute) =>
        {
            var rule = Latvia.Rule("SIG-EXT");
            var at = LocalTime.Riga.ToUtc(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute));
            return DueDates.Calculate(Latvia.Calendar, rule, new(), at) == DueDates.Calculate(Latvia.Calendar, rule.Term, rule.RollForward, day);
        }));

    [Fact]
    public void A_due_date_ends_at_local_midnight_summer_and_winter() => Check(
        Prop.ForAll(Days, Counts, (day, count) =>
        {
            var due = DueDates.Calculate(Latvia.Calendar, new(count, TermUnit.WorkingDays), RollForward.ToNextWorkingDay, day);
            return LocalTime.Riga.At(due.UntilUtc) == due.On.AddDays(1).ToDateTime(TimeOnly.MinValue) && LocalTime.Riga.DateOf(due.UntilUtc.AddTicks(-1)) == due.On;
        }));

    [Fact]
    public void The_explanation_counts_to_the_same_date() => Check(
        Prop.ForAll(Calendars, Days, Counts, (calendar, day, count) =>
        {
            var rule = Latvia.Rule("SIG-EXT") with { Term = new(count, TermUnit.WorkingDays) };
            var why = DueDates.Explain(calendar, rule, day);
            return why.Due == Due(calendar, rule.Term, day)
                && why.Days[^1].Date == why.Due
                && why.Days[^1].Ordinal == count
                && why.Days.Count(d => d.Counted) == count
                && why.Days.All(d => !d.Counted || calendar.IsWorkingDay(d.Date));
        }));

    // A municipality that works Tuesday to Saturday and has a local holiday.
    private static WorkingCalendar Odd()
    {
        var hours = new OpeningHours(new(9, 0), new(17, 0));
        DayOfWeek[] worked = [DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday];
        return new(new(worked.ToDictionary(d => d, _ => hours), hours), [.. Latvia.Exceptions, Latvia.Exception("2026-08-18", CalendarExceptionKind.LocalHoliday)]);
    }

    private static DateOnly Due(WorkingCalendar calendar, Term term, DateOnly day) => DueDates.Calculate(calendar, term, RollForward.ToNextWorkingDay, day).On;

    private static void Check(Property property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), property);
}
