using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys.Results;

/// <summary>A wave whose results are looked at.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="SeriesKey">Key of its series.</param>
/// <param name="Threshold">The smallest count told.</param>
public sealed record ResultWave(SurveyWave Wave, string SeriesKey, int Threshold)
{
    /// <summary>Whether answers may still come in: until then groups are not told, since answers before and after a visit could be subtracted.</summary>
    public bool IsRunning => Wave.State is WaveState.Draft or WaveState.Open;
}

/// <summary>Reads waves and counts their responses, for whoever may see results.</summary>
public sealed class ResultReader(IServiceDeskDb db, ICurrentUser user, TallyStore store)
{
    /// <summary>Whether the person sees results of the whole house, and not only of units headed.</summary>
    public bool SeesHouse => user.Roles.Any(r => r != Role.UnitHead && AccessMatrix.Grants(new HashSet<Role> { r }, Permission.SeeSurveyResults));

    /// <summary>Units of which the person may see results; null is every unit.</summary>
    public IReadOnlySet<Guid>? Units => SeesHouse ? null : user.HeadedUnitIds;

    /// <summary>A wave that was opened; null for another. Refused to whoever may not see results.</summary>
    public async Task<ResultWave?> FindAsync(Guid waveId, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.SeeSurveyResults))
            throw new Refusal("Results.Refusal.MayNotSee");
        var found = await (from wave in db.Set<SurveyWave>().AsNoTracking()
                           where wave.Id == waveId && wave.State != WaveState.Draft
                           join series in db.Set<SurveySeries>() on wave.SeriesId equals series.Id
                           select new { wave, series.Key, series.Audience }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new ResultWave(found.wave, found.Key, ThresholdOf(found.Audience));
    }

    /// <summary>The closed wave before this one, or null.</summary>
    public async Task<ResultWave?> BeforeAsync(ResultWave wave, CancellationToken cancellationToken)
    {
        var before = await db.Set<SurveyWave>().AsNoTracking()
            .Where(w => w.SeriesId == wave.Wave.SeriesId && w.Number < wave.Wave.Number && w.State != WaveState.Draft && w.State != WaveState.Open)
            .OrderByDescending(w => w.Number).FirstOrDefaultAsync(cancellationToken);
        return before is null ? null : wave with { Wave = before };
    }

    /// <summary>Counts the responses of a wave.</summary>
    public async Task<Tally> CountAsync(ResultWave wave, ResultSplit split, CancellationToken cancellationToken)
    {
        var responses = await db.Set<SurveyResponse>().LongCountAsync(r => r.WaveId == wave.Wave.Id, cancellationToken);
        return await store.GetAsync(wave, split, responses, () => ReadAsync(wave.Wave.Id, split, cancellationToken));
    }

    /// <summary>How many responses came in which way.</summary>
    public async Task<IReadOnlyDictionary<SurveyMode, int>> ModesAsync(Guid waveId, CancellationToken cancellationToken) =>
        await db.Set<SurveyResponse>().Where(r => r.WaveId == waveId).GroupBy(r => r.Mode).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    /// <summary>Names of units in order.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> UnitsAsync(ResultWave wave, CancellationToken cancellationToken)
    {
        var ids = wave.Wave.UnitIds;
        var units = await db.Set<OrgUnit>().AsNoTracking().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToListAsync(cancellationToken);
        return [.. units.OrderBy(u => LatvianOrder.Key(u.Name), StringComparer.Ordinal).Select(u => (u.Id, u.Name))];
    }

    private static int ThresholdOf(SurveyAudience audience) => audience == SurveyAudience.Employees ? Domain.Surveys.Statistics.Suppression.Employees : Domain.Surveys.Statistics.Suppression.Clients;

    private async Task<Tally> ReadAsync(Guid waveId, ResultSplit split, CancellationToken cancellationToken)
    {
        var tally = new Tally(split);
        var responses = db.Set<SurveyResponse>().AsNoTracking().Where(r => r.WaveId == waveId).Select(r => new CountedResponse(r.Marks, r.Mode, r.UnitId)).AsAsyncEnumerable();
        await foreach (var response in responses.WithCancellation(cancellationToken))
            tally.Add(response);
        return tally;
    }
}
