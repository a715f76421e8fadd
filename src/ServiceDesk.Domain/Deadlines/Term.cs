using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Deadlines;

/// <summary>How a term is counted.</summary>
public enum TermUnit
{
    /// <summary>Working days strictly after the day of receipt.</summary>
    WorkingDays,

    /// <summary>Calendar days after the day of receipt.</summary>
    CalendarDays,

    /// <summary>Months: the same day number, or the last day of a shorter month.</summary>
    Months,
}

/// <summary>The length of a term, "three working days". A count outside 1..366 is refused.</summary>
public sealed record Term
{
    /// <summary>The longest term that may be written into a standard.</summary>
    public const int LongestCount = 366;

    /// <summary>Makes a term; a count outside 1..366 is refused.</summary>
    public Term(int count, TermUnit unit)
    {
        if (count is < 1 or > LongestCount)
            throw new Refusal("Deadlines.Refusal.TermCount", count, LongestCount);
        Count = count;
        Unit = unit;
    }

    /// <summary>How many units, 1..366.</summary>
    public int Count { get; }

    /// <summary>What is counted.</summary>
    public TermUnit Unit { get; }
}

/// <summary>What happens when a calendar or month term ends on a free day (Administrative Procedure Law s. 43).</summary>
public enum RollForward
{
    /// <summary>The term ends on the next working day.</summary>
    ToNextWorkingDay,

    /// <summary>The term ends on the free day itself.</summary>
    None,
}
