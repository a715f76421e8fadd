using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Benchmarks.Deadlines;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Infrastructure;
using ServiceDesk.Infrastructure.Startup;

namespace ServiceDesk.Benchmarks.Surveys;

/// <summary>
/// <c>dotnet run -c Release --project tests/ServiceDesk.Benchmarks -- answers FOLDER [4000]</c>: opens a wave of the yearly survey in the
/// data folder and sends so many filled questionnaires by 32 clients at once, through the whole use case: reading, checking, writing,
/// committing. Prints how many a second were accepted and how long one took.
/// </summary>
internal static class AnswersRun
{
    private const int Clients = 32;

    public static async Task RunAsync(string folder, int count)
    {
        var host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Recompute.Web(), EnvironmentName = Environments.Production });
        host.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ServiceDesk:DataFolder"] = Path.GetFullPath(folder),
            ["ServiceDesk:Jobs:Enabled"] = "false",
            ["ServiceDesk:DemoData"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        host.Services.AddInfrastructure(host.Configuration, host.Environment);
        using var app = host.Build();
        await app.Services.GetRequiredService<Preparation>().RunAsync(_ => { }, default);
        await app.StartAsync();
        var wave = await OpenAsync(app.Services);
        var today = wave.OpensOn;
        var forms = DemoAnswers.Of(wave, today, count, seed: 7, shift: 0).Select(Fields).ToList();
        await SendAsync(app.Services, wave, forms.Take(200)); // warm
        var watch = Stopwatch.StartNew();
        var times = await SendAsync(app.Services, wave, forms);
        var took = watch.Elapsed.TotalSeconds;
        Console.WriteLine($"{count} answers of {wave.Questionnaire.Questions.Count} questions by {Clients} clients: {count / took:0} a second; one took {times[times.Count / 2]:0} ms in the middle, {times[times.Count * 95 / 100]:0} ms for the slowest twentieth");
        await app.StopAsync();
    }

    private static async Task<SurveyWave> OpenAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IServiceDeskDb>();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var series = await db.Set<SurveySeries>().SingleAsync(s => s.Key == "klienti");
        var number = await db.Set<SurveyWave>().CountAsync(w => w.SeriesId == series.Id) + 1;
        var wave = new SurveyWave(series, number, $"bench-{Guid.NewGuid():n}"[..20], new WaveDetails { Title = new("Bench"), OpensOn = today.AddDays(-1), ClosesOn = today.AddDays(2) }, series.Template);
        db.Set<SurveyWave>().Add(wave);
        db.Set<SurveyEdition>().Add(wave.Open(null, "Bench", today, TimeProvider.System.GetUtcNow()));
        await db.SaveChangesAsync();
        return wave;
    }

    /// <summary>What the browser would send for a response.</summary>
    private static Dictionary<string, string[]> Fields(SurveyResponse response)
    {
        var fields = AnswerSheet.Read(response.Marks).GroupBy(m => AnswerReader.Field(m.QuestionNo), m => m.Mark.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        foreach (var text in response.Texts)
            fields[AnswerReader.TextField(text.QuestionNo, text.Part)] = [text.Text];
        return fields;
    }

    private static async Task<List<double>> SendAsync(IServiceProvider services, SurveyWave wave, IEnumerable<Dictionary<string, string[]>> forms)
    {
        var times = new ConcurrentBag<double>();
        await Parallel.ForEachAsync(forms, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (form, token) =>
        {
            var start = Stopwatch.GetTimestamp();
            await using var scope = services.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<SubmitResponseHandler>().HandleAsync(
                new SubmitResponse { WaveKey = wave.Key, ResponseId = SurveyResponse.NewKey(), Language = "lv", Sent = f => form.GetValueOrDefault(f, []) }, token);
            if (!result.IsAccepted)
                throw new InvalidOperationException(result.Faults[0].Key);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        });
        return [.. times.Order()];
    }
}
