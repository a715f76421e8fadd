using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys;

/// <summary>A wave in the list.</summary>
public sealed record WaveRow
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key in the address.</summary>
    public required string Key { get; init; }

    /// <summary>Title.</summary>
    public required SurveyWords Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required WaveState State { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly OpensOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>Responses so far.</summary>
    public required int Responses { get; init; }
}

/// <summary>A series with its waves, the newest first.</summary>
/// <param name="Id">Key.</param>
/// <param name="Key">Key in the address.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its name.</param>
/// <param name="CadenceMonths">Months from wave to wave.</param>
/// <param name="NextBy">By when the next wave is to open; null where it comes when needed.</param>
/// <param name="IsOverdue">Whether that day is past.</param>
/// <param name="Waves">Its waves.</param>
public sealed record SeriesRow(Guid Id, string Key, SurveyKind Kind, SurveyWords Title, int? CadenceMonths, DateOnly? NextBy, bool IsOverdue, IReadOnlyList<WaveRow> Waves);

/// <summary>All series with their waves.</summary>
public sealed class ListSurveysHandler(IServiceDeskDb db, TimeProvider time, LocalTime local)
{
    /// <summary>Lists them in the order of kinds.</summary>
    public async Task<IReadOnlyList<SeriesRow>> HandleAsync(CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        var all = await db.Set<SurveySeries>().Select(s => new { s.Id, s.Key, s.Kind, s.Title, s.CadenceMonths }).ToListAsync(cancellationToken);
        var waves = await db.Set<SurveyWave>().Select(w => new { w.Id, w.SeriesId, w.Number, w.Key, w.Title, w.State, w.OpensOn, w.ClosesOn }).ToListAsync(cancellationToken);
        var counts = await db.Set<SurveyResponse>().GroupBy(r => r.WaveId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return
        [
            .. all.OrderBy(s => s.Kind).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s =>
            {
                var own = waves.Where(w => w.SeriesId == s.Id).OrderByDescending(w => w.Number).ToList();
                var last = own.Where(w => w.State != WaveState.Draft).Select(w => (DateOnly?)w.OpensOn).Max();
                // What has never been held is due when somebody begins it.
                DateOnly? next = s.CadenceMonths is { } months && last is { } begun ? begun.AddMonths(months) : null;
                return new SeriesRow(s.Id, s.Key, s.Kind, s.Title, s.CadenceMonths, next, next < today, [.. own.Select(w => new WaveRow
                {
                    Id = w.Id,
                    Key = w.Key,
                    Title = w.Title,
                    State = w.State,
                    OpensOn = w.OpensOn,
                    ClosesOn = w.ClosesOn,
                    Responses = counts.GetValueOrDefault(w.Id),
                })]);
            }),
        ];
    }
}
