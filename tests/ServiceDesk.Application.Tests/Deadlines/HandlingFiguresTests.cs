using ServiceDesk.Application.Deadlines;

namespace ServiceDesk.Application.Tests.Deadlines;

/// <summary>Nearest rank: of N ordered times the one at rank ⌈p · N⌉.</summary>
public class HandlingFiguresTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 2, 3)]
    [InlineData(9, 5, 9)]
    [InlineData(10, 5, 9)]
    [InlineData(11, 6, 10)]
    [InlineData(100, 50, 90)]
    [InlineData(101, 51, 91)]
    public void Of_the_times_one_to_N_it_is_the_rank_itself(int count, int median, int ninetieth)
    {
        var figures = HandlingFigures.Of(Enumerable.Range(1, count).Reverse().Select(days => new HandlingTime(days, TimeSpan.FromDays(days))));
        Assert.Equal((count, median, ninetieth), (figures.Count, figures.Median!.Value.WorkingDays, figures.Ninetieth!.Value.WorkingDays));
    }

    [Fact]
    public void Within_a_day_hours_decide_and_a_weekend_does_not_make_a_case_slower_than_a_working_day()
    {
        HandlingTime quick = new(0, TimeSpan.FromHours(2)), weekend = new(0, TimeSpan.FromHours(40)), nextDay = new(1, TimeSpan.FromHours(20));
        var figures = HandlingFigures.Of([nextDay, weekend, quick]);
        Assert.Equal((weekend, nextDay), (figures.Median, figures.Ninetieth));
    }

    [Fact]
    public void Without_cases_there_are_no_figures() => Assert.Equal(new HandlingFigures(0, null, null), HandlingFigures.Of([]));
}
