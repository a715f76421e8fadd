using FsCheck;
using FsCheck.Fluent;
using ServiceDesk.Domain.Surveys.Statistics;

namespace ServiceDesk.Domain.Tests.Surveys;

public class StatisticsPropertyTests
{
    private static readonly Gen<long> Count = Gen.Choose(0, 500).Select(c => (long)c);

    private static readonly Gen<Share> Shares = from part in Count from rest in Count select new Share(part, part + rest);

    private static readonly Gen<Distribution> Scales = Count.ArrayOf(4).Select(c => Distribution.From(1, c));

    [Fact]
    public void An_interval_holds_the_part_and_stays_within_zero_and_one() => Holds(Shares, share =>
    {
        var interval = share.Interval;
        return interval.Low >= 0 && interval.High <= 1 && (share.Of == 0 || (interval.Low <= share.Value && share.Value <= interval.High));
    });

    [Fact]
    public void Intervals_mirror_each_other() => Holds(Shares, share =>
    {
        var (one, other) = (share.Interval, new Share(share.Of - share.Count, share.Of).Interval);
        return Math.Abs(one.Low + other.High - 1) < 1e-12 && Math.Abs(one.High + other.Low - 1) < 1e-12;
    });

    [Fact]
    public void Ten_times_the_answers_make_a_narrower_interval() => Holds(Shares, share =>
    {
        var (few, many) = (share.Interval, new Share(10 * share.Count, 10 * share.Of).Interval);
        return share.Of == 0 || many.High - many.Low < few.High - few.Low;
    });

    [Fact]
    public void So_many_as_needed_do_give_the_margin_and_one_less_does_not() =>
        Holds(from margin in Gen.Choose(1, 20) from people in Gen.Choose(2, 100_000) select (Margin: margin / 100.0, People: (long)people), x =>
        {
            var needed = SampleSize.Needed(x.Margin, x.People);
            return needed <= x.People && SampleSize.Margin(needed, x.People) <= x.Margin + 1e-9 && SampleSize.Margin(needed - 1, x.People) > x.Margin - 1e-9;
        });

    [Fact]
    public void Figures_of_a_scale_are_those_of_its_answers_one_by_one() => Holds(Scales, scale =>
    {
        int[] answers = [.. Enumerable.Range(1, 4).SelectMany(v => Enumerable.Repeat(v, (int)scale[v]))];
        if (answers.Length == 0)
            return scale is { Mean: null, Median: null, Deviation: null };
        var mean = answers.Average();
        var median = answers.Length % 2 == 1 ? answers[answers.Length / 2] : (answers[(answers.Length / 2) - 1] + answers[answers.Length / 2]) / 2.0;
        var deviation = answers.Length < 2 ? 0 : Math.Sqrt(answers.Sum(a => Math.Pow(a - mean, 2)) / (answers.Length - 1));
        return Math.Abs(scale.Mean!.Value - mean) < 1e-9 && scale.Median == median && Math.Abs((scale.Deviation ?? 0) - deviation) < 1e-9;
    });

    [Fact]
    public void A_change_back_is_the_change_turned_round() => Holds(from one in Shares from other in Shares select (one, other), x =>
        Change.Between(x.one, x.other) is not { } there || (Change.Between(x.other, x.one) is { } back
            && Math.Abs(there.Difference + back.Difference) < 1e-12 && there.Arrow == -back.Arrow && Math.Abs(there.Interval!.Value.Low + back.Interval!.Value.High) < 1e-12
            && there.Interval.Value.Low <= there.Difference + 1e-12 && there.Difference <= there.Interval.Value.High + 1e-12));

    [Fact]
    public void Kappa_is_at_most_one_and_the_same_from_both_sides() =>
        Holds((from one in Gen.Choose(0, 3) from other in Gen.Choose(0, 3) select (one, other)).ListOf(), marks => Enum.GetValues<KappaWeight>().All(weight =>
            Kappa.Of(marks, [0, 1, 2, 3], weight) is not { } kappa
            || (kappa <= 1 && Math.Abs(kappa - Kappa.Of(marks.Select(m => (m.other, m.one)), [0, 1, 2, 3], weight)!.Value) < 1e-12)));

    private static void Holds<T>(Gen<T> given, Func<T, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(given.ToArbitrary(), holds));
}
