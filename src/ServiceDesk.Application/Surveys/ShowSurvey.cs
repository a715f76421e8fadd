using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys;

/// <summary>A unit a survey asks of.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name.</param>
public sealed record SurveyUnit(Guid Id, string Name);

/// <summary>A survey as respondents see it.</summary>
public sealed record AskedSurvey
{
    /// <summary>Key in the address.</summary>
    public required string Key { get; init; }

    /// <summary>Title.</summary>
    public required SurveyWords Title { get; init; }

    /// <summary>What it is for.</summary>
    public required SurveyWords Intro { get; init; }

    /// <summary>What becomes of the answers.</summary>
    public required SurveyWords Privacy { get; init; }

    /// <summary>Questions.</summary>
    public required Questionnaire Questionnaire { get; init; }

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<SurveyUnit> Units { get; init; } = [];

    /// <summary>One question after the other.</summary>
    public bool IsStepwise { get; init; }

    /// <summary>Last local day.</summary>
    public DateOnly ClosesOn { get; init; }

    /// <summary>Why no answer is taken now; null where answers are taken.</summary>
    public Refusal? Closed { get; init; }
}

/// <summary>An open survey in the list.</summary>
/// <param name="Key">Key in the address.</param>
/// <param name="Title">Title.</param>
/// <param name="Intro">What it is for.</param>
/// <param name="Questions">How many questions it has.</param>
/// <param name="ClosesOn">Last local day.</param>
public sealed record OfferedSurvey(string Key, SurveyWords Title, SurveyWords Intro, int Questions, DateOnly ClosesOn);

/// <summary>Surveys for those who answer.</summary>
public sealed class ShowSurveyHandler(IServiceDeskDb db, TimeProvider time, LocalTime local)
{
    private DateOnly Today => local.DateOf(time.GetUtcNow());

    /// <summary>A survey by its address; null for one that is not, or not released.</summary>
    /// <param name="key">Key in the address.</param>
    /// <param name="mode">How it is to be answered.</param>
    /// <param name="token">Token of a personal link; null for other ways.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AskedSurvey?> HandleAsync(string key, SurveyMode mode, string? token, CancellationToken cancellationToken)
    {
        var wave = await db.Set<SurveyWave>().AsNoTracking().SingleOrDefaultAsync(w => w.Key == key && w.State != WaveState.Draft, cancellationToken);
        if (wave is null)
            return null;
        var closed = wave.WhyNot(mode, Today);
        if (closed is null && mode == SurveyMode.Personal)
        {
            var hash = SurveyInvitation.HashOf(token);
            var state = await db.Set<SurveyInvitation>().Where(i => i.WaveId == wave.Id && i.Hash == hash).Select(i => (InvitationState?)i.State).SingleOrDefaultAsync(cancellationToken);
            closed = state switch
            {
                null => new Refusal("Surveys.Refusal.TokenUnknown"),
                InvitationState.Used => new Refusal("Surveys.Refusal.TokenUsed"),
                _ => null,
            };
        }

        return Ask(wave, await UnitsAsync(wave, cancellationToken)) with { Closed = closed };
    }

    /// <summary>A survey as it will be seen, for who writes it.</summary>
    public async Task<AskedSurvey?> PreviewAsync(Guid waveId, CancellationToken cancellationToken) =>
        await db.Set<SurveyWave>().AsNoTracking().SingleOrDefaultAsync(w => w.Id == waveId, cancellationToken) is { } wave
            ? Ask(wave, await UnitsAsync(wave, cancellationToken))
            : null;

    /// <summary>Surveys anybody may answer now. Those among employees are not told of here.</summary>
    public async Task<IReadOnlyList<OfferedSurvey>> OfferedAsync(CancellationToken cancellationToken)
    {
        var today = Today;
        var waves = await (from w in db.Set<SurveyWave>().AsNoTracking()
                           join s in db.Set<SurveySeries>() on w.SeriesId equals s.Id
                           where w.State == WaveState.Open && w.OpensOn <= today && w.ClosesOn >= today && s.Audience != SurveyAudience.Employees
                           select w).ToListAsync(cancellationToken);
        return [.. waves.Where(w => w.Modes.Contains(SurveyMode.Online)).OrderBy(w => w.ClosesOn).ThenBy(w => w.Key, StringComparer.Ordinal)
            .Select(w => new OfferedSurvey(w.Key, w.Title, w.Intro, w.Questionnaire.Questions.Count, w.ClosesOn))];
    }

    private static AskedSurvey Ask(SurveyWave wave, IReadOnlyList<SurveyUnit> units) => new()
    {
        Key = wave.Key,
        Title = wave.Title,
        Intro = wave.Intro,
        Privacy = wave.Privacy,
        Questionnaire = wave.Questionnaire,
        IsStepwise = wave.IsStepwise,
        ClosesOn = wave.ClosesOn,
        Units = units,
    };

    private async Task<IReadOnlyList<SurveyUnit>> UnitsAsync(SurveyWave wave, CancellationToken cancellationToken) => wave.UnitIds.Count == 0
        ? []
        : await db.Set<OrgUnit>().Where(u => wave.UnitIds.Contains(u.Id)).OrderBy(u => u.Name).Select(u => new SurveyUnit(u.Id, u.Name)).ToListAsync(cancellationToken);
}
