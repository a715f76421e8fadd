using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Deadlines;

/// <summary>What a dated exception does to the day.</summary>
public enum CalendarExceptionKind
{
    /// <summary>A one-off public holiday declared by law, or the closing day of the Song Festival and its Monday.</summary>
    Holiday,

    /// <summary>A working day the Cabinet moved away; free when the municipality follows the shifts.</summary>
    MovedOut,

    /// <summary>A Saturday worked instead; a working day when the municipality follows the shifts.</summary>
    MovedIn,

    /// <summary>An ordinary working day with other hours. Terms are not touched.</summary>
    Shortened,

    /// <summary>The house is closed and nobody works (emergency, power cut).</summary>
    Closed,

    /// <summary>A free day of this municipality only.</summary>
    LocalHoliday,

    /// <summary>A day worked in this municipality only.</summary>
    LocalWorking,
}

/// <summary>
/// One date on which the calendar differs from the computed one, with its source and author. A date has at most one exception in force.
/// Exceptions are never deleted: they are withdrawn with a reason.
/// </summary>
public sealed class CalendarException
{
    private CalendarException() { }

    /// <summary>Enters an exception.</summary>
    /// <param name="on">The local date.</param>
    /// <param name="kind">What it does to the day.</param>
    /// <param name="source">Where it is written: law, Cabinet order, order of the director. Refused when empty.</param>
    /// <param name="reason">Why it is entered, fit for a citizen's eyes. Refused when empty.</param>
    /// <param name="addedBy">Name of the author.</param>
    /// <param name="addedAt">When it was entered.</param>
    /// <param name="hours">Hours of the day; needed for a shortened day, optional for a worked one, refused for a free one.</param>
    public CalendarException(DateOnly on, CalendarExceptionKind kind, string source, string reason, string addedBy, DateTimeOffset addedAt, OpeningHours? hours = null)
    {
        if (string.IsNullOrWhiteSpace(source))
            throw new Refusal("Deadlines.Refusal.ExceptionSource");
        if (string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Deadlines.Refusal.ExceptionReason");
        if (kind == CalendarExceptionKind.Shortened && hours is null)
            throw new Refusal("Deadlines.Refusal.ShortenedNeedsHours", on);
        if (hours is not null && kind is (CalendarExceptionKind.Holiday or CalendarExceptionKind.MovedOut or CalendarExceptionKind.Closed or CalendarExceptionKind.LocalHoliday))
            throw new Refusal("Deadlines.Refusal.FreeDayHasNoHours", on);
        if (kind == CalendarExceptionKind.MovedIn && PublicHolidays.Of(on.Year).Any(h => h.Date == on))
            throw new Refusal("Deadlines.Refusal.MovedInOnHoliday", on);

        Id = Guid.CreateVersion7();
        On = on;
        Kind = kind;
        Source = source.Trim();
        Reason = reason.Trim();
        AddedBy = addedBy;
        AddedAt = addedAt;
        Opens = hours?.Opens;
        Closes = hours?.Closes;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The local date.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What it does to the day.</summary>
    public CalendarExceptionKind Kind { get; private set; }

    /// <summary>Opening time of the day, if it differs.</summary>
    public TimeOnly? Opens { get; private set; }

    /// <summary>Closing time of the day, if it differs.</summary>
    public TimeOnly? Closes { get; private set; }

    /// <summary>Law, Cabinet order or order of the director it rests on.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Why it was entered; shown beside due dates.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who entered it.</summary>
    public string AddedBy { get; private set; } = "";

    /// <summary>When it was entered.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When it was withdrawn; null while it is in force.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Who withdrew it.</summary>
    public string? WithdrawnBy { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnReason { get; private set; }

    /// <summary>Whether it counts.</summary>
    public bool IsInForce => WithdrawnAt is null;

    /// <summary>Hours of the day, if it has its own.</summary>
    public OpeningHours? Hours => Opens is { } opens && Closes is { } closes ? new(opens, closes) : null;

    /// <summary>Takes the exception out of force. Refused without a reason or when withdrawn already.</summary>
    public void Withdraw(string reason, string by, DateTimeOffset at)
    {
        if (!IsInForce)
            throw new Refusal("Deadlines.Refusal.ExceptionWithdrawnAlready", On);
        if (string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Deadlines.Refusal.ExceptionReason");
        WithdrawnAt = at;
        WithdrawnBy = by;
        WithdrawnReason = reason.Trim();
    }
}
