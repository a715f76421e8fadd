using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Deadlines;

/// <summary>Cases that broke the deadline engines of other desks, with what is right in Latvia.</summary>
public class PeersCasesTests
{
    [Theory]
    [InlineData(1, "2026-03-05 10:00", 3, "2026-03-10")]
    [InlineData(2, "2026-03-06 16:59", 3, "2026-03-11")]
    [InlineData(3, "2026-03-07 10:00", 3, "2026-03-11")] // a Saturday counts like Friday
    [InlineData(4, "2026-03-08 23:59", 1, "2026-03-09")]
    [InlineData(6, "2026-03-05 23:30", 1, "2026-03-06")] // 21:30 UTC: the local date counts
    [InlineData(7, "2026-03-06 00:15", 1, "2026-03-09")] // still Thursday in UTC
    [InlineData(14, "2026-04-02 10:00", 3, "2026-04-09")] // Good Friday and Easter Monday
    [InlineData(15, "2026-04-02 10:00", 1, "2026-04-07")]
    [InlineData(16, "2026-04-30 10:00", 3, "2026-05-07")] // 1 and 4 May
    [InlineData(17, "2026-05-01 10:00", 3, "2026-05-07")] // received on a holiday
    [InlineData(19, "2025-12-30 10:00", 3, "2026-01-07")]
    [InlineData(20, "2026-01-15 10:00", 3, "2026-01-19")]
    [InlineData(21, "2026-01-16 10:00", 1, "2026-01-17")] // due on a Saturday
    [InlineData(22, "2026-06-19 10:00", 3, "2026-06-27")]
    [InlineData(23, "2026-06-25 10:00", 3, "2026-06-29")]
    [InlineData(25, "2026-12-30 10:00", 3, "2027-01-06")]
    [InlineData(28, "2028-02-28 10:00", 3, "2028-03-02")] // 29 February inside
    public void A_municipality_that_follows_the_shifts_is_due_on(int number, string received, int count, string due) => Check(Latvia.Calendar, number, received, count, due);

    [Theory]
    [InlineData(18, "2025-05-02 10:00", 1, "2025-05-06")] // Fri 2 May worked; Sun 4 May makes Mon 5 free
    [InlineData(19, "2025-12-30 10:00", 3, "2026-01-06")]
    [InlineData(20, "2026-01-15 10:00", 3, "2026-01-20")]
    [InlineData(21, "2026-01-16 10:00", 1, "2026-01-19")]
    [InlineData(22, "2026-06-19 10:00", 3, "2026-06-26")]
    [InlineData(23, "2026-06-25 10:00", 3, "2026-06-30")]
    public void A_municipality_that_does_not_follow_them_is_due_on(int number, string received, int count, string due) => Check(Latvia.WithoutShifts, number, received, count, due);

    [Fact] // 5
    public void The_last_second_of_the_due_day_is_in_time_and_midnight_is_late()
    {
        var due = DueDates.Calculate(Latvia.Calendar, new(3, TermUnit.WorkingDays), RollForward.ToNextWorkingDay, new DateOnly(2026, 3, 5));
        Assert.Equal(Latvia.Riga("2026-03-11 00:00"), due.UntilUtc);
    }

    [Theory] // 12, 13: the hour that is skipped moves on by the gap; of the hour that comes twice the first, summer one is meant
    [InlineData("2026-03-29 03:30", "2026-03-29T01:30Z")]
    [InlineData("2026-10-25 03:30", "2026-10-25T00:30Z")]
    public void A_local_time_that_does_not_exist_or_exists_twice_has_a_defined_instant(string local, string utc) => Assert.Equal(Latvia.Utc(utc), Latvia.Riga(local));

    [Theory] // at the closing minute the house is closed, as in worked examples 5 and 33
    [InlineData("2026-03-05 16:59", "2026-03-05")]
    [InlineData("2026-03-05 17:00", "2026-03-06")]
    [InlineData("2026-03-06 15:00", "2026-03-09")] // Friday closes at 15
    [InlineData("2026-03-05 06:00", "2026-03-05")] // before opening is not late
    public void Under_the_late_receipt_policy_the_closing_minute_is_late(string received, string receivedOn) =>
        Assert.Equal(Latvia.Day(receivedOn), ReceiptDay.Of(Latvia.Riga(received), Latvia.Rule("SIG-EXT"), Latvia.LatePolicy, Latvia.Calendar).On);

    [Theory] // 39: a shortened day moves the late-receipt hour, not the term
    [InlineData("2026-11-17 16:30", "2026-11-19")]
    public void A_shortened_day_leaves_day_terms_alone(string received, string due) => Check(Latvia.Calendar, 39, received, 1, due);

