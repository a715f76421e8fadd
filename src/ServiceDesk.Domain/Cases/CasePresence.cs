namespace ServiceDesk.Domain.Cases;

/// <summary>
/// Somebody of the house has a case open. Locks nothing; tells colleagues who reads and who writes, for as long as it lasts. Nothing of it is kept:
/// a row says when somebody was last here and is deleted soon after.
/// </summary>
public sealed class CasePresence
{
    /// <summary>How long after the last sign of life somebody counts as present: three missed signs.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(45);

    private CasePresence()
    {
    }

    /// <summary>Somebody opened the case.</summary>
    public CasePresence(Guid caseId, Guid employeeId, DateTimeOffset at) => (CaseId, EmployeeId, SeenAt) = (caseId, employeeId, at);

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Who.</summary>
    public Guid EmployeeId { get; private set; }

    /// <summary>Last sign of life, UTC.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When they last wrote in a field of the case, UTC; null when they only read.</summary>
    public DateTimeOffset? WroteAt { get; private set; }
}
