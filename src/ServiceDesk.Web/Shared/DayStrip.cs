namespace ServiceDesk.Web.Shared;

/// <summary>One day after receipt, up to and including the due day. The reason is a short word: "svētki", "brīvs"; null for an ordinary weekend or a counted day.</summary>
public sealed record StripDay(DateOnly Date, bool Counted, string? Reason = null);

/// <summary>The way from receipt to the due day, as the explanation of a clock gives it.</summary>
/// <param name="ReceivedOn">Day zero, local.</param>
/// <param name="DueOn">The last day in time, local.</param>
/// <param name="Today">Local today, ringed.</param>
/// <param name="Days">Every day after receipt up to the due day, in order.</param>
/// <param name="WorkingDays">Whether working days are counted (else calendar days); only the words of a long strip differ.</param>
/// <param name="Failed">Whether the date was missed: the due cell turns red.</param>
public sealed record DayStrip(DateOnly ReceivedOn, DateOnly DueOn, DateOnly Today, IReadOnlyList<StripDay> Days, bool WorkingDays = true, bool Failed = false)
{
    /// <summary>Cells of the strip: days off in a row are joined, a strip of more than ten cells shows three, a gap and three.</summary>
    public IReadOnlyList<StripCell> Cells()
    {
        var cells = new List<StripCell> { new(StripCellKind.Received, ReceivedOn, ReceivedOn, 0, null) };
        var number = 0;
        foreach (var day in Days)
        {
            if (day.Counted) number++;
            var kind = day.Date == DueOn ? StripCellKind.Due : day.Counted ? StripCellKind.Counted : StripCellKind.Off;
            if (kind == StripCellKind.Off && cells[^1] is { Kind: StripCellKind.Off } last && last.Reason == day.Reason)
                cells[^1] = last with { To = day.Date };
            else
                cells.Add(new StripCell(kind, day.Date, day.Date, day.Counted ? number : 0, day.Reason));
        }

        if (cells.Count <= 10) return cells;
        var hidden = cells[3..^3];
        var gap = new StripCell(StripCellKind.Gap, hidden[0].From, hidden[^1].To, hidden.Count(cell => cell.Number > 0), null);
        return [.. cells[..3], gap, .. cells[^3..]];
    }
}

public enum StripCellKind
{
    Received,
    Counted,
    Off,
    Gap,
    Due,
}

/// <summary>A cell: one day, joined days off, or the gap of a long strip (then <paramref name="Number"/> is how many counted days it hides).</summary>
public sealed record StripCell(StripCellKind Kind, DateOnly From, DateOnly To, int Number, string? Reason);
