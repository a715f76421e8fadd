using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Deadlines;

/// <summary>Interim replies, promises and extensions (SIG 21.1, 23.2), with the worked cases P1–P6.</summary>
public class ClockTests
{
    private static readonly Guid Case = Guid.CreateVersion7();

    /// <summary>Example 1: received Wed 10.01.2024 09:15, due Mon 15.01.2024.</summary>
    private static Clock Example1(string rule = "SIG-EXT") => Clock.ForRule(Case, Latvia.Rule(rule), Latvia.Standard, Latvia.Calendar, Latvia.Riga("2024-01-10 09:15"));

    private static Clock PromiseFor(string day, string today = "2024-01-15", PromiseBounds bounds = default) =>
        Clock.ForPromise(Case, Latvia.Day(day), "Jāsaņem atzinums", "Anna Ozola", Latvia.Standard, Latvia.Calendar, Latvia.Day(today), bounds);

    [Fact]
    public void A_clock_keeps_what_it_was_counted_by()
    {
        var clock = Example1();
        Assert.Equal((ClockState.Running, true), (clock.State, clock.IsOutstanding));
        Assert.Equal((new DateOnly(2024, 1, 10), new DateOnly(2024, 1, 15), Latvia.Utc("2024-01-15T22:00Z")), (clock.StartedOn, clock.DueOn, clock.DueUntil));
        Assert.Equal(("external-reply", "SIG 21.1", "sigulda", 1, 7), (clock.RuleId, clock.Clause, clock.StandardId, clock.StandardVersion, clock.CalendarVersion));
    }

    [Fact] // the row of the statutory table is the version
    public void A_clock_of_the_law_names_the_row_it_comes_from()
    {
        var clock = Clock.ForRule(Case, Latvia.Law(10, TermUnit.WorkingDays), Latvia.Standard, Latvia.Calendar, new DateOnly(2026, 3, 2));
        Assert.Equal((Layer.Statute, Clock.Statute, 20260301), (clock.Layer, clock.StandardId, clock.StandardVersion));
    }

    [Theory] // 19:00 of the due date is on time; the date decides, not the second
    [InlineData("2024-01-15 19:00", ClockState.Met)]
    [InlineData("2024-01-15 23:59", ClockState.Met)]
    [InlineData("2024-01-16 00:00", ClockState.Breached)]
    public void A_reply_meets_the_clock_until_the_due_date_is_over(string sent, ClockState state)
    {
        var clock = Example1();
        clock.Meet(Latvia.Riga(sent));
        Assert.Equal((state, false), (clock.State, clock.IsOutstanding));
        Assert.Equal(Latvia.Riga(sent), clock.SettledAt);
    }

    [Fact]
    public void P1_an_interim_reply_in_time_meets_the_clock_and_the_promise_is_kept()
    {
        var clock = Example1();
        clock.MeetByInterim(Latvia.Riga("2024-01-15 16:00"));
        var promise = Clock.ForPromise(Case, new DateOnly(2024, 1, 26), "Jāsaņem atzinums", "Anna Ozola", Latvia.Standard, Latvia.Calendar, new DateOnly(2024, 1, 15), previous: clock);
        Assert.Equal(ClockState.MetByInterim, clock.State);
        Assert.Equal((Layer.PersonalPromise, clock.Id, "SIG 6.2.1"), (promise.Layer, promise.PreviousClockId!.Value, promise.Clause));

        promise.Meet(Latvia.Riga("2024-01-25 10:00"));
        Assert.Equal(ClockState.Met, promise.State);
    }

    [Fact]
    public void P2_an_interim_reply_too_late_leaves_the_breach_and_the_promise_runs()
    {
        var clock = Example1();
        clock.MeetByInterim(Latvia.Riga("2024-01-16 09:00"));
        Assert.Equal((ClockState.Breached, false), (clock.State, clock.IsOutstanding));
        Assert.Equal(ClockState.Running, PromiseFor("2024-01-26", "2024-01-16").State);
    }

    [Theory]
    [InlineData("2024-01-26 17:00", "2024-02-02", ClockState.Extended)]
    [InlineData("2024-01-29 09:00", "2024-02-02", ClockState.Breached)]
    public void P3_a_promise_put_off_in_time_is_extended_and_later_broken(string sent, string newDate, ClockState state)
    {
        var promise = PromiseFor("2024-01-26");
        var next = promise.Extend(Latvia.Day(newDate), "Eksperts slims", "Anna Ozola", Latvia.Standard, Latvia.Calendar, Latvia.Riga(sent));
        Assert.Equal((state, false), (promise.State, promise.IsOutstanding));
        Assert.Equal((ClockState.Running, promise.Id, 1), (next.State, next.PreviousClockId!.Value, next.ExtensionCount));
    }

