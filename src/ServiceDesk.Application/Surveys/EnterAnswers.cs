using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys;

/// <summary>A poster that leads to a survey.</summary>
/// <param name="Title">Title of the survey.</param>
/// <param name="Intro">What it is for.</param>
/// <param name="Address">Where it is answered.</param>
/// <param name="ClosesOn">Last day.</param>
public sealed record SurveyPoster(string Title, string Intro, string Address, DateOnly ClosesOn);

/// <summary>An open survey whose answers may be entered for others.</summary>
/// <param name="Id">Key.</param>
/// <param name="Key">Key in the address.</param>
/// <param name="Title">Title.</param>
/// <param name="Modes">Ways to enter.</param>
public sealed record EnterableWave(Guid Id, string Key, SurveyWords Title, IReadOnlyList<SurveyMode> Modes);

/// <summary>Surveys whose answers may be entered for others today.</summary>
public sealed class EnterAnswersHandler(IServiceDeskDb db, TimeProvider time, LocalTime local)
{
    /// <summary>Lists them.</summary>
    public async Task<IReadOnlyList<EnterableWave>> ListAsync(CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        var waves = await db.Set<SurveyWave>().Where(w => w.State == WaveState.Open && w.OpensOn <= today && w.ClosesOn >= today)
            .Select(w => new { w.Id, w.Key, w.Title, w.Modes }).ToListAsync(cancellationToken);
        return
        [
            .. waves.Select(w => new EnterableWave(w.Id, w.Key, w.Title, [.. SubmitResponseHandler.Entered.Where(w.Modes.Contains)]))
                .Where(w => w.Modes.Count > 0).OrderBy(w => w.Key, StringComparer.Ordinal),
        ];
    }
}
