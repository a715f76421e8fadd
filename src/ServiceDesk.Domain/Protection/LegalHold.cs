using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Protection;

/// <summary>Forbids that a record goes, whatever its term: a dispute, an inspection or an inquiry needs it.</summary>
public sealed class LegalHold : IVersioned
{
    /// <summary>Longest reason, characters.</summary>
    public const int MaxReason = 500;

    private LegalHold()
    {
    }

    /// <summary>A hold. Refused without a reason.</summary>
    /// <param name="kind">Kind of record.</param>
    /// <param name="recordId">Which one.</param>
    /// <param name="label">Its number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who places it.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="untilOn">The last local day it is needed; null until somebody lifts it.</param>
    public LegalHold(RecordKind kind, Guid recordId, string label, string? reason, Actor by, DateTimeOffset at, DateOnly? untilOn = null) =>
        (Kind, RecordId, Label, Reason, PlacedById, PlacedBy, PlacedAt, UntilOn) = (kind, recordId, label, Said(reason), by.EmployeeId, by.Name, at, untilOn);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Kind of record.</summary>
    public RecordKind Kind { get; private set; }

    /// <summary>Which one.</summary>
    public Guid RecordId { get; private set; }

    /// <summary>Its number.</summary>
    public string Label { get; private set; } = "";

    /// <summary>Why it must stay.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When it was placed, UTC.</summary>
    public DateTimeOffset PlacedAt { get; private set; }

    /// <summary>Who placed it.</summary>
    public Guid? PlacedById { get; private set; }

    /// <summary>Their name.</summary>
    public string PlacedBy { get; private set; } = "";

    /// <summary>The last local day it is needed; it lapses when that day is over. Null until somebody lifts it.</summary>
    public DateOnly? UntilOn { get; private set; }

    /// <summary>When it was lifted, UTC.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>Who lifted it.</summary>
    public string? LiftedBy { get; private set; }

    /// <summary>Why it was lifted.</summary>
    public string? LiftReason { get; private set; }

    /// <summary>Lifts it. Refused twice and without a reason.</summary>
    public void Lift(string? reason, Actor by, DateTimeOffset at)
    {
        if (LiftedAt is not null)
            throw new Refusal("Protection.Refusal.HoldLifted", Label);
        (LiftReason, LiftedBy, LiftedAt) = (Said(reason), by.Name, at);
    }

    /// <summary>Its last day is over: it ends by itself, and says so.</summary>
    /// <param name="at">Now, UTC.</param>
    public void Lapse(DateTimeOffset at)
    {
        if (LiftedAt is null)
            (LiftReason, LiftedBy, LiftedAt) = (Reason, "", at);
    }

    private static string Said(string? reason)
    {
        var why = reason?.Trim() ?? "";
        return why.Length is > 0 and <= MaxReason ? why : throw new Refusal(why.Length == 0 ? "Protection.Refusal.ReasonMissing" : "Cases.Refusal.TextTooLong", MaxReason);
    }
}