    [Theory]
    [InlineData("SIG-EXT", false)]
    [InlineData("SIG-INT", true)]
    [InlineData("JEL-ACK", true)]
    [InlineData("JEL-INT", true)]
    public void P4_an_acknowledgement_meets_only_the_rules_that_say_so(string rule, bool met)
    {
        Assert.Equal(met, Example1(rule).IsMetBy(MeetingEvent.Acknowledgement));
        Assert.True(Example1(rule).IsMetBy(MeetingEvent.Reply));
    }

    [Fact]
    public void P5_a_holiday_that_appears_overnight_moves_the_running_clock()
    {
        var before = new WorkingCalendar(WeekPattern.Usual, Latvia.Exceptions.Where(e => e.On != new DateOnly(2023, 5, 29)), version: 1);
        var rule = Latvia.Rule("SIG-EXT");
        var clock = Clock.ForRule(Case, rule, Latvia.Standard, before, Latvia.Riga("2023-05-24 10:00"));
        Assert.Equal(new(2023, 5, 29), clock.DueOn); // 25, 26, 29

        clock.Move(DueDates.Calculate(Latvia.Calendar, rule.Term, rule.RollForward, clock.StartedOn).On, Latvia.Calendar);
        Assert.Equal((new DateOnly(2023, 5, 30), 7), (clock.DueOn, clock.CalendarVersion));
        Assert.Equal(Latvia.Riga("2023-05-31 00:00"), clock.DueUntil);
    }

    [Fact]
    public void P6_a_promise_for_a_free_day_is_warned_of_with_a_suggestion_and_not_moved()
    {
        Assert.Equal(new PromiseWarning(new(2026, 12, 26), DayReason.PublicHoliday, new(2026, 12, 28)), Promises.Warn(Latvia.Calendar, new DateOnly(2026, 12, 26)));
        Assert.Null(Promises.Warn(Latvia.Calendar, new DateOnly(2026, 12, 28)));
        Assert.Equal(new(2026, 12, 26), PromiseFor("2026-12-26", "2026-12-21").DueOn);
    }

    [Fact] // "I will call at 15:00" keeps minutes
    public void A_promised_time_is_kept_to_the_minute_and_never_moved()
    {
        var at = Latvia.Riga("2026-03-05 15:00");
        var call = Clock.ForPromise(Case, at, "Jānoskaidro", "Anna Ozola", Latvia.Standard, Latvia.Calendar, Latvia.Riga("2026-03-05 10:00"));
        Assert.Equal((true, new DateOnly(2026, 3, 5), new DateOnly(2026, 3, 5)), (call.Precise, call.DueOn, call.LateFromOn));
        Assert.False(call.IsLate(at.AddSeconds(59)));
        Assert.True(call.IsLate(at.AddMinutes(1)));
        Refused("Deadlines.Refusal.GivenDateStays", () => call.Move(new(2026, 3, 6), Latvia.Calendar));
        Refused("Deadlines.Refusal.PromiseInPast", () => Clock.ForPromise(Case, at, "Jānoskaidro", "A", Latvia.Standard, Latvia.Calendar, at.AddHours(1)));
    }

    [Theory]
    [InlineData("2026-03-05 07:30", "2026-03-05")] // before opening: the same day
    [InlineData("2026-03-06 16:00", "2026-03-09")] // Friday closed at 15
    [InlineData("2026-03-07 11:00", "2026-03-09")] // Saturday
    [InlineData("2026-03-05 15:00", null)]
    public void A_promised_time_outside_opening_hours_is_warned_of(string promised, string? suggested) =>
        Assert.Equal(suggested is null ? null : Latvia.Day(suggested), Promises.Warn(Latvia.Calendar, Latvia.Riga(promised))?.SuggestedOn);

    [Theory] // refused, the term unchanged
    [InlineData(null)]
    [InlineData("  ")]
    public void A_promise_without_a_reason_is_refused(string? reason) => Refused(
        "Deadlines.Refusal.ReasonNeeded",
        () => Clock.ForPromise(Case, new DateOnly(2024, 1, 26), reason, "A", Latvia.Standard, Latvia.Calendar, new DateOnly(2024, 1, 15)));

