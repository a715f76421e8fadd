using ServiceDesk.Domain.Surveys.Statistics;

namespace ServiceDesk.Domain.Tests.Surveys;

public class StatisticsTests
{
    [Theory]
    [InlineData(69, 100, 59.4, 77.2)]
    [InlineData(0, 12, 0, 24.2)] // 24.249 %, the mirror of 75.751 %
    [InlineData(12, 12, 75.8, 100)]
    [InlineData(5, 9, 26.7, 81.1)]
    [InlineData(2953, 4474, 64.6, 67.4)]
    [InlineData(0, 0, 0, 100)]
    public void A_part_has_its_interval(long count, long of, double low, double high)
    {
        var interval = new Share(count, of).Interval;
        Assert.Equal((low, high), (Points(interval.Low), Points(interval.High)));
    }

    [Theory]
    [InlineData(100, null, 9.8)]
    [InlineData(200, null, 6.9)]
    [InlineData(400, null, 4.9)]
    [InlineData(1000, null, 3.1)]
    [InlineData(4474, null, 1.5)]
    [InlineData(0, null, 100)]
    [InlineData(500, 500L, 0)]
    public void A_sample_has_a_margin(long n, long? population, double margin) => Assert.Equal(margin, Points(SampleSize.Margin(n, population)));

    [Fact]
    public void A_small_population_makes_the_margin_smaller() => Assert.Equal(4.87, Math.Round(100 * SampleSize.Margin(400, 31_000), 2));

    [Theory]
    [InlineData(0.05, null, 385)]
    [InlineData(0.05, 31_000L, 380)]
    [InlineData(0.05, 500L, 218)]
    [InlineData(0.03, 31_000L, 1032)]
    [InlineData(0.05, 1L, 1)]
    public void So_many_answers_are_needed(double margin, long? population, long needed) => Assert.Equal(needed, SampleSize.Needed(margin, population));

    [Fact]
    public void A_response_rate_is_of_those_whom_the_invitation_reached()
    {
        Assert.Equal(22.8, Points(SampleSize.ResponseRate(487, 2140)!.Value.Value));
        Assert.Null(SampleSize.ResponseRate(487, null));
        Assert.Null(SampleSize.ResponseRate(487, 0));
    }

    [Fact]
    public void A_mean_has_an_interval_from_thirty_answers_on()
    {
        var thirty = Distribution.From(1, 5, 5, 10, 10);
        Assert.Equal((30, 2.8333), (thirty.N, Math.Round(thirty.Mean!.Value, 4)));
        Assert.Equal(1.0854, Math.Round(thirty.Deviation!.Value, 4)); // √(34.1667 ÷ 29)
        Assert.Equal(0.388, Math.Round(thirty.HalfWidth!.Value, 3));
        Assert.Equal((2.445, 3.222), (Math.Round(thirty.MeanInterval!.Value.Low, 3), Math.Round(thirty.MeanInterval!.Value.High, 3)));
        var fewer = Distribution.From(1, 5, 5, 10, 9);
        Assert.True(fewer.IsIndicative);
        Assert.Null(fewer.MeanInterval);
        Assert.Null(new Distribution([]).Mean);
        Assert.Null(new Distribution([]).Median);
        Assert.Null(Distribution.From(1, 1).Deviation);
    }

    [Theory]
    [InlineData(new long[] { 1, 1, 1 }, 2)]
    [InlineData(new long[] { 1, 1 }, 1.5)]
    [InlineData(new long[] { 2, 0, 2 }, 2)]
    [InlineData(new long[] { 3, 0, 2 }, 1)]
    public void The_median_is_in_the_middle(long[] counts, double median) => Assert.Equal(median, Distribution.From(1, counts).Median);

    [Fact]
    public void The_two_best_answers_are_one_figure()
    {
        var answers = Distribution.From(1, 10, 20, 30, 40);
        Assert.Equal(new Share(70, 100), answers.TopTwo(4));
        Assert.Equal(new Share(40, 100), answers.Top(4));
    }

    [Fact]
    public void Those_who_recommend_less_those_who_warn()
    {
        var score = NetScore.Of(Distribution.From(0, 2, 0, 0, 3, 0, 5, 10, 12, 18, 30, 20));
        Assert.Equal((50, 30, 20), (score.Promoters, score.Passives, score.Detractors));
        Assert.Equal(30, score.Points);
        // √(0.5 + 0.2 − 0.3²) ÷ 10 × 1.959964 = 15.308 points
        Assert.Equal((14.69, 45.31), (Math.Round(score.Interval!.Value.Low, 2), Math.Round(score.Interval!.Value.High, 2)));
        Assert.Null(new NetScore(0, 0, 0).Points);
        Assert.Null(new NetScore(20, 5, 4).Interval);
    }