    [Theory] // the other counting rule: the day itself counts when the item came in opening hours
    [InlineData("2026-03-05 10:00", "2026-03-09")] // Thu, Fri, Mon
    [InlineData("2026-03-05 17:00", "2026-03-10")] // after closing
    [InlineData("2026-03-05 07:59", "2026-03-10")] // before opening
    [InlineData("2026-03-07 10:00", "2026-03-11")] // Saturday
    public void A_standard_may_count_the_day_of_receipt_itself(string received, string due)
    {
        var settings = new StandardSettings { FirstCountedDay = FirstCountedDay.ReceiptDayInHours };
        var explanation = DueDates.Explain(Latvia.Calendar, Latvia.Rule("SIG-EXT"), settings, Latvia.Riga(received));
        Assert.Equal(Latvia.Day(due), explanation.Due);
        Assert.Equal(3, explanation.Days.Count(d => d.Counted));
    }

    [Theory] // 72
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(367)]
    public void A_term_of_nothing_or_of_more_than_a_year_is_refused(int count) =>
        Assert.Equal("Deadlines.Refusal.TermCount", Assert.Throws<Refusal>(() => new Term(count, TermUnit.WorkingDays)).Key);

    [Fact] // 72
    public void The_longest_term_is_counted() =>
        Assert.Equal(366, Latvia.Calendar.WorkingDaysBetween(new(2026, 1, 15), DueDates.Calculate(Latvia.Calendar, new(366, TermUnit.WorkingDays), RollForward.None, new DateOnly(2026, 1, 15)).On));

    [Fact]
    public void A_calendar_term_without_roll_ends_on_the_free_day() =>
        Assert.Equal(new(2026, 12, 26), DueDates.Calculate(Latvia.Calendar, new(5, TermUnit.CalendarDays), RollForward.None, new DateOnly(2026, 12, 21)).On);

    [Fact] // example 22 as the strip shows it
    public void Why_this_date_lists_every_day_from_receipt_to_due()
    {
        var why = DueDates.Explain(Latvia.Calendar, Latvia.Rule("SIG-EXT"), new(), Latvia.Riga("2026-06-18 11:00"));
        Assert.Equal(9, why.Days.Count);
        Assert.True(why.Days[0] is { IsReceipt: true, IsArrival: true, Counted: false });
        Assert.Equal(
            [DayReason.Working, DayReason.Weekend, DayReason.Weekend, DayReason.MovedOut, DayReason.PublicHoliday, DayReason.PublicHoliday, DayReason.Working, DayReason.Working],
            why.Days.Skip(1).Select(d => d.Reason));
        Assert.Equal([1, 0, 0, 0, 0, 0, 2, 3], why.Days.Skip(1).Select(d => d.Ordinal));
        Assert.Equal(("SIG 21.1", 7, true), (why.Rule.Clause, why.CalendarVersion, why.CalendarConfirmed));
    }

    [Fact] // example 3 under the late policy: arrival and receipt are different days
    public void Why_this_date_shows_arrival_apart_from_the_day_it_is_counted_from()
    {
        var why = DueDates.Explain(Latvia.Calendar, Latvia.Rule("SIG-EXT"), Latvia.LatePolicy, Latvia.Riga("2024-03-29 12:00"));
        Assert.Equal((new DateOnly(2024, 3, 29), new DateOnly(2024, 4, 2), new DateOnly(2024, 4, 5)), (why.ArrivedOn, why.ReceivedOn, why.Due));
        Assert.Equal(3, why.Days.Count(d => d.Counted));
        Assert.True(why.Days[0].IsArrival);
        Assert.True(why.Days.Single(d => d.IsReceipt).Date == why.ReceivedOn);
    }

    [Fact] // example 41: the fifth day is counted, the days rolled over are not
    public void Why_this_date_shows_the_days_a_calendar_term_rolled_over()
    {
        var why = DueDates.Explain(Latvia.Calendar, Latvia.Rule("BRE"), new(), Latvia.Riga("2026-12-21 12:00"));
        Assert.Equal([1, 2, 3, 4, 5, 0, 0], why.Days.Skip(1).Select(d => d.Ordinal));
        Assert.Equal(new(2026, 12, 28), why.Due);
    }

    private static void Check(WorkingCalendar calendar, int number, string received, int count, string due)
    {
        var rule = Latvia.Rule("SIG-EXT") with { Term = new(count, TermUnit.WorkingDays) };
        var answer = DueDates.Calculate(calendar, rule, new(), Latvia.Riga(received)).On;
        Assert.True(answer == Latvia.Day(due), $"case {number}: {answer:yyyy-MM-dd}");
    }
}
