using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Tests.Shared;

public class DayStripTests
{
    private static readonly DateOnly Monday = new(2026, 11, 2);

    [Fact]
    public void A_short_strip_has_a_cell_for_every_day_and_one_for_free_days_in_a_row()
    {
        var cells = Strip(6).Cells();
        Assert.Equal(
            [StripCellKind.Arrival, StripCellKind.Counted, StripCellKind.Counted, StripCellKind.Counted, StripCellKind.Counted, StripCellKind.Off, StripCellKind.Counted, StripCellKind.Due],
            cells.Select(cell => cell.Kind));
        Assert.Equal((Monday.AddDays(5), Monday.AddDays(6)), (cells[5].From, cells[5].To));
    }

    [Fact]
    public void A_strip_of_more_than_ten_cells_shows_three_a_gap_and_three()
    {
        var cells = Strip(10).Cells();
        Assert.Equal(7, cells.Count);
        Assert.Equal(StripCellKind.Gap, cells[3].Kind);
        Assert.Equal(StripCellKind.Due, cells[^1].Kind);
        Assert.Equal(10, cells[^1].Ordinal);
        // Before the gap: arrival, 1, 2. Behind it: 9, the week-end, 10.
        Assert.Equal(6, cells[3].Ordinal);
    }

    [Fact]
    public void Ten_cells_are_not_too_many()
    {
        var days = Enumerable.Range(0, 10).Select(i => new StripDay(Monday.AddDays(i), i, DayReason.Working, i == 0)).ToList();
        Assert.Equal(10, new DayStrip(Monday.AddDays(9), days, WorkingDays: false).Cells().Count);
    }

    private static DayStrip Strip(int workingDays)
    {
        List<StripDay> days = [new(Monday, 0, DayReason.Working, true)];
        for (var (day, ordinal) = (Monday.AddDays(1), 0); ordinal < workingDays; day = day.AddDays(1))
        {
            var free = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            days.Add(new(day, free ? 0 : ++ordinal, free ? DayReason.Weekend : DayReason.Working, false));
        }

        return new DayStrip(days[^1].Date, days);
    }
}
