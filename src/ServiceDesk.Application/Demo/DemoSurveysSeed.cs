using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Demo;

/// <summary>The yearly survey of the demonstration municipality: last year's, closed, and this year's, open, with invented answers that are the same at every start.</summary>
public sealed class DemoSurveysSeed(IServiceDeskDb db, LocalTime local, TimeProvider time) : IDemoSeed
{
    /// <inheritdoc/>
    public int Order => 1300;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var template = SurveyTemplates.Of("klienti")!;
        var series = await db.Set<SurveySeries>().SingleOrDefaultAsync(s => s.Key == template.Key, cancellationToken);
        if (series is null || await db.Set<SurveyWave>().AnyAsync(w => w.SeriesId == series.Id, cancellationToken))
            return;
        var now = time.GetUtcNow();
        var today = local.DateOf(now);
        var before = Wave(series, template, 1, today.Year - 1, new DateOnly(today.Year - 1, 10, 1), new DateOnly(today.Year - 1, 10, 31));
        db.Set<SurveyEdition>().Add(before.Open(null, "Daina Vītola", before.OpensOn, local.StartOf(before.OpensOn)));
        before.Close(0, 0, local.StartOf(before.ClosesOn.AddDays(1)));
        var current = Wave(series, template, 2, today.Year, today.AddDays(-25), today.AddDays(20));
        db.Set<SurveyEdition>().Add(current.Open(null, "Daina Vītola", current.OpensOn, now.AddDays(-25)));
        db.Set<SurveyWave>().AddRange(before, current);
        db.Set<SurveyResponse>().AddRange(DemoAnswers.Of(before, before.ClosesOn, 230, 2025, shift: -0.18));
        db.Set<SurveyResponse>().AddRange(DemoAnswers.Of(current, today.AddDays(-1), 170, 2026, shift: 0.1));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static SurveyWave Wave(SurveySeries series, SurveyTemplate template, int number, int year, DateOnly opensOn, DateOnly closesOn) => new(series, number, $"{series.Key}-{year}",
        new WaveDetails
        {
            Title = new($"{template.Title.Lv} {year}", $"{template.Title.En} {year}", $"{template.Title.Ru} {year}"),
            Intro = template.Intro,
            Privacy = template.Privacy,
            OpensOn = opensOn,
            ClosesOn = closesOn,
            PopulationSize = 31_000,
            Modes = template.Modes,
        },
        series.Template);
}

/// <summary>Invented answers to the yearly survey; the same numbers give the same answers.</summary>
public static class DemoAnswers
{
    private static readonly Dictionary<string, (double Importance, double Satisfaction)> Means = new(StringComparer.Ordinal)
    {
        ["hours"] = (3.1, 2.9),
        ["waiting"] = (3.7, 2.7),
        ["kindness"] = (3.6, 3.7),
        ["clearness"] = (3.65, 3.4),
        ["competence"] = (3.85, 3.55),
        ["solution"] = (3.7, 3.3),
        ["promise"] = (3.75, 2.95),
        ["e-mail"] = (3.55, 3.0),
        ["phone"] = (3.4, 2.85),
        ["website"] = (3.05, 3.2),
        ["confidentiality"] = (3.5, 3.6),
        ["surroundings"] = (2.95, 3.45),
    };

    private static readonly string[] Unsolved =
    [
        "Ceļš uz mājām joprojām nav nolīdzināts.", "Solīja atzvanīt un neatzvanīja.", "Apgaismojums pie skolas nedeg jau mēnesi.", "Neviens nepateica, cik ilgi jāgaida.", "Mani sūtīja no viena kabineta uz otru.",
    ];

    private static readonly string[] Liked =
    [
        "Laipna darbiniece, visu paskaidroja.", "Ātra atbilde e-pastā.", "Varēja visu nokārtot vienā vietā.", "Skaidra vēstule ar termiņu.", "Telpas gaišas, ērti piebraukt.",
    ];

    private static readonly string[] Better =
    [
        "Pēc darba nekad nevaru paspēt, strādājiet ilgāk.", "Rindā jāgaida pārāk ilgi.", "Grūti sazvanīt no rīta.", "Vairāk e-pakalpojumu.", "Lai piezvana, ja kavējas.", "Autostāvvietā nav vietas.",
    ];

