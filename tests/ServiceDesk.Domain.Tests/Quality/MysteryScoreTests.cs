using FsCheck;
using FsCheck.Fluent;
using ServiceDesk.Domain.Quality.Mystery;

namespace ServiceDesk.Domain.Tests.Quality;

public class MysteryScoreTests
{
    private static readonly MysteryCriteria Sigulda = Read("sigulda");
    private static readonly MysteryCriteria Jelgava = Read("jelgava");

    [Fact]
    public void Weights_of_what_always_applies()
    {
        Assert.Equal(41, Weight(Sigulda, MysteryChannel.InPerson));
        Assert.Equal(15, Weight(Sigulda, MysteryChannel.Phone));
        Assert.Equal(19, Weight(Sigulda, MysteryChannel.Email));
        Assert.Equal(20, Weight(Jelgava, MysteryChannel.Email));
    }

    [Fact]
    public void There_are_fifty_two_criteria_one_of_them_of_Jelgava_only()
    {
        Assert.Equal(52, Jelgava.All.Count);
        Assert.Equal(["E12"], Jelgava.All.Select(c => c.Code).Except(Sigulda.All.Select(c => c.Code)));
        Assert.Equal((26, 13, 12), (Sigulda.Of(MysteryChannel.InPerson).Count(), Sigulda.Of(MysteryChannel.Phone).Count(), Sigulda.Of(MysteryChannel.Email).Count()));
        Assert.All(Sigulda.All, c => Assert.StartsWith("SIG ", c.Clause, StringComparison.Ordinal));
        Assert.All(Jelgava.All, c => Assert.StartsWith("JEL ", c.Clause, StringComparison.Ordinal));
        Assert.All(Jelgava.All.Concat(Sigulda.All), c => Assert.All(new[] { "lv", "en", "ru" }, l => Assert.NotEmpty(c.Name.In(l))));
        string[] critical = ["F4", "F14", "F18", "T6", "T10", "E1", "E7"];
        Assert.Equal(critical, Sigulda.All.Where(c => c.Critical).Select(c => c.Code));
        Assert.Equal(critical, Jelgava.All.Where(c => c.Critical).Select(c => c.Code));
        string[] conditional = ["F17", "F23", "F24", "T2", "T7", "T8", "T10", "T13", "E2", "E10", "E13"];
        Assert.Equal(conditional, Sigulda.All.Where(c => c.Conditional).Select(c => c.Code));
        Assert.Contains("smaids", Jelgava.Find("F9")!.Name.Lv, StringComparison.Ordinal);
        Assert.Null(Sigulda.Find("E12"));
    }

    [Fact]
    public void Everything_that_always_applies_fulfilled_is_a_hundred()
    {
        var score = MysteryScore.Of(Sigulda.Of(MysteryChannel.InPerson), AllOf(MysteryChannel.InPerson));
        Assert.Equal((100.0m, MysteryBand.Excellent), (score.Points, score.Band));
        Assert.Equal([MysteryArea.Premises, MysteryArea.Reception, MysteryArea.Conversation, MysteryArea.Farewell], score.Areas.Select(a => a.Area));
    }

    [Fact]
    public void A_critical_failure_caps_the_visit()
    {
        var marks = AllOf(MysteryChannel.InPerson);
        marks["F4"] = MysteryMark.NotFulfilled;
        var score = MysteryScore.Of(Sigulda.Of(MysteryChannel.InPerson), marks);
        Assert.Equal((59.0m, 92.7m, MysteryBand.Weak), (score.Points, score.Uncapped, score.Band));
        Assert.Equal(["F4"], score.Failed);
        Assert.Equal(75.0m, score.Areas.Single(a => a.Area == MysteryArea.Premises).Points); // 9 of 12
        Assert.Equal(70.0m, MysteryScore.Of(Sigulda.Of(MysteryChannel.InPerson), marks, cap: 70).Points);
    }

    [Fact]
    public void Halves_count_and_what_did_not_apply_is_left_out()
    {
        var score = MysteryScore.Of(Sigulda.Of(MysteryChannel.Email), Letter());
        Assert.Equal((78.9m, MysteryBand.Good), (score.Points, score.Band));
    }

    [Fact]
    public void A_score_below_the_cap_is_not_lifted_to_it()
    {
        var marks = Letter();
        marks["E7"] = MysteryMark.NotFulfilled;
        Assert.Equal(57.9m, MysteryScore.Of(Sigulda.Of(MysteryChannel.Email), marks).Points);
    }

