using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys.Results;
using ServiceDesk.Benchmarks.Deadlines;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Infrastructure;
using ServiceDesk.Infrastructure.Startup;

namespace ServiceDesk.Benchmarks.Surveys;

/// <summary>
/// <c>dotnet run -c Release --project tests/ServiceDesk.Benchmarks -- results FOLDER [RESPONSES]</c>: fills a wave of thirty questions and
/// the one before it (once), closes both, and times the page of results and a table by groups, counted anew and out of kept counts.
/// </summary>
internal static class ResultsRun
{
    private const int Rounds = 15;

    public static async Task RunAsync(string folder, int responses)
    {
        var host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Recompute.Web(), EnvironmentName = Environments.Production });
        host.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ServiceDesk:DataFolder"] = Path.GetFullPath(Path.Combine(folder, "servicedesk")),
            ["ServiceDesk:Jobs:Enabled"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        host.Services.AddInfrastructure(host.Configuration, host.Environment);
        host.Services.Replace(ServiceDescriptor.Singleton<ICurrentUser>(new Head()));
        using var app = host.Build();
        await app.Services.GetRequiredService<Preparation>().RunAsync(_ => { }, default);
        await app.StartAsync();
        var waveId = await FillAsync(app.Services, responses);
        Console.WriteLine($"{responses} responses × 30 questions, the same in the wave before; ms: median   worst of {Rounds}");
        await TimeAsync("results, counted anew", clear: true, p => p.GetRequiredService<ShowResultsHandler>().HandleAsync(new(waveId), default));
        await TimeAsync("results, counts kept", clear: false, p => p.GetRequiredService<ShowResultsHandler>().HandleAsync(new(waveId), default));
        await TimeAsync("one group, counted anew", clear: true, p => p.GetRequiredService<ShowResultsHandler>().HandleAsync(new(waveId, ResultBy.Question, 29, "1"), default));
        await TimeAsync("by groups, counted anew", clear: true, p => p.GetRequiredService<CrossResultsHandler>().HandleAsync(new(waveId, "q1", new(ResultBy.Question, 29)), default));
        await TimeAsync("by groups, counts kept", clear: false, p => p.GetRequiredService<CrossResultsHandler>().HandleAsync(new(waveId, "q1", new(ResultBy.Question, 29)), default));
        await app.StopAsync();

        async Task TimeAsync(string what, bool clear, Func<IServiceProvider, Task> run)
        {
            var times = new List<double>();
            for (var round = -2; round < Rounds; round++)
            {
                if (clear)
                    app.Services.GetRequiredService<TallyStore>().Forget();
                await using var scope = app.Services.CreateAsyncScope();
                var watch = Stopwatch.StartNew();
                await run(scope.ServiceProvider);
                if (round >= 0)
                    times.Add(watch.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine($"{what,-28}{times[times.Count / 2],10:0.0}{times[^1],10:0.0}");
        }
    }

    private static async Task<Guid> FillAsync(IServiceProvider services, int responses)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IServiceDeskDb>();
        var key = $"measured-{responses}";
        if (await db.Set<SurveyWave>().Where(w => w.Key == key + "-2").Select(w => (Guid?)w.Id).SingleOrDefaultAsync() is { } there)
            return there;
        var options = Enumerable.Range(1, 5).Select(o => new SurveyOption(o, $"o{o}", new($"{o}"))).ToList();
        var questions = new Questionnaire(Enumerable.Range(1, 30).Select(no => new SurveyQuestion
        {
            No = no,
            Key = $"q{no}",
            Text = new($"{no}"),
            Type = no switch { <= 12 => QuestionType.Single, <= 16 => QuestionType.Multi, <= 22 => QuestionType.Importance4, <= 28 => QuestionType.Satisfaction4, 29 => QuestionType.Single, _ => QuestionType.HoursGrid },
            PairKey = no is > 16 and <= 28 ? $"p{(no - 17) % 6}" : null,
            IsDemographic = no == 29,
            Options = no is <= 16 or 29 ? options : [],
        }));
        var (today, chance) = (new DateOnly(2026, 6, 1), new Random(1));
        var series = new SurveySeries(key, SurveyKind.Other, SurveyAudience.Clients, new("Measured"), null, questions);
        db.Set<SurveySeries>().Add(series);
        await db.SaveChangesAsync();
        for (var number = 1; number <= 2; number++)
        {
            var wave = new SurveyWave(series, number, $"{key}-{number}", new WaveDetails { Title = new("Measured"), OpensOn = today, ClosesOn = today.AddDays(9) }, questions);
            db.Set<SurveyWave>().Add(wave);
            db.Set<SurveyEdition>().Add(wave.Open(null, "", today, DateTimeOffset.UnixEpoch));
            wave.Close(0, 0, DateTimeOffset.UnixEpoch);
            for (var i = 0; i < responses; i++)
            {
                db.Set<SurveyResponse>().Add(new(SurveyResponse.NewKey(), wave, SurveyMode.Online, null, "lv", today, Sheet(chance)));
                if (i % 2000 == 1999)
                    await db.SaveChangesAsync();
            }

            await db.SaveChangesAsync();
            db.Forget();
        }

        return await db.Set<SurveyWave>().Where(w => w.Key == key + "-2").Select(w => w.Id).SingleAsync();
    }

    private static AnswerSheet Sheet(Random chance)
    {
        var sheet = new AnswerSheet();
        for (var no = 1; no <= 29; no++)
            sheet.Mark(no, no is > 12 and <= 16 ? [1 + chance.Next(2), 3 + chance.Next(3)] : [1 + chance.Next(no is > 16 and <= 28 ? 4 : 5)]);
        return sheet.Mark(30, Enumerable.Range(0, 8).Select(_ => (chance.Next(7) * 24) + 8 + chance.Next(12)));
    }

    private sealed class Head : ICurrentUser
    {
        public Guid? EmployeeId => null;

        public string Name => "";

        public IReadOnlySet<Role> Roles { get; } = new HashSet<Role> { Role.HeadOfClientService };

        public Guid? UnitId => null;

        public IReadOnlySet<Guid> HeadedUnitIds { get; } = new HashSet<Guid>();
    }
}
