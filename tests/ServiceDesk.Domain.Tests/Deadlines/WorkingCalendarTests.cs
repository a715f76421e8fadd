using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Deadlines;

public class WorkingCalendarTests
{
    [Theory]
    [InlineData(2023, "04-07", "04-10", "05-14", "05-28")]
    [InlineData(2024, "03-29", "04-01", "05-12", "05-19")]
    [InlineData(2025, "04-18", "04-21", "05-11", "06-08")]
    [InlineData(2026, "04-03", "04-06", "05-10", "05-24")]
    [InlineData(2027, "03-26", "03-29", "05-09", "05-16")]
    [InlineData(2028, "04-14", "04-17", "05-14", "06-04")]
    public void Movable_holidays_fall_where_the_almanac_says(int year, string goodFriday, string easterMonday, string mothersDay, string pentecost)
    {
        var days = PublicHolidays.Of(year).ToLookup(h => h.Holiday, h => h.Date);
        Assert.Equal(Latvia.Day($"{year}-{goodFriday}"), Assert.Single(days[PublicHoliday.GoodFriday]));
        Assert.Equal(Latvia.Day($"{year}-{easterMonday}"), Assert.Single(days[PublicHoliday.EasterMonday]));
        Assert.Equal(Latvia.Day($"{year}-{mothersDay}"), Assert.Single(days[PublicHoliday.MothersDay]));
        Assert.Equal(Latvia.Day($"{year}-{pentecost}"), Assert.Single(days[PublicHoliday.Pentecost]));
    }