    [Theory] // example 1 is due 15.01; one month from receipt is Sat 10.02, rolled to Mon 12.02
    [InlineData("2024-01-11", "2024-01-12", "Deadlines.Refusal.PromiseInPast")]
    [InlineData("2024-01-12", "2024-01-11", "Deadlines.Refusal.PromiseTooEarly")]
    [InlineData("2024-02-13", "2024-01-12", "Deadlines.Refusal.PromiseTooLate")]
    public void A_promise_in_the_past_before_the_term_or_over_the_limit_is_refused(string promised, string today, string key)
    {
        var bounds = Promises.Bounds(Latvia.Standard, Latvia.Calendar, new(2024, 1, 10), [Example1()], Latvia.Day(today));
        Assert.Equal(new PromiseBounds(new(2024, 1, 15), new(2024, 2, 12)), bounds);
        Refused(key, () => PromiseFor(promised, today, bounds));
    }

    [Fact] // for a formal item the statutory date is the limit
    public void A_promise_may_not_reach_over_a_statutory_date()
    {
        var received = new DateOnly(2026, 3, 2);
        var law = Clock.ForRule(Case, Latvia.Law(10, TermUnit.WorkingDays), Latvia.Standard, Latvia.Calendar, received);
        Assert.Equal(new DateOnly(2026, 3, 16), Promises.Bounds(Latvia.Standard, Latvia.Calendar, received, [law], received).Latest);
    }

    [Fact] // otherwise nobody could name a date to a client who waits longest
    public void Once_the_limit_is_over_it_is_counted_from_today() =>
        Assert.Equal(new DateOnly(2024, 4, 15), Promises.Bounds(Latvia.Standard, Latvia.Calendar, new(2024, 1, 10), [], new(2024, 3, 15)).Latest);

    [Fact]
    public void The_laws_clock_is_untouched_by_interim_replies()
    {
        var law = Clock.ForRule(Case, Latvia.Law(10, TermUnit.WorkingDays), Latvia.Standard, Latvia.Calendar, new DateOnly(2026, 3, 2));
        Refused("Deadlines.Refusal.InterimNotAllowed", () => law.MeetByInterim(Latvia.Riga("2026-03-03 10:00")));
        Assert.Equal(ClockState.Running, law.State);
    }

    [Fact] // four months from receipt
    public void The_laws_clock_moves_only_by_a_notice_with_a_reason_within_the_limit()
    {
        var rule = Latvia.Law(1, TermUnit.Months, new(4, TermUnit.Months));
        var clock = Clock.ForRule(Case, rule, Latvia.Standard, Latvia.Calendar, new DateOnly(2025, 10, 31));
        var limit = Promises.StatutoryLimit(rule, Latvia.Calendar, new(2025, 10, 31))!.Value;
        Assert.Equal(new(2026, 3, 2), limit); // L14

        var now = Latvia.Riga("2025-11-28 10:00");
        Refused("Deadlines.Refusal.ReasonNeeded", () => clock.ExtendStatutory(limit, "", limit, Latvia.Calendar, now));
        Refused("Deadlines.Refusal.OverStatutoryLimit", () => clock.ExtendStatutory(limit.AddDays(1), "Ekspertīze", limit, Latvia.Calendar, now));
        Refused("Deadlines.Refusal.ExtensionNotLater", () => clock.ExtendStatutory(clock.DueOn, "Ekspertīze", limit, Latvia.Calendar, now));
        Refused("Deadlines.Refusal.StatutoryTermOver", () => clock.ExtendStatutory(limit, "Ekspertīze", limit, Latvia.Calendar, Latvia.Riga("2025-12-02 00:00")));
        clock.ExtendStatutory(limit, "Ekspertīze", limit, Latvia.Calendar, now);
        Assert.Equal((limit, 1, ClockState.Running), (clock.DueOn, clock.ExtensionCount, clock.State));
        Refused("Deadlines.Refusal.GivenDateStays", () => clock.Move(new(2026, 1, 5), Latvia.Calendar));
    }

