using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Web.Shared;

/// <summary>One day of a strip, from the day of arrival on; <c>Ordinal</c> is its place among the counted days, 0 when not counted.</summary>
public readonly record struct StripDay(DateOnly Date, int Ordinal, DayReason Reason, bool IsReceipt);

/// <summary>The way from arrival to the due day, one cell per day.</summary>
/// <param name="DueOn">The last day in time, local.</param>
/// <param name="Days">Every day from arrival up to and including the due day.</param>
/// <param name="WorkingDays">Whether working days are counted (else calendar days); only the words of a long strip differ.</param>
/// <param name="Failed">Whether the date was missed: the due cell turns red.</param>
public sealed record DayStrip(DateOnly DueOn, IReadOnlyList<StripDay> Days, bool WorkingDays = true, bool Failed = false)
{
    private const int Most = 10;

    public static DayStrip Of(DueDateExplanation explanation, bool failed = false) => new(
        explanation.Due,
        [.. explanation.Days.Select(day => new StripDay(day.Date, day.Ordinal, day.Reason, day.IsReceipt))],
        explanation.Rule.Term.Unit == TermUnit.WorkingDays,
        failed);

    /// <summary>Free days in a row are joined; a strip of more than ten cells shows three, a gap and three.</summary>
    public IReadOnlyList<StripCell> Cells()
    {
        List<StripCell> cells = [];
        foreach (var day in Days)
        {
            var cell = new StripCell(KindOf(day, cells.Count == 0), day.Date, day.Date, day.Ordinal, day.Reason);
            if (cell.Kind == StripCellKind.Off && cells is [.., { Kind: StripCellKind.Off } last] && last.Reason == cell.Reason)
                cells[^1] = last with { To = day.Date };
            else
                cells.Add(cell);
        }

        if (cells.Count <= Most) return cells;
        var hidden = cells[3..^3];
        var gap = new StripCell(StripCellKind.Gap, hidden[0].From, hidden[^1].To, hidden.Count(cell => cell.Ordinal > 0), DayReason.Working);
        return [.. cells[..3], gap, .. cells[^3..]];
    }

    private StripCellKind KindOf(StripDay day, bool first) =>
        day.Date == DueOn ? StripCellKind.Due
        : first ? StripCellKind.Arrival
        : day.Ordinal > 0 ? StripCellKind.Counted
        : day.IsReceipt ? StripCellKind.Start
        : StripCellKind.Off;
}

public enum StripCellKind
{
    /// <summary>The day the item arrived.</summary>
    Arrival,

    /// <summary>The day counted from, when it is later than arrival.</summary>
    Start,

    Counted,

    Off,

    Gap,

    Due,
}

/// <summary>A cell: one day, joined free days, or the gap of a long strip (then <paramref name="Ordinal"/> is how many counted days it hides).</summary>
public sealed record StripCell(StripCellKind Kind, DateOnly From, DateOnly To, int Ordinal, DayReason Reason);
