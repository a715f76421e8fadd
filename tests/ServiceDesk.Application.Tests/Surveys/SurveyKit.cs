using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Surveys;

/// <summary>Waves for tests: each test its own.</summary>
internal static class SurveyKit
{
    public static DateOnly Today { get; } = new(2026, 6, 18);

    public static async Task<SurveyWave> OpenWaveAsync(this House house, string series = "klienti", Func<WaveDetails, WaveDetails>? change = null)
    {
        house.Time.SetLocal(2026, 6, 18, 11);
        return await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var found = db.Set<SurveySeries>().Single(s => s.Key == series);
            var key = $"{series}-{Guid.NewGuid():n}"[..20];
            var details = new WaveDetails { Title = new("Aptauja"), OpensOn = Today, ClosesOn = Today.AddDays(14) };
            var number = db.Set<SurveyWave>().Count(w => w.SeriesId == found.Id) + 1;
            var wave = new SurveyWave(found, number, key, change?.Invoke(details) ?? details, found.Template);
            db.Set<SurveyWave>().Add(wave);
            db.Set<SurveyEdition>().Add(wave.Open(null, "Tests", Today, house.Time.GetUtcNow()));
            await db.SaveChangesAsync();
            return wave;
        });
    }

    public static SubmitResponse Answers(this SurveyWave wave, params (string Field, string Value)[] sent) => new()
    {
        WaveKey = wave.Key,
        ResponseId = SurveyResponse.NewKey(),
        Language = "lv",
        Sent = f => sent.Where(s => s.Field == f).Select(s => s.Value),
    };

    public static Task<SubmittedResponse> SendAsync(this House house, SubmitResponse command) =>
        house.RunAsync((SubmitResponseHandler h) => h.HandleAsync(command, CancellationToken.None));
}
