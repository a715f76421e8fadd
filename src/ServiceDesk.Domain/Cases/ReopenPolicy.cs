namespace ServiceDesk.Domain.Cases;

/// <summary>What a client's message to a closed case does; a setting of the municipality.</summary>
/// <param name="NewCaseAfterDays">Calendar days after the day of closing on which a message still opens the case again; later ones make a new, linked case. Null: always the old one.</param>
/// <param name="NotSolvedWithinDays">Calendar days after the day of closing on which the client may say, once, that it is not solved.</param>
public sealed record ReopenPolicy(int? NewCaseAfterDays, int NotSolvedWithinDays)
{
    /// <summary>Whether a message on a day makes a new case. The last day itself still opens the old one.</summary>
    public bool MakesNewCase(DateOnly closedOn, DateOnly today) => NewCaseAfterDays is { } days && today > closedOn.AddDays(days);

    /// <summary>Whether the client may still say that it is not solved. The last day is included.</summary>
    public bool MayDispute(DateOnly closedOn, DateOnly today) => today <= closedOn.AddDays(NotSolvedWithinDays);
}