    [Theory] // shifts do not change the sum
    [InlineData(2023, 250)]
    [InlineData(2024, 251)]
    [InlineData(2025, 249)]
    [InlineData(2026, 250)]
    [InlineData(2027, 252)]
    public void A_year_has_its_number_of_working_days_with_and_without_shifts(int year, int workingDays)
    {
        var (from, to) = (new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31));
        Assert.Equal(workingDays, Latvia.Calendar.WorkingDaysBetween(from, to));
        Assert.Equal(workingDays, Latvia.WithoutShifts.WorkingDaysBetween(from, to));
    }

    [Theory]
    [InlineData("2023-11-20", DayReason.SubstituteDay)] // Sat 18 Nov
    [InlineData("2024-05-06", DayReason.SubstituteDay)] // Sat 4 May
    [InlineData("2025-05-05", DayReason.SubstituteDay)] // Sun 4 May
    [InlineData("2018-11-19", DayReason.SubstituteDay)] // Sun 18 Nov
    [InlineData("2028-11-20", DayReason.SubstituteDay)] // Sat 18 Nov
    [InlineData("2027-05-03", DayReason.Working)] // Sat 1 May gives nothing
    [InlineData("2027-12-27", DayReason.Working)] // 25–26 Dec on a weekend give nothing
    [InlineData("2028-06-26", DayReason.Working)] // Sat 24 June gives nothing
    [InlineData("2024-12-27", DayReason.Working)] // a candidate that was not moved
    [InlineData("2023-05-29", DayReason.OneOffHoliday)]
    [InlineData("2023-07-10", DayReason.OneOffHoliday)]
    [InlineData("2026-01-02", DayReason.MovedOut)]
    [InlineData("2026-01-17", DayReason.MovedIn)]
    [InlineData("2026-06-23", DayReason.PublicHoliday)]
    [InlineData("2026-06-21", DayReason.Weekend)]
    public void Every_day_knows_why(string day, DayReason reason) => Assert.Equal(reason, Latvia.Calendar.Reason(Latvia.Day(day)));

    [Theory]
    [InlineData(2024, "03-28 04-30 05-03")]
    [InlineData(2025, "04-17 04-30 05-10 12-23 12-30")]
    [InlineData(2026, "04-02 04-30 11-17 12-23 12-30")]
    [InlineData(2027, "03-25 04-30 05-03 06-22 11-17 12-23 12-30")]
    public void A_working_day_directly_before_a_holiday_is_an_hour_shorter(int year, string days)
    {
        var shorter = Enumerable.Range(0, 366)
            .Select(new DateOnly(year, 1, 1).AddDays)
            .Where(d => d.Year == year && Latvia.Calendar.IsPreHoliday(d))
            .Select(d => d.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(days, string.Join(' ', shorter));
    }

    [Theory]
    [InlineData("2024-05-02", "08:00", "17:00")]
    [InlineData("2024-05-03", "08:00", "14:00")] // Friday before Sat 4 May
    [InlineData("2025-05-10", "08:00", "14:00")] // moved Saturday before Mother's Day
    [InlineData("2026-01-17", "08:00", "15:00")] // moved Saturday
    [InlineData("2026-11-17", "08:00", "16:00")] // Tuesday before 18 November
    [InlineData("2026-06-23", null, null)]
    public void The_house_knows_its_hours(string day, string? opens, string? closes)
    {
        OpeningHours? expected = opens is null ? null : new(TimeOnly.Parse(opens, null), TimeOnly.Parse(closes!, null));
        Assert.Equal(expected, Latvia.Calendar.Hours(Latvia.Day(day)));
    }

    [Fact] // Jelgava city closed at 12 on 17.11.2022
    public void A_shortened_day_has_the_hours_of_its_exception_and_stays_a_working_day()
    {
        var calendar = Latvia.With(true, Latvia.Exception("2026-11-17", CalendarExceptionKind.Shortened, new(new(8, 0), new(12, 0))));
        Assert.Equal(new OpeningHours(new(8, 0), new(12, 0)), calendar.Hours(new(2026, 11, 17)));
        Assert.True(calendar.IsWorkingDay(new(2026, 11, 17)));
    }

    [Fact]
    public void A_day_declared_worked_wins_over_a_computed_holiday_and_says_so()
    {
        var calendar = Latvia.With(true, Latvia.Exception("2026-05-04", CalendarExceptionKind.LocalWorking));
        Assert.Equal(DayReason.LocalWorking, calendar.Reason(new(2026, 5, 4)));
        Assert.Equal(PublicHoliday.RestorationOfIndependence, calendar.Holiday(new(2026, 5, 4)));
    }

    [Fact]
    public void The_Cabinet_cannot_move_work_onto_a_public_holiday() =>
        Refused("Deadlines.Refusal.MovedInOnHoliday", () => Latvia.Exception("2026-05-04", CalendarExceptionKind.MovedIn));

    [Fact]
    public void One_date_has_one_exception_in_force() =>
        Refused("Deadlines.Refusal.DateHasException", () => new WorkingCalendar(
            WeekPattern.Usual,
            [Latvia.Exception("2026-03-03", CalendarExceptionKind.Closed), Latvia.Exception("2026-03-03", CalendarExceptionKind.LocalWorking)]));

    [Fact]
    public void A_withdrawn_exception_does_not_count()
    {
        var closed = Latvia.Exception("2026-03-03", CalendarExceptionKind.Closed);
        closed.Withdraw("Kļūda", "Anna Ozola", Latvia.Riga("2026-03-01 10:00"));
        Assert.True(Latvia.With(true, closed).IsWorkingDay(new(2026, 3, 3)));
        Refused("Deadlines.Refusal.ExceptionWithdrawnAlready", () => closed.Withdraw("Kļūda", "Anna Ozola", Latvia.Riga("2026-03-01 10:00")));
        Refused("Deadlines.Refusal.ExceptionReason", () => Latvia.Exception("2026-03-03", CalendarExceptionKind.Closed).Withdraw(" ", "Anna Ozola", default));
    }

    [Fact]
    public void An_exception_without_hours_where_they_are_needed_or_with_hours_where_nobody_works_is_refused()
    {
        Refused("Deadlines.Refusal.ShortenedNeedsHours", () => Latvia.Exception("2026-03-03", CalendarExceptionKind.Shortened));
        Refused("Deadlines.Refusal.FreeDayHasNoHours", () => Latvia.Exception("2026-03-03", CalendarExceptionKind.Closed, new(new(8, 0), new(9, 0))));
        Refused("Deadlines.Refusal.HoursOrder", () => new OpeningHours(new(9, 0), new(9, 0)));
        Refused("Deadlines.Refusal.ExceptionSource", () => new CalendarException(new(2026, 3, 3), CalendarExceptionKind.Closed, "", "Iemesls", "A", default));
        Refused("Deadlines.Refusal.ExceptionReason", () => new CalendarException(new(2026, 3, 3), CalendarExceptionKind.Closed, "Avots", "", "A", default));
    }

    [Fact]
    public void A_week_without_working_days_is_refused() =>
        Refused("Deadlines.Refusal.WeekWithoutWorkingDays", () => new WeekPattern(new Dictionary<DayOfWeek, OpeningHours>(), new(new(8, 0), new(15, 0))));

    [Fact]
    public void An_explanation_says_when_a_year_it_touches_is_not_confirmed()
    {
        Assert.True(DueDates.Explain(Latvia.Calendar, Latvia.Rule("SIG-EXT"), new DateOnly(2026, 12, 21)).CalendarConfirmed);
        var overNewYear = DueDates.Explain(Latvia.Calendar, Latvia.Rule("SIG-EXT"), new DateOnly(2026, 12, 30));
        Assert.False(overNewYear.CalendarConfirmed);
        Assert.Equal(new(2027, 1, 6), overNewYear.Due);
    }

    [Fact]
    public void A_date_outside_the_calendar_is_refused() =>
        Refused("Deadlines.Refusal.DateOutOfRange", () => Latvia.Calendar.IsWorkingDay(new(1999, 12, 31)));

    private static void Refused(string key, Action step) => Assert.Equal(key, Assert.Throws<Refusal>(step).Key);

    private static void Refused(string key, Func<object> step) => Assert.Equal(key, Assert.Throws<Refusal>(step).Key);
}