    [Fact]
    public void Where_nothing_applied_there_is_no_score()
    {
        var score = MysteryScore.Of(Sigulda.Of(MysteryChannel.InPerson), Sigulda.All.ToDictionary(c => c.Code, _ => MysteryMark.NotApplicable));
        Assert.Null(score.Points);
        Assert.Null(score.Band);
        Assert.Empty(score.Areas);
    }

    [Theory]
    [InlineData(100, MysteryBand.Excellent)]
    [InlineData(90, MysteryBand.Excellent)]
    [InlineData(89.9, MysteryBand.Good)]
    [InlineData(75, MysteryBand.Good)]
    [InlineData(74.9, MysteryBand.Improve)]
    [InlineData(60, MysteryBand.Improve)]
    [InlineData(59.9, MysteryBand.Weak)]
    [InlineData(0, MysteryBand.Weak)]
    public void A_score_has_a_band(double points, MysteryBand band) => Assert.Equal(band, MysteryScore.BandOf((decimal)points));

    [Fact]
    public void A_unit_has_the_mean_of_its_visits_and_is_indicative_below_three()
    {
        var two = MysteryScore.OfUnit([80.0m, null, 90.5m]);
        Assert.Equal((85.3m, 2, true), (two.Points, two.Visits, two.IsIndicative));
        Assert.False(MysteryScore.OfUnit([80m, 90m, 100m]).IsIndicative);
        Assert.Equal((null, 0), (MysteryScore.OfUnit([null]).Points, MysteryScore.OfUnit([null]).Visits));
    }

    [Theory]
    [InlineData(3, MysteryMark.Fulfilled)]
    [InlineData(4, MysteryMark.Partly)]
    [InlineData(6, MysteryMark.Partly)]
    [InlineData(7, MysteryMark.NotFulfilled)]
    [InlineData(null, MysteryMark.NotFulfilled)]
    public void Rings_are_a_mark(int? rings, MysteryMark mark) => Assert.Equal(mark, MysteryScore.Rings(rings));

    [Theory]
    [InlineData(0, MysteryMark.Fulfilled)]
    [InlineData(2, MysteryMark.Partly)]
    [InlineData(3, MysteryMark.NotFulfilled)]
    public void Mistakes_are_a_mark(int mistakes, MysteryMark mark) => Assert.Equal(mark, MysteryScore.Mistakes(mistakes));

    [Fact]
    public void A_better_mark_never_lowers_a_score()
    {
        var visits = from marks in Gen.Elements(Enum.GetValues<MysteryMark>()).ArrayOf(26) from at in Gen.Choose(0, 25) select (marks, at);
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(visits.ToArbitrary(), x =>
        {
            var criteria = Sigulda.Of(MysteryChannel.InPerson).ToList();
            var marks = criteria.Zip(x.marks).ToDictionary(c => c.First.Code, c => c.Second);
            var score = MysteryScore.Of(criteria, marks);
            if (score.Points is < 0 or > 100 || (score.Failed.Count > 0 && score.Points > 59))
                return false;
            var code = criteria[x.at].Code;
            if (marks[code] is MysteryMark.NotApplicable or MysteryMark.Fulfilled)
                return true;
            marks[code]++;
            return MysteryScore.Of(criteria, marks).Points >= score.Points;
        }));
    }

    private static Dictionary<string, MysteryMark> AllOf(MysteryChannel channel) =>
        Sigulda.Of(channel).Where(c => !c.Conditional).ToDictionary(c => c.Code, _ => MysteryMark.Fulfilled);

    private static Dictionary<string, MysteryMark> Letter() => new()
    {
        ["E1"] = MysteryMark.Fulfilled,
        ["E3"] = MysteryMark.Fulfilled,
        ["E4"] = MysteryMark.NotFulfilled,
        ["E5"] = MysteryMark.Partly,
        ["E6"] = MysteryMark.Fulfilled,
        ["E7"] = MysteryMark.Fulfilled,
        ["E8"] = MysteryMark.Partly,
        ["E9"] = MysteryMark.Fulfilled,
        ["E11"] = MysteryMark.Partly,
    };

    private static int Weight(MysteryCriteria criteria, MysteryChannel channel) => criteria.Of(channel).Where(c => !c.Conditional).Sum(c => c.Weight);

    private static MysteryCriteria Read(string standard) =>
        MysteryCriteria.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", $"mystery-{standard}.json")));
}
