using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys.Results;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Surveys;

/// <summary>Figures of a wave against the same answers counted one by one, without the code under test.</summary>
public class SurveyResultsTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly SurveyWords Yes = new("Jā"), No = new("Nē"), Partly = new("Daļēji");

    private static readonly Questionnaire Questions = new(
    [
        new() { No = 1, Key = "solved", Type = QuestionType.Single, Text = new("Atrisināts?"), Options = [new(1, "yes", Yes), new(2, "partly", Partly), new(3, "no", No)] },
        new() { No = 2, Key = "overall", Type = QuestionType.Scale5, Text = new("Kopumā"), OffersDoNotKnow = true },
        new() { No = 3, Key = "news", Type = QuestionType.Multi, Text = new("Ziņas"), Options = [new(1, "site", new("Vietne")), new(2, "paper", new("Avīze"))] },
        new() { No = 4, Key = "imp", Type = QuestionType.Importance4, Text = new("Laiks: cik svarīgi?"), PairKey = "time" },
        new() { No = 5, Key = "sat", Type = QuestionType.Satisfaction4, Text = new("Laiks: cik labi?"), PairKey = "time" },
        new() { No = 6, Key = "hours", Type = QuestionType.HoursGrid, Text = new("Kad?"), FromHour = 8, UntilHour = 20 },
        new() { No = 7, Key = "staff", Type = QuestionType.Matrix, Text = new("Darbinieki"), Options = [new(1, "good", Yes), new(2, "bad", No)], Rows = [new(1, "a", new("A")), new(2, "b", new("B"))] },
        new() { No = 8, Key = "recommend", Type = QuestionType.Nps0to10, Text = new("Ieteiktu?") },
        new() { No = 9, Key = "sex", Type = QuestionType.Single, Text = new("Dzimums"), IsDemographic = true, Options = [new(1, "f", new("Sieviete")), new(2, "m", new("Vīrietis")), new(3, "x", new("Cits"))] },
    ]);

    [Theory, EachDatabase]
    public async Task Figures_are_those_of_the_answers_counted_one_by_one(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var sheets = Answers(400, seed: 7);
        var wave = await FillAsync(house, 1, sheets);
        await house.ActAsAsync(Role.HeadOfClientService);
        var results = (await ShowAsync(house, new(wave.Id)))!;

        Assert.Equal(400, results.N);
        var solved = results.Items.Single(i => i.Item.Key == "solved");
        Assert.Equal(sheets.Count(s => s.MarksOf(1).Count > 0), solved.N);
        foreach (var option in solved.Options)
        {
            var (count, of) = (sheets.Count(s => s.MarksOf(1).Contains(option.Option.Mark)), sheets.Count(s => s.MarksOf(1).Count > 0));
            Assert.Equal(count, option.Count);
            Assert.Equal(Wilson(count, of), (Math.Round(option.Share!.Value.Interval.Low, 9), Math.Round(option.Share.Value.Interval.High, 9)));
        }

        var overall = results.Items.Single(i => i.Item.Key == "overall");
        int[] values = [.. sheets.SelectMany(s => s.MarksOf(2)).Where(m => m > 0)];
        Assert.Equal(values.Length, overall.N);
        Assert.Equal(sheets.Count(s => s.MarksOf(2).Contains(-1)), overall.DoNotKnow);
        Assert.Equal(values.Average(), overall.Values!.Mean!.Value, 9);
        Assert.Equal(1.959964 * Math.Sqrt(values.Sum(v => Math.Pow(v - values.Average(), 2)) / (values.Length - 1) / values.Length), overall.Values.HalfWidth!.Value, 9);
        Assert.Equal(values.Count(v => v >= 4), overall.TopTwo!.Value.Count);

        var news = results.Items.Single(i => i.Item.Key == "news");
        Assert.Equal(sheets.Count(s => s.MarksOf(3).Count > 0), news.N);
        Assert.Equal([sheets.Count(s => s.MarksOf(3).Contains(1)), sheets.Count(s => s.MarksOf(3).Contains(2))], news.Options.Select(o => (int)o.Count!));

        var pair = Assert.Single(results.Pairs);
        Assert.Equal(sheets.SelectMany(s => s.MarksOf(4)).Average() - sheets.SelectMany(s => s.MarksOf(5)).Average(), pair.Placed.Pair.Gap!.Value, 9);

        var hours = results.Items.Single(i => i.Item.Key == "hours");
        Assert.All(hours.Options, o => Assert.Equal(sheets.Count(s => s.MarksOf(6).Contains(o.Option.Mark)), o.Count));
        Assert.Equal(sheets.Count(s => s.MarksOf(6).Count > 0), hours.N);

        Assert.All(results.Items.Where(i => i.Item.Row is not null), i =>
        {
            Assert.Equal(sheets.Count(s => s.MarksOf(7).Any(m => m / 1000 == i.Item.Row!.No)), i.N);
            Assert.All(i.Options, o => Assert.Equal(sheets.Count(s => s.MarksOf(7).Contains((i.Item.Row!.No * 1000) + o.Option.Mark)), o.Count));
        });

        int[] recommend = [.. sheets.SelectMany(s => s.MarksOf(8))];
        Assert.Equal(100.0 * (recommend.Count(v => v >= 9) - recommend.Count(v => v <= 6)) / recommend.Length, results.Items.Single(i => i.Item.Key == "recommend").Net!.Value.Points!.Value, 9);
    }

    [Theory, EachDatabase]
    public async Task Groups_are_told_as_far_as_nothing_small_follows_from_them(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var sheets = Answers(300, seed: 11);
        sheets.AddRange(Enumerable.Range(0, 3).Select(_ => new AnswerSheet().Mark(1, 1).Mark(2, 5).Mark(9, 3)));
        var wave = await FillAsync(house, 2, sheets);
        await house.ActAsAsync(Role.HeadOfClientService);
        var cross = await house.RunAsync((CrossResultsHandler h) => h.HandleAsync(new(wave.Id, "solved", new(ResultBy.Question, 9)), CancellationToken.None));
        Assert.NotNull(cross);
        Assert.Equal(["1", "2", "3", "-"], cross.Columns.Select(c => c.Key));
        var groups = cross.Table!.Groups;
        Assert.Null(groups[2].N); // three people
        var women = groups[0];
        if (women.N is { } n)
            Assert.Equal(sheets.Count(s => s.MarksOf(9).Contains(1) && s.MarksOf(1).Count > 0), n);
        foreach (var (group, key) in groups.Zip(cross.Columns.Select(c => c.Key)))
        {
            foreach (var option in group.Options.Where(o => o.Count is not null))
            {
                var count = sheets.Count(s => s.MarksOf(1).Contains(option.Option.Mark) && (key == "-" ? s.MarksOf(9).Count == 0 : s.MarksOf(9).Contains(int.Parse(key, System.Globalization.CultureInfo.InvariantCulture))));
                Assert.Equal(count, option.Count);
                Assert.True(count == 0 || count >= 5);
            }
        }

        // Nobody of a small group is told, whichever way one asks.
        var other = (await ShowAsync(house, new(wave.Id, ResultBy.Question, 9, "3")))!;
        Assert.False(other.IsTold);
        Assert.Empty(other.Items);
        var sex = (await ShowAsync(house, new(wave.Id)))!.Items.Single(i => i.Item.Key == "sex");
        Assert.Null(sex.Options[2].Count);
        Assert.True(sex.Options.Count(o => o.Count is null) > 1);
    }

    [Theory, EachDatabase]
    public async Task A_wave_is_set_beside_the_one_before(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var series = $"s{Guid.NewGuid():n}"[..12];
        var before = Enumerable.Range(0, 200).Select(i => new AnswerSheet().Mark(1, i < 80 ? 1 : 3)).ToList();
        var after = Enumerable.Range(0, 200).Select(i => new AnswerSheet().Mark(1, i < 130 ? 1 : 3)).ToList();
        await FillAsync(house, 1, before, series);
        var wave = await FillAsync(house, 2, after, series);
        await house.ActAsAsync(Role.HeadOfClientService);
        var results = (await ShowAsync(house, new(wave.Id)))!;
        Assert.NotNull(results.Before);
        var yes = results.Items.Single(i => i.Item.Key == "solved").Options[0];
        Assert.Equal((0.4, 0.25, 1), (yes.Before!.Value.Value, Math.Round(yes.Change!.Value.Difference, 9), yes.Change.Value.Arrow));
        Assert.Equal(0, results.Items.Single(i => i.Item.Key == "solved").Options[1].Change!.Value.Arrow);
    }

    [Theory, EachDatabase]
    public async Task A_head_of_a_unit_sees_the_units_headed_and_nothing_else(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(DemoPeople.All.First(p => p.Roles.Contains(Role.UnitHead) && !p.Roles.Contains(Role.HeadOfClientService)));
        var headed = await house.RunAsync((ICurrentUser me) => Task.FromResult(me.HeadedUnitIds));
        var mine = headed.First();
        var others = await house.RunAsync((IServiceDeskDb db) => Task.FromResult(db.Set<Domain.Staff.OrgUnit>().Select(u => u.Id).AsEnumerable().First(id => !headed.Contains(id))));
        var wave = await FillAsync(house, 1, Answers(120, seed: 3), units: [mine, others]);
        var results = (await ShowAsync(house, new(wave.Id)))!;
        Assert.Equal(mine.ToString(), Assert.Single(results.Groups).Key);
        Assert.Equal(60, results.GroupN);
        Assert.Null(await ShowAsync(house, new(wave.Id, ResultBy.Unit, 0, others.ToString())));
        Assert.Null(await ShowAsync(house, new(wave.Id, ResultBy.Mode, 0, nameof(SurveyMode.Online))));
        Assert.Null(await house.RunAsync((CrossResultsHandler h) => h.HandleAsync(new(wave.Id, "solved", new(ResultBy.Unit)), CancellationToken.None)));
        await house.ActAsAsync(Role.Employee);
        await Assert.ThrowsAsync<Domain.Shared.Refusal>(() => ShowAsync(house, new(wave.Id)));
    }

    [Theory, EachDatabase]
    public async Task Too_few_answers_tell_nothing_and_a_running_wave_has_no_groups(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var few = await FillAsync(house, 1, Answers(4, seed: 1));
        var results = (await ShowAsync(house, new(few.Id)))!;
        Assert.False(results.IsTold);
        Assert.Empty(results.Items);
        var running = await FillAsync(house, 1, Answers(50, seed: 1), closes: false);
        Assert.Empty((await ShowAsync(house, new(running.Id)))!.Groups);
        Assert.Null(await ShowAsync(house, new(running.Id, ResultBy.Mode, 0, nameof(SurveyMode.Online))));
        Assert.Null(await house.RunAsync((CrossResultsHandler h) => h.HandleAsync(new(running.Id, null, default), CancellationToken.None)));
        Assert.Null(await ShowAsync(house, new(Guid.NewGuid())));
    }

    private static Task<WaveResults?> ShowAsync(House house, ShowResults query) => house.RunAsync((ShowResultsHandler h) => h.HandleAsync(query, CancellationToken.None));

    private static List<AnswerSheet> Answers(int count, int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var sheet = new AnswerSheet();
            if (chance.Next(10) > 0)
                sheet.Mark(1, 1 + chance.Next(3));
            sheet.Mark(2, chance.Next(10) == 0 ? -1 : 1 + chance.Next(5));
            if (chance.Next(2) == 0)
                sheet.Mark(3, chance.Next(3) switch { 0 => [1], 1 => [2], _ => new[] { 1, 2 } });
            sheet.Mark(4, 1 + chance.Next(4)).Mark(5, 1 + chance.Next(4)).Mark(8, chance.Next(11));
            if (chance.Next(3) > 0)
                sheet.Mark(6, Enumerable.Range(0, 1 + chance.Next(9)).Select(_ => (chance.Next(7) * 24) + 8 + chance.Next(12)));
            sheet.Mark(7, chance.Next(2) == 0 ? [1001 + chance.Next(2)] : new[] { 1001 + chance.Next(2), 2001 + chance.Next(2) });
            if (chance.Next(8) > 0)
                sheet.Mark(9, 1 + chance.Next(2));
            return sheet;
        })];
    }

    private static (double Low, double High) Wilson(int count, int of)
    {
        var (p, z2) = ((double)count / of, 1.959964 * 1.959964);
        var root = Math.Sqrt((p * (1 - p) * z2 / of) + (z2 * z2 / 4 / of / of));
        return (Math.Round((p + (z2 / 2 / of) - root) / (1 + (z2 / of)), 9), Math.Round((p + (z2 / 2 / of) + root) / (1 + (z2 / of)), 9));
    }

    private static async Task<SurveyWave> FillAsync(House house, int number, List<AnswerSheet> sheets, string? seriesKey = null, Guid[]? units = null, bool closes = true)
    {
        house.Time.SetLocal(2026, 6, 18, 11);
        return await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var key = seriesKey ?? $"s{Guid.NewGuid():n}"[..12];
            var series = db.Set<SurveySeries>().SingleOrDefault(s => s.Key == key);
            if (series is null)
                db.Set<SurveySeries>().Add(series = new(key, SurveyKind.Other, SurveyAudience.Clients, new("Aptauja"), null, Questions));
            var details = new WaveDetails { Title = new("Aptauja"), OpensOn = SurveyKit.Today, ClosesOn = SurveyKit.Today.AddDays(14), UnitIds = units ?? [] };
            var wave = new SurveyWave(series, number, $"{key}-{number}", details, Questions);
            db.Set<SurveyWave>().Add(wave);
            db.Set<SurveyEdition>().Add(wave.Open(null, "Tests", SurveyKit.Today, house.Time.GetUtcNow()));
            db.Set<SurveyResponse>().AddRange(sheets.Select((s, i) => new SurveyResponse(SurveyResponse.NewKey(), wave, SurveyMode.Online, units is null ? null : units[i % units.Length], "lv", SurveyKit.Today, s)));
            if (closes)
                wave.Close(0, 0, house.Time.GetUtcNow());
            await db.SaveChangesAsync();
            return wave;
        });
    }
}
