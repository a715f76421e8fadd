using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Duplicates;

namespace ServiceDesk.Application.Clients.Duplicates;

/// <summary>What a search through the whole register found.</summary>
/// <param name="Cards">Cards compared.</param>
/// <param name="Pairs">Pairs that had something in common and were weighed.</param>
/// <param name="Found">Pairs likely enough, those decided on already included.</param>
/// <param name="Added">Pairs not known before.</param>
/// <param name="Dropped">Pairs that look alike no more.</param>
/// <param name="TooCommon">Values so many cards share that they tell nothing, such as the phone of a house for the elderly.</param>
public sealed record DuplicatesFound(int Cards, int Pairs, int Found, int Added, int Dropped, int TooCommon);

/// <summary>
/// Looks through the whole register for cards that may be of the same client. Only cards that share a key are compared, so the work grows
/// with the register and not with its square. What somebody decided is never asked again.
/// </summary>
public sealed class FindDuplicatesHandler(IServiceDeskDb db, TimeProvider time)
{
    /// <summary>A value shared by more cards than this is nobody's own.</summary>
    public const int MostAlike = 40;

    private const int Batch = 500;

    /// <summary>Searches and keeps the list up to date.</summary>
    public async Task<DuplicatesFound> HandleAsync(CancellationToken cancellationToken)
    {
        var traits = await ClientTraitsReader.ReadAsync(db, db.Set<Client>().AsNoTracking().Comparable(), cancellationToken);
        var (pairs, tooCommon) = Pairs(traits);
        Dictionary<(Guid, Guid), DuplicateScore> found = [];
        foreach (var (one, other) in pairs)
        {
            var score = DuplicateScore.Of(traits[one], traits[other]);
            if (score.Points >= DuplicateScore.Threshold)
                found[ClientDuplicate.Ordered(traits[one].Id, traits[other].Id)] = score;
        }

        var (added, dropped) = await KeepAsync(found, cancellationToken);
        return new DuplicatesFound(traits.Count, pairs.Count, found.Count, added, dropped, tooCommon);
    }

    /// <summary>Places of the cards that share a key, each pair once, the lower place first.</summary>
    internal static (HashSet<(int One, int Other)> Pairs, int TooCommon) Pairs(IReadOnlyList<ClientTraits> traits)
    {
        List<(ulong Key, int Card)> keys = [];
        for (var i = 0; i < traits.Count; i++)
            keys.AddRange(traits[i].BlockingKeys().Distinct().Select(key => (Hash(key), i)));
        keys.Sort();
        var (pairs, tooCommon) = (new HashSet<(int, int)>(), 0);
        for (var (from, to) = (0, 0); from < keys.Count; from = to)
        {
            while (to < keys.Count && keys[to].Key == keys[from].Key)
                to++;
            if (to - from > MostAlike)
            {
                tooCommon++;
                continue;
            }

            for (var a = from; a < to; a++)
            {
                for (var b = a + 1; b < to; b++)
                    pairs.Add((keys[a].Card, keys[b].Card));
            }
        }

        return (pairs, tooCommon);
    }

    private static ulong Hash(string key) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private async Task<(int Added, int Dropped)> KeepAsync(Dictionary<(Guid, Guid), DuplicateScore> found, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = await db.Set<ClientDuplicate>().AsNoTracking().ToDictionaryAsync(d => (d.FirstId, d.SecondId), cancellationToken);
        // Whoever was found to be another than a card is another than the card that took it in, too.
        var into = await db.Set<Client>().AsNoTracking().Where(c => c.MergedIntoId != null).Select(c => new { c.Id, Into = c.MergedIntoId!.Value }).ToDictionaryAsync(c => c.Id, c => c.Into, cancellationToken);
        var others = known.Values.Where(d => d.State == DuplicateState.NotSame).Select(d => ClientDuplicate.Ordered(Survivor(d.FirstId), Survivor(d.SecondId))).ToHashSet();

        foreach (var pair in others)
            found.Remove(pair);
        var fresh = found.Where(f => !known.ContainsKey(f.Key)).Select(f => new ClientDuplicate(f.Key.Item1, f.Key.Item2, f.Value, now)).ToList();
        foreach (var some in fresh.Chunk(Batch))
        {
            db.Set<ClientDuplicate>().AddRange(some);
            await db.SaveChangesAsync(cancellationToken);
            db.Forget();
        }

        foreach (var some in known.Values.Where(d => d.State == DuplicateState.Open && found.TryGetValue((d.FirstId, d.SecondId), out var score) && (score.Points, score.Reasons) != (d.Points, d.Reasons)).Chunk(Batch))
        {
            var ids = some.Select(d => d.Id).ToArray();
            foreach (var pair in await db.Set<ClientDuplicate>().Where(d => ids.Contains(d.Id) && d.State == DuplicateState.Open).ToListAsync(cancellationToken))
                pair.Weigh(found[(pair.FirstId, pair.SecondId)]);
            await db.SaveChangesAsync(cancellationToken);
            db.Forget();
        }

        var dropped = 0;
        foreach (var some in known.Values.Where(d => d.State == DuplicateState.Open && !found.ContainsKey((d.FirstId, d.SecondId))).Select(d => d.Id).Chunk(Batch))
            dropped += await db.Set<ClientDuplicate>().Where(d => some.Contains(d.Id) && d.State == DuplicateState.Open).ExecuteDeleteAsync(cancellationToken);
        return (fresh.Count, dropped);

        Guid Survivor(Guid id)
        {
            while (into.TryGetValue(id, out var next))
                id = next;
            return id;
        }
    }
}

/// <summary>Looks for duplicates once a day.</summary>
public sealed class FindDuplicatesJob(FindDuplicatesHandler find) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var found = await find.HandleAsync(cancellationToken);
        return $"{found.Cards} cards, {found.Pairs} pairs weighed, {found.Found} alike, {found.Added} new, {found.Dropped} dropped";
    }
}
