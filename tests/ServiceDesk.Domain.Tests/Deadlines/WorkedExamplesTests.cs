using System.Globalization;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Domain.Tests.Deadlines;

/// <summary>Worked dates: anybody in the legal office can check them by hand.</summary>
public class WorkedExamplesTests
{
    /// <summary>Number, rule, received (Riga), counted days, due, exclusive UTC end, due under the late-receipt policy if different, reason.</summary>
    public static readonly TheoryData<int, string, string, string?, string, string, string?, string> Examples = new()
    {
        { 1, "SIG-EXT", "2024-01-10 09:15", "01-11 01-12 01-15", "2024-01-15", "2024-01-15T22:00Z", null, "Wed; plain weekend" },
        { 2, "SIG-EXT", "2024-03-27 16:40", "03-28 04-02 04-03", "2024-04-03", "2024-04-03T21:00Z", null, "Wed; Easter; DST starts inside" },
        { 3, "SIG-EXT", "2024-03-29 12:00", "04-02 04-03 04-04", "2024-04-04", "2024-04-04T21:00Z", "2024-04-05", "Fri (holiday)" },
        { 4, "SIG-EXT", "2024-04-30 10:00", "05-02 05-03 05-07", "2024-05-07", "2024-05-07T21:00Z", null, "Tue; 1 May; Sat 4 May → Mon 6 off" },
        { 5, "SIG-EXT", "2024-05-03 14:00", "05-07 05-08 05-09", "2024-05-09", "2024-05-09T21:00Z", "2024-05-10", "Fri; 3 May closes 14 (pre-holiday)" },
        { 6, "SIG-EXT", "2024-06-20 10:00", "06-21 06-25 06-26", "2024-06-26", "2024-06-26T21:00Z", null, "Thu; Sunday Līgo has no substitute" },
        { 7, "SIG-EXT", "2024-11-15 11:00", "11-19 11-20 11-21", "2024-11-21", "2024-11-21T22:00Z", null, "Fri; Mon 18 Nov" },
        { 8, "SIG-EXT", "2024-12-12 09:00", "12-13 12-14 12-16", "2024-12-16", "2024-12-16T22:00Z", null, "Thu; shifts off: Tue 17.12" },
        { 9, "SIG-EXT", "2024-12-20 14:30", "12-27 12-28 01-02", "2025-01-02", "2025-01-02T22:00Z", null, "Fri; 23 and 30 moved out; shifts off (23, 27, 30): Mon 30.12" },
        { 10, "SIG-EXT", "2024-12-28 10:00", "01-02 01-03 01-06", "2025-01-06", "2025-01-06T22:00Z", null, "Sat (working)" },
        { 11, "SIG-EXT", "2025-04-16 09:00", "04-17 04-22 04-23", "2025-04-23", "2025-04-23T21:00Z", null, "Wed; Easter 2025" },
        { 12, "SIG-EXT", "2025-04-29 12:00", "04-30 05-06 05-07", "2025-05-07", "2025-05-07T21:00Z", null, "Tue; 1 May, moved 2 May, Sun 4 May → Mon 5" },
        { 13, "SIG-EXT", "2025-05-08 09:00", "05-09 05-10 05-12", "2025-05-12", "2025-05-12T21:00Z", null, "Thu" },
        { 14, "SIG-EXT", "2025-05-09 17:30", "05-10 05-12 05-13", "2025-05-13", "2025-05-13T21:00Z", "2025-05-14", "Fri; hour is irrelevant" },
        { 15, "SIG-EXT", "2025-11-06 13:00", "11-07 11-08 11-10", "2025-11-10", "2025-11-10T22:00Z", null, "Thu" },
        { 16, "SIG-EXT", "2025-11-14 10:00", "11-19 11-20 11-21", "2025-11-21", "2025-11-21T22:00Z", null, "Fri; Mon 17 moved out, Tue 18 holiday" },
        { 17, "SIG-EXT", "2025-12-22 10:00", "12-23 12-29 12-30", "2025-12-30", "2025-12-30T22:00Z", null, "Mon; 24–26 Dec" },
        { 18, "SIG-EXT", "2025-12-30 15:00", "01-05 01-06 01-07", "2026-01-07", "2026-01-07T22:00Z", null, "Tue; 31 Dec, 1 Jan, moved 2 Jan" },
        { 19, "SIG-EXT", "2026-01-02 10:00", "01-05 01-06 01-07", "2026-01-07", "2026-01-07T22:00Z", "2026-01-08", "Fri (moved out)" },
        { 20, "SIG-EXT", "2026-01-15 11:00", "01-16 01-17 01-19", "2026-01-19", "2026-01-19T22:00Z", null, "Thu" },
        { 21, "SIG-EXT", "2026-04-30 11:00", "05-05 05-06 05-07", "2026-05-07", "2026-05-07T21:00Z", null, "Thu; Fri 1 and Mon 4 May" },
        { 22, "SIG-EXT", "2026-06-18 11:00", "06-19 06-25 06-26", "2026-06-26", "2026-06-26T21:00Z", null, "Thu; Mon 22 moved out, 23–24" },
        { 23, "SIG-EXT", "2026-06-24 20:00", "06-25 06-26 06-27", "2026-06-27", "2026-06-27T21:00Z", "2026-06-29", "Wed (Jāņi); due on a Saturday" },
        { 24, "SIG-EXT", "2026-10-23 16:55", "10-26 10-27 10-28", "2026-10-28", "2026-10-28T22:00Z", "2026-10-29", "Fri (13:55Z); DST ends inside" },
        { 25, "SIG-EXT", "2026-10-25 03:30", "10-26 10-27 10-28", "2026-10-28", "2026-10-28T22:00Z", "2026-10-29", "Sun (twice: 00:30Z or 01:30Z); must not depend on which" },
        { 26, "SIG-EXT", "2027-03-25 14:00", "03-30 03-31 04-01", "2027-04-01", "2027-04-01T21:00Z", null, "Thu; Easter and DST start on 28.03" },
        { 27, "SIG-EXT", "2027-04-29 10:00", "04-30 05-03 05-05", "2027-05-05", "2027-05-05T21:00Z", null, "Thu; 2027 not confirmed; were 3 May moved to Sat 8 May: Thu 06.05" },
        { 28, "SIG-EXT", "2027-12-23 10:00", "12-27 12-28 12-29", "2027-12-29", "2027-12-29T22:00Z", null, "Thu; 25–26 on a weekend, no substitute" },
        { 29, "SIG-INT", "2024-05-03 15:00", "05-07", "2024-05-07", "2024-05-07T21:00Z", "2024-05-08", "Fri" },
        { 30, "SIG-INT", "2024-12-13 10:00", "12-14", "2024-12-14", "2024-12-14T22:00Z", null, "Fri" },
        { 31, "SIG-INT", "2025-05-10 09:30", "05-12", "2025-05-12", "2025-05-12T21:00Z", null, "Sat (working, short)" },
        { 32, "SIG-INT", "2026-06-19 12:00", "06-25", "2026-06-25", "2026-06-25T21:00Z", null, "Fri; five free days between" },
        { 33, "SIG-INT", "2026-11-17 16:30", "11-19", "2026-11-19", "2026-11-19T22:00Z", "2026-11-20", "Tue (closed at 16)" },
        { 34, "JEL-ACK", "2024-08-09 18:40", "08-12", "2024-08-12", "2024-08-12T21:00Z", "2024-08-13", "Fri" },
        { 35, "JEL-ACK", "2025-04-17 11:00", "04-22", "2025-04-22", "2025-04-22T21:00Z", null, "Thu; calendar reading 18.04 rolls to 22.04: same" },
        { 36, "JEL-ACK", "2026-01-16 13:00", "01-17", "2026-01-17", "2026-01-17T22:00Z", null, "Fri" },
        { 37, "JEL-ACK", "2026-12-23 17:45", "12-28", "2026-12-28", "2026-12-28T22:00Z", "2026-12-29", "Wed" },
        { 38, "JEL-INT", "2027-11-17 09:00", "11-19", "2027-11-19", "2027-11-19T22:00Z", null, "Wed; unless 19.11.2027 is moved" },
        { 39, "BRE", "2024-06-18 22:10", null, "2024-06-25", "2024-06-25T21:00Z", null, "Tue; rolls over 23, 24; as 5 wd: Wed 26.06" },
        { 40, "BRE", "2025-03-27 23:59", null, "2025-04-01", "2025-04-01T21:00Z", null, "Thu; DST inside; 5 wd: Thu 03.04" },
        { 41, "BRE", "2026-12-21 12:00", null, "2026-12-28", "2026-12-28T22:00Z", null, "Mon; 5 wd: Wed 30.12" },
        { 42, "BRE", "2024-12-09 12:00", null, "2024-12-14", "2024-12-14T22:00Z", null, "Mon; working Saturday, no roll; 5 wd same" },
        { 43, "BRE", "2025-05-05 09:00", null, "2025-05-10", "2025-05-10T21:00Z", null, "Mon (substitute day); 5 wd same (6–10)" },
        { 44, "SIG-EXT", "2027-01-01 00:05", "01-04 01-05 01-06", "2027-01-06", "2027-01-06T22:00Z", "2027-01-07", "Fri (= 2026-12-31T22:05Z); UTC date is still 2026: use the local date" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_item_is_due_on_the_day_the_calendar_says(int number, string rule, string received, string? counted, string due, string dueUtc, string? lateDue, string why)
    {
        var expected = Latvia.Day(due);
        var answer = DueDates.Calculate(Latvia.Calendar, Latvia.Rule(rule), new(), Latvia.Riga(received));

        Assert.True(answer.On == expected, $"{number}: {answer.On:yyyy-MM-dd} ({why})");
        Assert.Equal(Latvia.Utc(dueUtc), answer.UntilUtc);

        var late = DueDates.Calculate(Latvia.Calendar, Latvia.Rule(rule), Latvia.LatePolicy, Latvia.Riga(received)).On;
        Assert.True(late == Latvia.Day(lateDue ?? due), $"{number}, late policy: {late:yyyy-MM-dd} ({why})");

        if (counted is not null)
        {
            var days = DueDates.Explain(Latvia.Calendar, Latvia.Rule(rule), new(), Latvia.Riga(received)).Days;
            Assert.Equal(counted, string.Join(' ', days.Where(d => d.Counted).Select(d => d.Date.ToString("MM-dd", CultureInfo.InvariantCulture))));
        }
    }

    [Theory]
    [InlineData(8, "SIG-EXT", "2024-12-12 09:00", "2024-12-17")] // Sat 14 Dec does not count
    [InlineData(9, "SIG-EXT", "2024-12-20 14:30", "2024-12-30")] // 23, 27, 30 Dec count
    [InlineData(13, "SIG-EXT", "2025-05-08 09:00", "2025-05-13")] // Sat 10 May does not count: 9, 12, 13
    [InlineData(18, "SIG-EXT", "2025-12-30 15:00", "2026-01-06")] // Fri 2 Jan counts: 2, 5, 6
    [InlineData(22, "SIG-EXT", "2026-06-18 11:00", "2026-06-25")] // Mon 22 counts: 19, 22, 25
    [InlineData(23, "SIG-EXT", "2026-06-24 20:00", "2026-06-29")] // Sat 27 does not count: 25, 26, 29
    [InlineData(30, "SIG-INT", "2024-12-13 10:00", "2024-12-16")]
    [InlineData(36, "JEL-ACK", "2026-01-16 13:00", "2026-01-19")]
    [InlineData(42, "BRE", "2024-12-09 12:00", "2024-12-16")] // raw Sat 14 Dec is free and rolls
    public void A_municipality_that_does_not_follow_the_Cabinets_shifts_counts_otherwise(int number, string rule, string received, string due)
    {
        var answer = DueDates.Calculate(Latvia.WithoutShifts, Latvia.Rule(rule), new(), Latvia.Riga(received)).On;
        Assert.True(answer == Latvia.Day(due), $"{number}: {answer:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("2024-06-18 22:10", "2024-06-26")] // 19, 20, 21, 25, 26
    [InlineData("2025-03-27 23:59", "2025-04-03")]
    [InlineData("2026-12-21 12:00", "2026-12-30")] // 22, 23, 28, 29, 30
    [InlineData("2024-12-09 12:00", "2024-12-14")] // 10–14, the Saturday is worked
    [InlineData("2025-05-05 09:00", "2025-05-10")] // 6–10
    public void Bremens_five_days_may_be_read_as_working_days(string received, string due) =>
        Assert.Equal(Latvia.Day(due), DueDates.Calculate(Latvia.Calendar, Latvia.Rule("BRE 5wd"), new(), Latvia.Riga(received)).On);

    [Fact]
    public void Jelgavas_one_day_is_the_same_date_read_as_calendar_day_with_roll_or_as_working_day()
    {
        var calendarDay = Latvia.Rule("JEL-ACK") with { Term = new(1, TermUnit.CalendarDays) };
        for (var day = new DateOnly(2023, 1, 1); day.Year < 2028; day = day.AddDays(1))
        {
            Assert.Equal(
                DueDates.Calculate(Latvia.Calendar, Latvia.Rule("JEL-ACK").Term, RollForward.ToNextWorkingDay, day),
                DueDates.Calculate(Latvia.Calendar, calendarDay.Term, RollForward.ToNextWorkingDay, day));
        }
    }

    [Fact]
    public void Were_3_May_2027_moved_to_8_May_example_27_would_end_on_Thursday_6_May()
    {
        var moved = Latvia.With(true, Latvia.Exception("2027-05-03", CalendarExceptionKind.MovedOut), Latvia.Exception("2027-05-08", CalendarExceptionKind.MovedIn));
        Assert.Equal(new(2027, 5, 6), DueDates.Calculate(moved, Latvia.Rule("SIG-EXT"), new(), Latvia.Riga("2027-04-29 10:00")).On);
    }

    [Fact]
    public void Were_19_November_2027_moved_example_38_would_end_later()
    {
        var moved = Latvia.With(true, Latvia.Exception("2027-11-19", CalendarExceptionKind.MovedOut), Latvia.Exception("2027-11-27", CalendarExceptionKind.MovedIn));
        Assert.Equal(new(2027, 11, 22), DueDates.Calculate(moved, Latvia.Rule("JEL-INT"), new(), Latvia.Riga("2027-11-17 09:00")).On);
    }

    [Fact]
    public void An_hour_that_exists_twice_gives_one_date()
    {
        var first = DueDates.Calculate(Latvia.Calendar, Latvia.Rule("SIG-EXT"), new(), Latvia.Utc("2026-10-25T00:30Z"));
        var second = DueDates.Calculate(Latvia.Calendar, Latvia.Rule("SIG-EXT"), new(), Latvia.Utc("2026-10-25T01:30Z"));
        Assert.Equal(first, second);
        Assert.Equal(new(2026, 10, 28), first.On);
    }

    /// <summary>Number, count, unit, D0, due, note.</summary>
    public static readonly TheoryData<string, int, TermUnit, string, string, string> Statute = new()
    {
        { "L1", 1, TermUnit.Months, "2024-01-31", "2024-02-29", "old month: last day of a shorter month" },
        { "L2", 1, TermUnit.Months, "2024-05-24", "2024-06-25", "raw 24.06 is Jāņi" },
        { "L3", 1, TermUnit.Months, "2025-11-25", "2025-12-29", "raw 25.12, then 26.12 and a weekend" },
        { "L4", 1, TermUnit.Months, "2025-12-31", "2026-02-02", "raw Sat 31.01" },
        { "L5", 1, TermUnit.Months, "2026-02-27", "2026-03-27", "received under the old law" },
        { "L6", 1, TermUnit.Months, "2026-02-28", "2026-03-30", "raw Sat 28.03" },
        { "L7", 10, TermUnit.WorkingDays, "2026-03-01", "2026-03-13", "first day of the new law" },
        { "L8", 10, TermUnit.WorkingDays, "2026-03-02", "2026-03-16", "plain" },
        { "L9", 10, TermUnit.WorkingDays, "2026-06-15", "2026-07-01", "16–19, 25, 26, Sat 27, 29, 30 June, 1 July" },
        { "L10", 10, TermUnit.WorkingDays, "2026-12-18", "2027-01-07", "21–23, 28–30 Dec, 4–7 Jan" },
        { "L11", 1, TermUnit.Months, "2026-06-15", "2026-07-15", "complex under the new law" },
        { "L12", 7, TermUnit.WorkingDays, "2024-06-17", "2024-06-27", "forwarding, old law" },
        { "L13", 5, TermUnit.WorkingDays, "2026-12-18", "2026-12-29", "forwarding, new law" },
        { "L14", 4, TermUnit.Months, "2025-10-31", "2026-03-02", "old extension, raw Sat 28.02.2026" },
        { "L15", 15, TermUnit.WorkingDays, "2025-04-28", "2025-05-21", "consumer claim, counts Sat 10 May" },
    };

    [Theory]
    [MemberData(nameof(Statute))]
    public void The_laws_terms_end_on_the_day_the_calendar_says(string number, int count, TermUnit unit, string receivedOn, string due, string why)
    {
        var rule = Latvia.Law(count, unit);
        var answer = DueDates.Calculate(Latvia.Calendar, rule.Term, rule.RollForward, Latvia.Day(receivedOn)).On;
        Assert.True(answer == Latvia.Day(due), $"{number}: {answer:yyyy-MM-dd} ({why})");

        // The late-receipt policy is the municipality's own: it cannot lengthen the law.
        var late = Latvia.Riga(receivedOn + " 23:00");
        Assert.Equal(Latvia.Day(due), DueDates.Calculate(Latvia.Calendar, rule, Latvia.LatePolicy, late).On);
    }

    [Fact] // L9: Mon 22 June counts instead of Sat 27 June
    public void Ten_working_days_over_midsummer_2026_end_the_same_day_with_and_without_shifts() =>
        Assert.Equal(new(2026, 7, 1), DueDates.Calculate(Latvia.WithoutShifts, new(10, TermUnit.WorkingDays), RollForward.ToNextWorkingDay, new DateOnly(2026, 6, 15)).On);

    [Fact] // L16: sent Mon 28.04.2025, 29 and 30 April are worked
    public void A_letter_sent_electronically_counts_as_notified_on_the_second_working_day() =>
        Assert.Equal(new(2025, 4, 30), DueDates.NotifiedElectronically(Latvia.Calendar, new(2025, 4, 28)));
}
