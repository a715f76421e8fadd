using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Staff;

/// <summary>
/// Somebody does another's work for a while. The stand-in has the other's cases and, for a head, the other's units, from the first to the
/// last day; what is hidden from the other is hidden from the stand-in as well.
/// </summary>
public sealed class StandIn : IVersioned
{
    /// <summary>The longest time, days.</summary>
    public const int LongestDays = 400;

    private StandIn()
    {
    }

    /// <summary>Names a stand-in.</summary>
    /// <param name="absent">Who is away.</param>
    /// <param name="substitute">Who does the work.</param>
    /// <param name="fromOn">First day, local.</param>
    /// <param name="untilOn">Last day, local, included.</param>
    /// <param name="today">Local date; a time that is over is refused.</param>
    /// <param name="byId">Who names them.</param>
    /// <param name="at">Now, UTC.</param>
    public StandIn(Employee absent, Employee substitute, DateOnly fromOn, DateOnly untilOn, DateOnly today, Guid? byId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(absent);
        ArgumentNullException.ThrowIfNull(substitute);
        if (absent.Id == substitute.Id)
            throw new Refusal("Staff.Refusal.StandsInForOneself");
        if (!absent.IsActive)
            throw new Refusal("Staff.Refusal.HasLeft", absent.FullName);
        if (!substitute.IsActive)
            throw new Refusal("Staff.Refusal.HasLeft", substitute.FullName);
        if (untilOn < fromOn)
            throw new Refusal("Staff.Refusal.StandInEndsBefore");
        if (untilOn < today)
            throw new Refusal("Staff.Refusal.StandInIsOver");
        if (untilOn.DayNumber - fromOn.DayNumber > LongestDays)
            throw new Refusal("Staff.Refusal.StandInTooLong", LongestDays);
        (EmployeeId, SubstituteId, FromOn, UntilOn, CreatedById, CreatedAt) = (absent.Id, substitute.Id, fromOn, untilOn, byId, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Who is away.</summary>
    public Guid EmployeeId { get; private set; }

    /// <summary>Who does the work.</summary>
    public Guid SubstituteId { get; private set; }

    /// <summary>First day, local.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>Last day, local, included.</summary>
    public DateOnly UntilOn { get; private set; }

    /// <summary>Who named them.</summary>
    public Guid? CreatedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was ended before its time, UTC; null when it was not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether the days of the two touch and neither was ended.</summary>
    public bool Overlaps(DateOnly from, DateOnly until) => EndedAt is null && FromOn <= until && from <= UntilOn;

    /// <summary>Ends it now.</summary>
    public void End(DateTimeOffset at) => EndedAt ??= at;
}
