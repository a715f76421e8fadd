namespace ServiceDesk.Application.Deadlines;

/// <summary>The periods a report offers. Each ends today or before: what is not due yet says nothing.</summary>
public enum ReportPeriod
{
    /// <summary>This month and the five before.</summary>
    HalfYear,

    /// <summary>This month.</summary>
    Month,

    /// <summary>The month before.</summary>
    LastMonth,

    /// <summary>This month and the two before.</summary>
    Quarter,

    /// <summary>This year.</summary>
    Year,

    /// <summary>The year before.</summary>
    LastYear,
}

/// <summary>Turns a named period into days.</summary>
public static class ReportPeriods
{
    /// <summary>First and last day, both included.</summary>
    public static (DateOnly From, DateOnly To) Days(this ReportPeriod period, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return period switch
        {
            ReportPeriod.Month => (month, today),
            ReportPeriod.LastMonth => (month.AddMonths(-1), month.AddDays(-1)),
            ReportPeriod.Quarter => (month.AddMonths(-2), today),
            ReportPeriod.Year => (new DateOnly(today.Year, 1, 1), today),
            ReportPeriod.LastYear => (new DateOnly(today.Year - 1, 1, 1), new DateOnly(today.Year - 1, 12, 31)),
            _ => (month.AddMonths(-5), today),
        };
    }
}
