namespace ServiceDesk.Domain.Deadlines;

/// <summary>A due date: the local day, the whole of it, and the exclusive UTC instant at which it is over.</summary>
public readonly record struct DueDate(DateOnly On, DateTimeOffset UntilUtc);

/// <summary>The day a term is counted from (D0), and whether that day itself is the first counted one.</summary>
public readonly record struct ReceiptDay(DateOnly On, bool IsCounted)
{
    /// <summary>
    /// The day of receipt of an instant. The local calendar day decides, never the hour (SKA-483/2022), except where the standard
    /// says otherwise for its own working-day terms: late items as received on the next working day, or the day itself counted.
    /// </summary>
    public static ReceiptDay Of(DateTimeOffset receivedAt, DeadlineRule rule, StandardSettings settings, WorkingCalendar calendar)
    {
        var local = calendar.LocalTime.At(receivedAt);
        var day = DateOnly.FromDateTime(local);
        if (rule.Layer == Layer.Statute || rule.Term.Unit != TermUnit.WorkingDays)
            return new(day, false);

        var time = TimeOnly.FromDateTime(local);
        var hours = calendar.Hours(day);
        var isLate = hours is null || time >= hours.Value.Closes;
        if (settings.AfterHoursReceipt == AfterHoursReceipt.NextWorkingDay && isLate)
            return new(calendar.AddWorkingDays(day, 1), false);
        return new(day, settings.FirstCountedDay == FirstCountedDay.ReceiptDayInHours && !isLate && time >= hours!.Value.Opens);
    }
}

/// <summary>
/// Counts terms. Day terms run in local dates and end with the whole due date (Administrative Procedure Law s. 42–43, SKA-483/2022).
/// Every answer costs the same few table look-ups whatever the length of the term.
/// </summary>
public static class DueDates
{
    /// <summary>The due date of a term.</summary>
    public static DueDate Calculate(WorkingCalendar calendar, Term term, RollForward rollForward, ReceiptDay receipt)
    {
        var on = term.Unit == TermUnit.WorkingDays
            ? calendar.AddWorkingDays(receipt.IsCounted ? receipt.On.AddDays(-1) : receipt.On, term.Count)
            : Rolled(calendar, Target(term, receipt.On), rollForward);
        return new(on, calendar.EndOf(on));
    }

    /// <summary>The due date of a term counted from a day.</summary>
    public static DueDate Calculate(WorkingCalendar calendar, Term term, RollForward rollForward, DateOnly receivedOn) =>
        Calculate(calendar, term, rollForward, new ReceiptDay(receivedOn, false));

    /// <summary>The due date of a rule for an item received at an instant.</summary>
    public static DueDate Calculate(WorkingCalendar calendar, DeadlineRule rule, StandardSettings settings, DateTimeOffset receivedAt) =>
        Calculate(calendar, rule.Term, rule.RollForward, ReceiptDay.Of(receivedAt, rule, settings, calendar));

    /// <summary>
    /// The day on which a letter counts as notified when it was sent by e-mail or to an e-address: the second working day after sending.
    /// </summary>
    public static DateOnly NotifiedElectronically(WorkingCalendar calendar, DateOnly sentOn) => calendar.AddWorkingDays(sentOn, 2);

    /// <summary>Why this date: every day from arrival to the due date with what it is.</summary>
    public static DueDateExplanation Explain(WorkingCalendar calendar, DeadlineRule rule, StandardSettings settings, DateTimeOffset receivedAt)
    {
        var receipt = ReceiptDay.Of(receivedAt, rule, settings, calendar);
        return Explain(calendar, rule, calendar.LocalTime.DateOf(receivedAt), receipt) with { ReceivedAt = receivedAt };
    }

    /// <summary>Why this date, for an item of which only the day of receipt is known.</summary>
    public static DueDateExplanation Explain(WorkingCalendar calendar, DeadlineRule rule, DateOnly receivedOn) =>
        Explain(calendar, rule, receivedOn, new ReceiptDay(receivedOn, false));