    /// <summary>So many responses of a wave, on its days up to one.</summary>
    /// <param name="wave">The wave.</param>
    /// <param name="until">Last day of an answer.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">Number the chances begin with.</param>
    /// <param name="shift">How much more content people are than usual, in points of the scale.</param>
    public static IEnumerable<SurveyResponse> Of(SurveyWave wave, DateOnly until, int count, int seed, double shift)
    {
        ArgumentNullException.ThrowIfNull(wave);
        // Chance that is the same every time is what is wanted here.
        var random = new Random(seed);
        var days = until.DayNumber - wave.OpensOn.DayNumber + 1;
        for (var i = 1; i <= count; i++)
        {
            var mood = shift + ((random.NextDouble() + random.NextDouble() - 1) * 0.9);
            var sheet = new AnswerSheet();
            foreach (var question in wave.Questionnaire.Questions.Where(q => wave.Questionnaire.Asks(q, sheet, null)))
                Answer(question, sheet, mood, random);
            var mode = random.Next(100) switch { < 62 => SurveyMode.Online, < 80 => SurveyMode.Paper, < 92 => SurveyMode.Kiosk, _ => SurveyMode.Phone };
            var id = new byte[16];
            random.NextBytes(id);
            yield return new SurveyResponse(new Guid(id), wave, mode, null, random.Next(12) == 0 ? "en" : "lv", wave.OpensOn.AddDays(random.Next(days)), sheet, mode == SurveyMode.Paper ? i : null);
        }
    }

    private static void Answer(SurveyQuestion question, AnswerSheet sheet, double mood, Random random)
    {
        if (!question.IsRequired && random.Next(100) < 7)
            return;
        switch (question.Type)
        {
            case QuestionType.Importance4 or QuestionType.Satisfaction4:
                var (importance, satisfaction) = Means.GetValueOrDefault(question.PairKey ?? "", (3.3, 3.2));
                var mean = question.Type == QuestionType.Importance4 ? importance : satisfaction + mood;
                sheet.Mark(question.No, random.Next(100) < 5 ? SurveyQuestion.DoNotKnow : Near(mean, 1, 4, random));
                break;
            case QuestionType.Scale5:
                sheet.Mark(question.No, Near(4.05 + mood, 1, 5, random));
                break;
            case QuestionType.Nps0to10:
                sheet.Mark(question.No, Near(7.6 + (mood * 2.5), 0, 10, random));
                break;
            case QuestionType.HoursGrid:
                sheet.Mark(question.No, Slots(random));
                break;
            case QuestionType.OpenText:
                if (random.Next(3) > 0)
                    sheet.Write(question.No, 0, Unsolved[random.Next(Unsolved.Length)]);
                break;
            case QuestionType.TwoBox:
                if (random.Next(3) == 0)
                    sheet.Write(question.No, 0, Liked[random.Next(Liked.Length)]);
                if (random.Next(3) == 0)
                    sheet.Write(question.No, 1, Better[random.Next(Better.Length)]);
                break;
            case QuestionType.Number:
                sheet.Mark(question.No, random.Next(question.Least, Math.Min(question.Most, question.Least + 40) + 1));
                break;
            case QuestionType.Matrix:
                sheet.Mark(question.No, question.Rows.Select(r => (r.No * SurveyQuestion.MatrixRow) + question.Options[random.Next(question.Options.Count)].No));
                break;
            case QuestionType.Multi:
                sheet.Mark(question.No, question.Options.Where(_ => random.Next(3) == 0).Select(o => o.No));
                break;
            default:
                // Earlier options are the likelier ones, the more content people are.
                var place = (int)(Math.Pow(random.NextDouble(), 1.6 + Math.Max(-0.5, mood)) * question.Options.Count);
                sheet.Mark(question.No, question.Options[Math.Min(place, question.Options.Count - 1)].No);
                break;
        }
    }

    private static int Near(double mean, int low, int high, Random random) =>
        Math.Clamp((int)Math.Round(mean + ((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * (high - low) * 0.4)), low, high);

    private static IEnumerable<int> Slots(Random random)
    {
        // People at work wish evenings and Saturday, others the morning.
        var works = random.Next(100) < 58;
        for (var day = 0; day < 7; day++)
        {
            for (var hour = 8; hour < 20; hour++)
            {
                var percent = day == 6 ? 2 : day == 5 ? (hour is >= 9 and < 13 ? 22 : 3) : works ? (hour >= 17 ? (day is 1 or 3 ? 55 : 40) : hour == 8 ? 18 : 6) : hour is >= 9 and < 12 ? 45 : hour < 17 ? 20 : 8;
                if (random.Next(100) < percent)
                    yield return (day * 24) + hour;
            }
        }
    }
}
