using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines;

/// <summary>What one run found.</summary>
/// <param name="Breaches">New breaches.</param>
/// <param name="Settled">Breaches whose late answer was found.</param>
public sealed record BreachRun(int Breaches, int Settled);

/// <summary>
/// Finds clocks that passed their due date. Uncapped and in order of the date; safe to run twice and on two nodes, because a
/// clock has at most one breach; after a standstill each breach still bears its true day.
/// </summary>
public sealed class DetectBreachesHandler(IServiceDeskDb db, CaseWriter writer, TimeProvider time)
{
    private const int Batch = 200;

    /// <summary>Finds everything overdue now.</summary>
    public async Task<BreachRun> HandleAsync(CancellationToken cancellationToken)
    {
        var found = 0;
        while (true)
        {
            var now = time.GetUtcNow();
            var missed = await db.Set<Clock>().AsNoTracking()
                .Where(c => (c.State == ClockState.Running && c.DueUntil <= now)
                    || (c.State == ClockState.Breached && !db.Set<Breach>().Any(b => b.ClockId == c.Id)))
                .OrderBy(c => c.DueUntil).ThenBy(c => c.Id).Take(Batch)
                .Select(c => new { c.Id, c.CaseId }).ToListAsync(cancellationToken);
            if (missed.Count == 0)
                break;

            var before = found;
            foreach (var byCase in missed.GroupBy(m => m.CaseId))
                found += await RecordAsync(byCase.Key, [.. byCase.Select(m => m.Id)], cancellationToken);
            if (found == before)
                break; // All of them were lost to another node or to staff saving; the next run looks again.
        }

        return new BreachRun(found, await SettleAsync(cancellationToken));
    }

    private async Task<int> RecordAsync(Guid caseId, Guid[] clockIds, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(async token =>
            {
                var now = time.GetUtcNow();
                var item = await writer.LoadAsync(caseId, token);
                var known = await db.Set<Breach>().Where(b => clockIds.Contains(b.ClockId)).Select(b => b.ClockId).ToListAsync(token);
                var breached = item.Clocks.Where(c => clockIds.Contains(c.Id) && !known.Contains(c.Id))
                    .Where(c => c.State == ClockState.Breached || item.MarkBreached(c.Id, now)).ToList();
                db.Set<Breach>().AddRange(breached.Select(c => new Breach(item, c, now)));
                await db.SaveChangesAsync(token);
                return breached.Count;
            }, cancellationToken);
        }
        catch (DbUpdateException)
        {
            return 0; // Another node recorded it, or staff saved the case at this moment.
        }
    }

    /// <summary>Breaches answered since the last run learn when.</summary>
    private Task<int> SettleAsync(CancellationToken cancellationToken) =>
        db.Set<Breach>()
            .Where(b => b.SettledAt == null && db.Set<Clock>().Any(c => c.Id == b.ClockId && c.SettledAt != null))
            .ExecuteUpdateAsync(s => s.SetProperty(
                b => b.SettledAt,
                b => db.Set<Clock>().Where(c => c.Id == b.ClockId).Select(c => c.SettledAt).First()), cancellationToken);
}
