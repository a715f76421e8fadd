using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines;

/// <summary>What one run found.</summary>
/// <param name="Breaches">New breaches.</param>
/// <param name="Settled">Breaches whose late answer was found.</param>
public sealed record BreachRun(int Breaches, int Settled);

/// <summary>
/// Finds clocks that passed their due date. Uncapped and in order of the date; safe to run twice and on two nodes, because a
/// clock has at most one breach; after a standstill each breach still bears its true day. Closed cases owe nothing any more: of
/// them only what was missed before is recorded.
/// </summary>
public sealed class DetectBreachesHandler(IServiceDeskDb db, CaseWriter writer, TimeProvider time)
{
    /// <summary>Clocks read at a time.</summary>
    public const int Batch = 200;

    private readonly List<Exception> faults = [];

    /// <summary>Finds everything overdue now. What staff or another node save at this moment is left to the next run.</summary>
    public async Task<BreachRun> HandleAsync(CancellationToken cancellationToken)
    {
        var found = 0;
        var (due, id) = (DateTimeOffset.MinValue, Guid.Empty);
        while (true)
        {
            var missed = await MissedAsync(due, id, cancellationToken);
            foreach (var byCase in missed.GroupBy(m => m.CaseId))
                found += await RecordAsync(byCase.Key, [.. byCase.Select(m => m.Id)], cancellationToken);
            if (missed.Count < Batch)
                break;
            (due, id) = (missed[^1].DueUntil, missed[^1].Id);
        }

        var settled = await SettleAsync(cancellationToken);
        return faults.Count == 0 ? new BreachRun(found, settled) : throw new AggregateException("Some breaches could not be recorded.", faults);
    }

    private Task<List<Missed>> MissedAsync(DateTimeOffset due, Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Set<Clock>().AsNoTracking()
            .Where(c => (c.State == ClockState.Running && c.DueUntil <= now && db.Set<Case>().Any(i => i.Id == c.CaseId && i.State != CaseState.Closed))
                || (c.State == ClockState.Breached && !db.Set<Breach>().Any(b => b.ClockId == c.Id)))
            .Where(c => c.DueUntil > due || (c.DueUntil == due && c.Id.CompareTo(id) > 0))
            .OrderBy(c => c.DueUntil).ThenBy(c => c.Id).Take(Batch)
            .Select(c => new Missed(c.Id, c.CaseId, c.DueUntil)).ToListAsync(cancellationToken);
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
        catch (DbUpdateConcurrencyException)
        {
            return 0; // Staff or another node saved the case at this moment.
        }
        catch (DbUpdateException fault)
        {
            // Another node recorded it first; any other fault is the job's to report, once the rest is done.
            if (!await db.Set<Breach>().AnyAsync(b => clockIds.Contains(b.ClockId), cancellationToken))
                faults.Add(fault);
            return 0;
        }
        finally
        {
            db.Forget();
        }
    }

    /// <summary>Breaches answered since the last run learn when.</summary>
    private Task<int> SettleAsync(CancellationToken cancellationToken) =>
        db.Set<Breach>()
            .Where(b => b.SettledAt == null && db.Set<Clock>().Any(c => c.Id == b.ClockId && c.SettledAt != null))
            .ExecuteUpdateAsync(s => s.SetProperty(
                b => b.SettledAt,
                b => db.Set<Clock>().Where(c => c.Id == b.ClockId).Select(c => c.SettledAt).First()), cancellationToken);

    private sealed record Missed(Guid Id, Guid CaseId, DateTimeOffset DueUntil);
}