    /// <summary>Why this date, for a stored day of receipt (D0) of an item that arrived on a day.</summary>
    public static DueDateExplanation Explain(WorkingCalendar calendar, DeadlineRule rule, DateOnly arrivedOn, ReceiptDay receipt)
    {
        var due = Calculate(calendar, rule.Term, rule.RollForward, receipt);
        var countsWorkingDays = rule.Term.Unit == TermUnit.WorkingDays;
        var lastCounted = countsWorkingDays ? due.On : Target(rule.Term, receipt.On);
        var days = new ExplainedDay[due.On.DayNumber - arrivedOn.DayNumber + 1];
        var ordinal = 0;
        for (var i = 0; i < days.Length; i++)
        {
            var day = arrivedOn.AddDays(i);
            var reason = calendar.Reason(day);
            var runs = day > receipt.On || (day == receipt.On && receipt.IsCounted);
            var counted = runs && day <= lastCounted && (!countsWorkingDays || WorkingCalendar.IsWorked(reason));
            if (counted)
                ordinal++;
            days[i] = new(day, counted, counted ? ordinal : 0, reason, day == receipt.On, day == arrivedOn);
        }

        return new()
        {
            Rule = rule,
            ArrivedOn = arrivedOn,
            ReceivedOn = receipt.On,
            Due = due.On,
            DueUtc = due.UntilUtc,
            Days = days,
            CalendarVersion = calendar.Version,
            CalendarConfirmed = IsConfirmed(calendar, arrivedOn, due.On),
        };
    }

    private static bool IsConfirmed(WorkingCalendar calendar, DateOnly from, DateOnly to)
    {
        for (var year = from.Year; year <= to.Year; year++)
        {
            if (!calendar.IsConfirmed(year))
                return false;
        }

        return true;
    }

    // The day a calendar or month term ends on before rolling. AddMonths takes the last day of a shorter month.
    private static DateOnly Target(Term term, DateOnly from) => term.Unit == TermUnit.Months ? from.AddMonths(term.Count) : from.AddDays(term.Count);

    private static DateOnly Rolled(WorkingCalendar calendar, DateOnly day, RollForward rollForward) =>
        rollForward == RollForward.ToNextWorkingDay ? calendar.WorkingDayFrom(day) : day;
}

/// <summary>One day of a "why this date?" strip.</summary>
/// <param name="Date">Local date.</param>
/// <param name="Counted">Whether the term counts it.</param>
/// <param name="Ordinal">Its place among the counted days, from 1; 0 when not counted.</param>
/// <param name="Reason">What the calendar says of it.</param>
/// <param name="IsReceipt">Whether the term is counted from it (D0).</param>
/// <param name="IsArrival">Whether the item arrived on it.</param>
public readonly record struct ExplainedDay(DateOnly Date, bool Counted, int Ordinal, DayReason Reason, bool IsReceipt, bool IsArrival);

/// <summary>The answer to "why this date?".</summary>
public sealed record DueDateExplanation
{
    /// <summary>The rule, with its clause and term.</summary>
    public required DeadlineRule Rule { get; init; }

    /// <summary>When the item arrived, if the hour is known.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Local day of arrival.</summary>
    public required DateOnly ArrivedOn { get; init; }

    /// <summary>The day the term is counted from (D0); later than arrival only under the late-receipt policy.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The due date.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The exclusive instant at which the due date is over.</summary>
    public required DateTimeOffset DueUtc { get; init; }

    /// <summary>Every day from arrival up to and including the due date.</summary>
    public required IReadOnlyList<ExplainedDay> Days { get; init; }

    /// <summary>The calendar version that answered.</summary>
    public required int CalendarVersion { get; init; }

    /// <summary>False when a year the term touches is not confirmed: the date may still move.</summary>
    public required bool CalendarConfirmed { get; init; }
}