    [Fact] // Newcombe 1998, method 10, his first example: 56 of 70 and 48 of 80
    public void A_change_of_parts_has_an_interval()
    {
        var change = Change.Between(new Share(48, 80), new Share(56, 70))!.Value;
        Assert.Equal(0.2, change.Difference, 10);
        Assert.Equal((0.0524, 0.3339), (Math.Round(change.Interval!.Value.Low, 4), Math.Round(change.Interval!.Value.High, 4)));
        Assert.Equal(1, change.Arrow);
        Assert.Equal(-1, Change.Between(new Share(56, 70), new Share(48, 80))!.Value.Arrow);
        Assert.Equal(0, Change.Between(new Share(50, 100), new Share(55, 100))!.Value.Arrow);
        Assert.Null(Change.Between(new Share(0, 0), new Share(1, 2)));
    }

    [Fact]
    public void A_change_of_means_is_shown_as_one_only_when_zero_is_outside()
    {
        var (before, after) = (Distribution.From(1, 20, 30, 30, 20), Distribution.From(1, 10, 20, 35, 35));
        var change = Change.Between(before, after)!.Value;
        Assert.Equal(0.45, change.Difference, 10);
        Assert.Equal(0.278, Math.Round(change.Difference - change.Interval!.Value.Low, 3)); // 1.959964 · √(1.0606 ÷ 100 + 0.9571 ÷ 100) = 0.2784…
        Assert.Equal(1, change.Arrow);
        var few = Change.Between(Distribution.From(1, 9, 1), after)!.Value;
        Assert.Null(few.Interval);
        Assert.Equal(0, few.Arrow);
        Assert.Null(Change.Between(new Distribution([]), after));
    }

    [Fact]
    public void Pairs_are_parted_by_the_means_of_all()
    {
        var quadrants = Quadrants.Of(
        [
            Pair("waiting", 4, 1), Pair("competence", 4, 4), Pair("hours", 1, 1), Pair("rooms", 1, 4), new Pair("nobody", new([]), Distribution.From(1, 1)),
        ])!;
        Assert.Equal((2.5, 2.5), (quadrants.Importance, quadrants.Satisfaction));
        Assert.Equal(
            [("waiting", Quadrant.ActNow), ("competence", Quadrant.Keep), ("hours", Quadrant.Watch), ("rooms", Quadrant.MaybeTooMuch)],
            quadrants.Pairs.Select(p => (p.Pair.Key, p.Quadrant)));
        Assert.Equal(3, quadrants.Pairs[0].Pair.Gap);
        Assert.Equal((1, 0), (quadrants.Pairs[0].Pair.VeryImportant.Value, quadrants.Pairs[0].Pair.Satisfied.Value));
        Assert.Null(Quadrants.Of([]));

        static Pair Pair(string key, int important, int satisfied) => new(key, Distribution.From(important, 10), Distribution.From(satisfied, 10));
    }

    [Fact] // Cohen's table 20 5 / 10 15: 0.4
    public void Two_who_judged_agree_beyond_chance()
    {
        Assert.Equal(0.4, Kappa.Of(Judged((0, 0, 20), (0, 1, 5), (1, 0, 10), (1, 1, 15)), [0, 1])!.Value, 10);
        Assert.Equal(1, Kappa.Of(Judged((0, 0, 3), (1, 1, 2)), [0, 1])!.Value, 10);
        Assert.Null(Kappa.Of(Judged((0, 0, 7)), [0, 1]));
        Assert.Null(Kappa.Of(Judged(), [0, 1]));
    }

    [Fact]
    public void Neighbouring_marks_disagree_less_when_weighed()
    {
        // Seen: 2 of 10, each one step apart. Expected by chance: 0.67 differ, 0.92 steps, 1.42 squared steps.
        var judged = Judged((0, 0, 3), (1, 1, 2), (2, 2, 3), (0, 1, 1), (1, 2, 1));
        Assert.Equal(1 - (0.2 / 0.67), Kappa.Of(judged, [0, 1, 2])!.Value, 10);
        Assert.Equal(1 - (0.2 / 0.92), Kappa.Of(judged, [0, 1, 2], KappaWeight.Linear)!.Value, 10);
        Assert.Equal(1 - (0.2 / 1.42), Kappa.Of(judged, [0, 1, 2], KappaWeight.Quadratic)!.Value, 10);
    }

    private static List<(int One, int Other)> Judged(params (int One, int Other, int Times)[] judged) =>
        [.. judged.SelectMany(j => Enumerable.Repeat((j.One, j.Other), j.Times))];

    private static double Points(double part) => Math.Round(100 * part, 1);
}
