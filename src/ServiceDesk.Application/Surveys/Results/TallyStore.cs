using System.Collections.Concurrent;

namespace ServiceDesk.Application.Surveys.Results;

/// <summary>
/// Keeps the counts of closed waves. A response never changes, so counts are true as long as there are as many responses as were
/// counted. Those of a wave that still runs are counted anew each time.
/// </summary>
public sealed class TallyStore
{
    private const int Most = 64;
    private readonly ConcurrentDictionary<(Guid Wave, ResultSplit Split), Tally> kept = new();

    /// <summary>The counts kept, or counted now.</summary>
    /// <param name="wave">The wave.</param>
    /// <param name="split">How respondents are parted.</param>
    /// <param name="responses">How many responses there are now.</param>
    /// <param name="count">Counts.</param>
    public async Task<Tally> GetAsync(ResultWave wave, ResultSplit split, long responses, Func<Task<Tally>> count)
    {
        ArgumentNullException.ThrowIfNull(wave);
        ArgumentNullException.ThrowIfNull(count);
        if (wave.IsRunning)
            return await count();
        if (kept.TryGetValue((wave.Wave.Id, split), out var tally) && tally.N == responses)
            return tally;
        tally = await count();
        if (kept.Count >= Most)
            kept.Clear();
        return kept[(wave.Wave.Id, split)] = tally;
    }

    /// <summary>Forgets all counts.</summary>
    public void Forget() => kept.Clear();
}