    [Fact] // allowed; both dates stay
    public void A_second_extension_is_counted_and_a_standard_may_limit_them()
    {
        var first = PromiseFor("2024-01-26");
        var second = first.Extend(new(2024, 2, 2), "Eksperts slims", "Anna Ozola", Latvia.Standard, Latvia.Calendar, Latvia.Riga("2024-01-26 10:00"));
        var third = second.Extend(new(2024, 2, 9), "Eksperts slims", "Anna Ozola", Latvia.Standard, Latvia.Calendar, Latvia.Riga("2024-02-01 10:00"));
        Assert.Equal((2, new DateOnly(2024, 2, 2)), (third.ExtensionCount, second.DueOn));

        var strict = Latvia.Standard with { Settings = new() { MaxPromiseExtensions = 2 } };
        Refused("Deadlines.Refusal.TooManyExtensions", () => third.Extend(new(2024, 2, 12), "Vēl", "A", strict, Latvia.Calendar, Latvia.Riga("2024-02-08 10:00")));
    }

    [Fact]
    public void An_extension_must_reach_further_and_only_promises_are_extended()
    {
        var promise = PromiseFor("2024-01-26");
        Refused("Deadlines.Refusal.ExtensionNotLater", () => promise.Extend(new(2024, 1, 26), "Vēl", "A", Latvia.Standard, Latvia.Calendar, Latvia.Riga("2024-01-25 10:00")));
        Refused("Deadlines.Refusal.ReasonNeeded", () => promise.Extend(new(2024, 1, 29), "", "A", Latvia.Standard, Latvia.Calendar, Latvia.Riga("2024-01-25 10:00")));
        Assert.Equal(ClockState.Running, promise.State);
        Refused("Deadlines.Refusal.OnlyPromisesExtend", () => Example1().Extend(new(2024, 1, 29), "Vēl", "A", Latvia.Standard, Latvia.Calendar, Latvia.Riga("2024-01-12 10:00")));
    }

    [Fact]
    public void A_promise_that_passes_without_an_answer_is_a_breach_of_its_own()
    {
        var promise = PromiseFor("2024-01-26");
        Refused("Deadlines.Refusal.NotYetOver", () => promise.MarkBreached(Latvia.Riga("2024-01-26 23:59")));
        promise.MarkBreached(Latvia.Riga("2024-02-05 08:00")); // found days later
        Assert.Equal((ClockState.Breached, true, new DateOnly(2024, 1, 27)), (promise.State, promise.IsOutstanding, promise.LateFromOn));
        promise.Meet(Latvia.Riga("2024-02-06 10:00"));
        Assert.Equal((ClockState.Breached, false), (promise.State, promise.IsOutstanding));
        Refused("Deadlines.Refusal.NothingOwed", () => promise.Meet(Latvia.Riga("2024-02-07 10:00")));
    }

    [Fact] // the mail server took it at 23:59, the confirmation came after the detection ran
    public void A_letter_that_left_in_time_meets_a_clock_already_marked_as_missed()
    {
        var clock = Example1();
        clock.MarkBreached(Latvia.Riga("2024-01-16 00:00"));
        clock.Meet(Latvia.Riga("2024-01-15 23:59"));
        Assert.Equal(ClockState.Met, clock.State);
    }

    [Fact]
    public void A_released_clock_owes_nothing_and_a_missed_one_stays_missed()
    {
        var clock = Example1();
        Refused("Deadlines.Refusal.ReasonNeeded", () => clock.Release(" ", Latvia.Riga("2024-01-11 10:00")));
        clock.Release("Klients atsauca", Latvia.Riga("2024-01-11 10:00"));
        Assert.Equal((ClockState.Released, false), (clock.State, clock.IsOutstanding));

        var late = Example1();
        late.Release("Klients atsauca", Latvia.Riga("2024-01-17 10:00"));
        Assert.Equal((ClockState.Breached, false), (late.State, late.IsOutstanding));
    }

    [Fact] // met and breached clocks are left alone
    public void Only_a_running_clock_moves()
    {
        var met = Example1();
        met.Meet(Latvia.Riga("2024-01-12 10:00"));
        Refused("Deadlines.Refusal.ClockNotRunning", () => met.Move(new(2024, 1, 16), Latvia.Calendar));
        var breached = Example1();
        breached.MarkBreached(Latvia.Riga("2024-01-16 08:00"));
        Refused("Deadlines.Refusal.ClockNotRunning", () => breached.Move(new(2024, 1, 17), Latvia.Calendar));
        Refused("Deadlines.Refusal.ClockNotRunning", () => breached.MarkBreached(Latvia.Riga("2024-01-16 08:00")));
    }

    private static void Refused(string key, Action step) => Assert.Equal(key, Assert.Throws<Refusal>(step).Key);

    private static void Refused(string key, Func<object> step) => Assert.Equal(key, Assert.Throws<Refusal>(step).Key);
}
