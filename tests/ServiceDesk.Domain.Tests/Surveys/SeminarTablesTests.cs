using ServiceDesk.Domain.Surveys.Statistics;

namespace ServiceDesk.Domain.Tests.Surveys;

/// <summary>Tables that can be read from the slides of a seminar in Bremen.</summary>
public class SeminarTablesTests
{
    [Fact]
    public void Hours_of_training_in_eleven_libraries()
    {
        double[] hours = [19.93, 26.99, 37.05, 11.28, 8.81, 21.69, 13.42, 11.97, 18.48, 24.85, 16.11];
        var inHundredths = new Distribution(hours.Select(h => KeyValuePair.Create((int)Math.Round(100 * h), 1L)));
        Assert.Equal(19.1436, Math.Round(inHundredths.Mean!.Value / 100, 4));
        Assert.Equal(18.48, inHundredths.Median / 100);
        Assert.True(inHundredths.IsIndicative);
    }

    [Fact]
    public void Where_new_clients_had_heard_of_the_house()
    {
        long[] percent = [53, 23, 9, 5, 4, 3, 3];
        Assert.Equal(100, percent.Sum());
        Assert.All(percent, p => Assert.Equal(p, Percent(new Share(p, percent.Sum()))));
    }

    [Fact]
    public void Requests_by_category()
    {
        (long Count, int Percent)[] categories = [(361, 30), (325, 27), (83, 7), (89, 7), (86, 7), (78, 6), (51, 4)];
        var told = categories.Sum(c => c.Count);
        Assert.Equal(1073, told);
        Assert.Equal(100, categories.Sum(c => c.Percent) + 12);
        // Purchase proposals are told in percent only: with 12 % of all there are about 1219.
        var all = (long)Math.Round(told / 0.88);
        Assert.Equal(1219, all);
        Assert.All(categories, c => Assert.Equal(c.Percent, Percent(new Share(c.Count, all))));
        Assert.Equal(12, Percent(new Share(all - told, all)));
    }

    [Fact]
    public void How_important_hours_are_in_the_house_and_online()
    {
        var inTheHouse = Distribution.From(1, 3, 14, 21, 62);
        var online = Distribution.From(1, 15, 34, 310, 636);
        Assert.Equal(3.42, inTheHouse.Mean!.Value, 10);
        Assert.Equal(3.575, Math.Round(online.Mean!.Value, 3)); // the parts sum to 0.995
        Assert.Equal(new Share(62, 100), inTheHouse.Top(4));
        Assert.Equal(83, Percent(inTheHouse.TopTwo(4)));
        Assert.Equal(95, Percent(online.TopTwo(4)));
    }

    [Theory]
    [InlineData(8, new[] { 6, 6, 5, 7, 5, 5, 4 }, new[] { 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(20, new[] { 11, 11, 11, 14, 11, 8, 5 }, new[] { 1, 1, 1, 1, 1, 0, 0 })]
    [InlineData(21, new[] { 7, 7, 7, 9, 7, 6, 4 }, new[] { 0, 0, 0, 0, 0, 0, 0 })]
    public void Hours_wished_by_4474(int hour, int[] percent, int[] steps)
    {
        Assert.InRange(hour, 8, 21);
        var shares = percent.Select(p => new Share((long)Math.Round(p / 100.0 * 4474), 4474)).ToList();
        Assert.Equal(percent, shares.Select(Percent));
        Assert.Equal(steps, shares.Select(Heat.Step));
        Assert.All(shares, s => Assert.InRange(s.Value, s.Interval.Low, s.Interval.High));
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(30, 2)]
    [InlineData(31, 3)]
    [InlineData(100, 3)]
    public void Steps_of_the_map_end_at_tens(int percent, int step) => Assert.Equal(step, Heat.Step(new Share(percent, 100)));

    [Fact]
    public void Two_thirds_wrote()
    {
        var (written, spoken) = (new Share(2, 3), new Share(1, 3));
        Assert.Equal(100, Percent(written) + Percent(spoken));
    }

    [Fact] // two thirds of the respondents are women; the parish of a demographic sentence is its own group
    public void Women_among_4474()
    {
        var women = new Share(2953, 4474);
        Assert.Equal(66, Percent(women));
        Assert.True(women.Interval.Low > 0.5);
    }

    private static int Percent(Share share) => (int)Math.Round(100 * share.Value, MidpointRounding.AwayFromZero);
}
