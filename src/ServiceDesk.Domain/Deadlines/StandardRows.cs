using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Deadlines;

/// <summary>One stored version of a standard. Never changed once stored: a change is a new version with the day it comes into force.</summary>
public sealed class StandardVersion
{
    private StandardVersion() { }

    /// <summary>Stores a version.</summary>
    /// <param name="standard">What it says, for number and day.</param>
    /// <param name="body">The same as JSON.</param>
    /// <param name="reason">Why it was made; refused when empty.</param>
    /// <param name="addedBy">Name of the author.</param>
    /// <param name="addedAt">When.</param>
    public StandardVersion(ServiceStandard standard, string body, string reason, string addedBy, DateTimeOffset addedAt)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Deadlines.Refusal.ReasonNeeded");
        Id = Guid.CreateVersion7();
        StandardId = standard.Id;
        Number = standard.Version;
        InForceFrom = standard.InForceFrom;
        Body = body;
        Reason = reason.Trim();
        AddedBy = addedBy;
        AddedAt = addedAt;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The standard.</summary>
    public string StandardId { get; private set; } = "";

    /// <summary>Version, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>First receipt day it holds for.</summary>
    public DateOnly InForceFrom { get; private set; }

    /// <summary>The standard as JSON.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Why it was made.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who made it.</summary>
    public string AddedBy { get; private set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset AddedAt { get; private set; }
}

/// <summary>One stored row of the statutory table.</summary>
public sealed class StatuteRow
{
    private StatuteRow() { }

    /// <summary>Stores a row with its JSON.</summary>
    public StatuteRow(StatutoryTerm term, string body)
    {
        Id = Guid.CreateVersion7();
        RuleId = term.Rule.Id;
        ValidFrom = term.ValidFrom;
        ValidTo = term.ValidTo;
        Body = body;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The rule.</summary>
    public string RuleId { get; private set; } = "";

    /// <summary>First receipt day.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last receipt day; null while in force.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>The row as JSON.</summary>
    public string Body { get; private set; } = "";
}

/// <summary>What was changed in the calendar or the rules.</summary>
public enum DeadlineChangeKind
{
    /// <summary>A dated exception was entered.</summary>
    ExceptionAdded,

    /// <summary>Days read from a file were confirmed.</summary>
    DaysConfirmed,

    /// <summary>A dated exception was withdrawn.</summary>
    ExceptionWithdrawn,

    /// <summary>A year was confirmed.</summary>
    YearConfirmed,

    /// <summary>The switch for days moved by the Cabinet.</summary>
    ShiftsSwitched,

    /// <summary>Worked days or hours.</summary>
    HoursChanged,

    /// <summary>A new version of a standard.</summary>
    RuleChanged,

    /// <summary>Running clocks were counted anew.</summary>
    Recalculated,
}

/// <summary>One line of the history of calendar and rules: who, when, what, why. Never changed, never deleted.</summary>
public sealed class DeadlineChange
{
    private DeadlineChange() { }

    /// <summary>Writes a line.</summary>
    public DeadlineChange(DeadlineChangeKind kind, int number, string what, string reason, string by, DateTimeOffset at) =>
        (Id, Kind, Number, What, Reason, By, At) = (Guid.CreateVersion7(), kind, number, what, reason, by, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What kind of change.</summary>
    public DeadlineChangeKind Kind { get; private set; }

    /// <summary>The calendar or rules number it made.</summary>
    public int Number { get; private set; }

    /// <summary>What exactly: date, year, standard and version.</summary>
    public string What { get; private set; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who; empty for the system.</summary>
    public string By { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }
}
