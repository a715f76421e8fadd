using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines;

/// <summary>One change of calendar or rules, to be previewed or applied.</summary>
/// <param name="Reason">Why; refused when empty.</param>
public abstract record DeadlineEdit(string Reason);

/// <summary>One change of the working calendar.</summary>
/// <param name="Reason">Why; refused when empty.</param>
public abstract record CalendarEdit(string Reason) : DeadlineEdit(Reason)
{
    internal abstract DeadlineChangeKind Kind { get; }

    /// <summary>Applies the change to settings and the exceptions in force; tells what was changed, for the history.</summary>
    internal abstract string Apply(DeadlineSettings settings, List<CalendarException> inForce, string by, DateTimeOffset at);

    private protected static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Enters a dated exception, or replaces the one with a given key.</summary>
public sealed record AddCalendarException(
    DateOnly On, CalendarExceptionKind ExceptionKind, string Source, string Reason, OpeningHours? Hours = null, Guid? Replaces = null) : CalendarEdit(Reason)
{
    internal override DeadlineChangeKind Kind => DeadlineChangeKind.ExceptionAdded;

    internal override string Apply(DeadlineSettings settings, List<CalendarException> inForce, string by, DateTimeOffset at)
    {
        if (On < WorkingCalendar.First || On > WorkingCalendar.Last)
            throw new Refusal("Deadlines.Refusal.DateOutOfRange", On, WorkingCalendar.First.Year, WorkingCalendar.Last.Year);
        var exception = new CalendarException(On, ExceptionKind, Source, Reason, by, at, Hours);
        if (Replaces is { } id)
        {
            var old = inForce.Find(e => e.Id == id) ?? throw new Refusal("Deadlines.Refusal.ExceptionUnknown");
            old.Withdraw(Reason, by, at);
            inForce.Remove(old);
        }

        if (inForce.Exists(e => e.On == On))
            throw new Refusal("Deadlines.Refusal.DateHasException", On);
        inForce.Add(exception);
        settings.ExceptionsChanged();
        return $"{Iso(On)} {ExceptionKind}";
    }
}

/// <summary>Enters the days of confirmed proposals, in the place of what is there already where that is wanted.</summary>
/// <param name="Proposals">The proposals; confirmed by applying.</param>
/// <param name="Replaces">Whether an exception in force on such a day gives way.</param>
/// <param name="Reason">Why; refused when empty.</param>
public sealed record ConfirmProposedDays(IReadOnlyList<CalendarProposal> Proposals, bool Replaces, string Reason) : CalendarEdit(Reason)
{
    private const int LongestWhat = 400;

    internal override DeadlineChangeKind Kind => DeadlineChangeKind.DaysConfirmed;

    internal override string Apply(DeadlineSettings settings, List<CalendarException> inForce, string by, DateTimeOffset at)
    {
        if (Proposals.Count == 0)
            throw new Refusal("Deadlines.Refusal.NoDayChosen");
        foreach (var proposal in Proposals)
        {
            var there = Replaces ? inForce.Find(e => e.On == proposal.On)?.Id : null;
            var reason = proposal.Name.Length > 0 ? proposal.Name : Reason;
            if (proposal.Source.Length == 0)
                throw new Refusal("Deadlines.Refusal.ProposalWithoutSource", proposal.On);
            new AddCalendarException(proposal.On, proposal.Kind, proposal.Source, reason, null, there).Apply(settings, inForce, by, at);
            proposal.Confirm(inForce[^1].Id, by, at);
        }

        var what = string.Join(", ", Proposals.OrderBy(p => p.On).Select(p => $"{Iso(p.On)} {p.Kind}"));
        return what.Length > LongestWhat ? string.Concat(what.AsSpan(0, LongestWhat - 1), "…") : what;
    }

    /// <summary>All that is previewed, for comparing with what is applied.</summary>
    public override string ToString() =>
        $"{Reason} {Replaces} {string.Join(' ', Proposals.OrderBy(p => p.Id).Select(p => $"{p.Id}:{p.Version}"))}";
}

/// <summary>Takes an exception out of force.</summary>
public sealed record WithdrawCalendarException(Guid Id, string Reason) : CalendarEdit(Reason)
{
    internal override DeadlineChangeKind Kind => DeadlineChangeKind.ExceptionWithdrawn;

    internal override string Apply(DeadlineSettings settings, List<CalendarException> inForce, string by, DateTimeOffset at)
    {
        var exception = inForce.Find(e => e.Id == Id) ?? throw new Refusal("Deadlines.Refusal.ExceptionUnknown");
        exception.Withdraw(Reason, by, at);
        inForce.Remove(exception);
        settings.ExceptionsChanged();
        return $"{Iso(exception.On)} {exception.Kind}";
    }
}

/// <summary>Says that the exceptions of a year are complete.</summary>
public sealed record ConfirmCalendarYear(int Year, string Reason) : CalendarEdit(Reason)
{
    internal override DeadlineChangeKind Kind => DeadlineChangeKind.YearConfirmed;

    internal override string Apply(DeadlineSettings settings, List<CalendarException> inForce, string by, DateTimeOffset at)
    {
        if (Year < WorkingCalendar.First.Year || Year > WorkingCalendar.Last.Year)
            throw new Refusal("Deadlines.Refusal.DateOutOfRange", Year, WorkingCalendar.First.Year, WorkingCalendar.Last.Year);
        settings.Confirm(Year);
        return Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>Follows the days moved by the Cabinet, or not (the order only recommends it to municipalities).</summary>
public sealed record FollowCabinetShifts(bool Follow, string Reason) : CalendarEdit(Reason)
{
    internal override DeadlineChangeKind Kind => DeadlineChangeKind.ShiftsSwitched;

    internal override string Apply(DeadlineSettings settings, List<CalendarException> inForce, string by, DateTimeOffset at)
    {
        settings.Follow(Follow);
        return Follow ? "on" : "off";
    }
}

/// <summary>Other worked days or opening hours.</summary>
public sealed record ChangeOpeningHours(WeekPattern Week, string Reason) : CalendarEdit(Reason)
{
    internal override DeadlineChangeKind Kind => DeadlineChangeKind.HoursChanged;

    internal override string Apply(DeadlineSettings settings, List<CalendarException> inForce, string by, DateTimeOffset at)
    {
        settings.Keep(Week);
        return string.Join(' ', Enum.GetValues<DayOfWeek>().Where(Week.Works));
    }
}
