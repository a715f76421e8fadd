using System.Globalization;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Asks by which date a rule must be met, and why.</summary>
/// <param name="Standard">Id of a standard; the municipality's own when empty.</param>
/// <param name="Rule">Id of one of its rules or of a statutory one.</param>
/// <param name="Received">
/// When the item arrives: <c>2026-06-18T11:00</c> (local), with an offset or <c>Z</c> (an instant), or a date alone (the hour is not known).
/// A local time that does not exist moves on by the gap; one that exists twice is the first, summer one.
/// </param>
public sealed record ExplainDueDate(string? Standard, string? Rule, string? Received);

/// <summary>The date with everything needed to check it.</summary>
/// <param name="Standard">The standard that answered.</param>
/// <param name="ReceivedAt">The instant of arrival; the start of the day when only a date was given.</param>
/// <param name="Why">Rule, days, due date.</param>
/// <param name="Special">The days on the way that are not what their weekday says: holidays, moved days, closures, in order.</param>
public sealed record ExplainedDueDate(ServiceStandard Standard, DateTimeOffset ReceivedAt, DueDateExplanation Why, IReadOnlyList<SpecialDay> Special);

/// <summary>A day that is not what its weekday says.</summary>
/// <param name="Date">Local date.</param>
/// <param name="Reason">What it is.</param>
/// <param name="Holiday">The public holiday on it, if any.</param>
/// <param name="Note">Why a dated exception was entered, if it was one.</param>
/// <param name="Source">Law or order of the exception.</param>
public sealed record SpecialDay(DateOnly Date, DayReason Reason, PublicHoliday Holiday, string? Note, string? Source)
{
    /// <summary>The special ones of some days.</summary>
    public static IReadOnlyList<SpecialDay> Of(WorkingCalendar calendar, IEnumerable<DateOnly> days) =>
    [
        .. days.Select(d => (Date: d, Reason: calendar.Reason(d), Exception: calendar.Exception(d)))
            .Where(d => d.Reason is not (DayReason.Working or DayReason.Weekend))
            .Select(d => d.Reason is DayReason.PublicHoliday or DayReason.SubstituteDay
                ? new SpecialDay(d.Date, d.Reason, calendar.Holiday(d.Date), null, null)
                : new SpecialDay(d.Date, d.Reason, calendar.Holiday(d.Date), d.Exception?.Reason, d.Exception?.Source)),
    ];
}

/// <summary>Answers <see cref="ExplainDueDate"/>. An unknown standard or rule and a time that is none are refused.</summary>
public sealed class ExplainDueDateHandler(CalendarProvider calendars, StandardProvider standards, LocalTime local)
{
    private static readonly string[] LocalForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    private static readonly string[] InstantForms =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmZ", "yyyy-MM-dd'T'HH:mm:ssZ", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFZ"];

    /// <summary>Explains the date.</summary>
    public async Task<ExplainedDueDate> HandleAsync(ExplainDueDate query, CancellationToken cancellationToken)
    {
        var (receivedAt, isDateOnly) = Read(query.Received ?? "");
        var calendar = await calendars.GetAsync(cancellationToken);
        var receivedOn = local.DateOf(receivedAt);
        if (receivedOn < WorkingCalendar.First || receivedOn.Year >= WorkingCalendar.Last.Year)
            throw new Refusal("Deadlines.Refusal.DateOutOfRange", receivedOn, WorkingCalendar.First.Year, WorkingCalendar.Last.Year - 1);
        var id = string.IsNullOrWhiteSpace(query.Standard) ? standards.ActiveId : query.Standard.Trim();
        var rulebook = await standards.FindAsync(id, receivedOn, cancellationToken) ?? throw new Refusal("Deadlines.Refusal.UnknownStandard", id);
        var rule = rulebook.Find(query.Rule?.Trim() ?? "", receivedOn) ?? throw new Refusal("Deadlines.Refusal.UnknownRule", query.Rule ?? "", id);
        var why = isDateOnly
            ? DueDates.Explain(calendar, rule, receivedOn)
            : DueDates.Explain(calendar, rule, rulebook.Standard.Settings, receivedAt);
        return new(rulebook.Standard, receivedAt, why, SpecialDay.Of(calendar, why.Days.Select(d => d.Date)));
    }

    private (DateTimeOffset At, bool IsDateOnly) Read(string text)
    {
        // A plus sign in a query string arrives as a space.
        text = text.Trim();
        if (text.Length > 6 && text[^6] == ' ' && text.Contains('T', StringComparison.Ordinal))
            text = string.Concat(text.AsSpan(0, text.Length - 6), "+", text.AsSpan(text.Length - 5));

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date < DateOnly.MaxValue && date > DateOnly.MinValue)
            return (local.StartOf(date), true);
        if (DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) && wall.Year is > 1 and < 9999)
            return (local.ToUtc(wall), false);
        if (DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant.Year is > 1 and < 9999)
            return (instant.ToUniversalTime(), false);
        throw new Refusal("Deadlines.Refusal.UnknownTime", text.Length > 40 ? text[..40] : text);
    }
}
