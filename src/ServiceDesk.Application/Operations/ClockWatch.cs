using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Operations;

/// <summary>Whether clocks and breaches tell the same.</summary>
/// <param name="Undetected">Clocks that run past their due date, longer than detection takes, without a breach.</param>
/// <param name="Unrecorded">Clocks marked as missed that have no breach.</param>
/// <param name="Unfounded">Breaches whose clock is not missed, or which disagree with it about whether an answer is still owed.</param>
public sealed record ClockAgreement(int Undetected, int Unrecorded, int Unfounded)
{
    /// <summary>Whether every missed clock has its breach and every breach its missed clock.</summary>
    public bool Agrees => Undetected + Unrecorded + Unfounded == 0;
}

/// <summary>Checks the figures of the breach report against the clocks, for the status page and the health check.</summary>
public sealed class ClockWatch(IServiceDeskDb db, TimeProvider time)
{
    /// <summary>How long detection may take: it runs every minute and needs a few minutes after a standstill.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The agreement now. What happened in the last minutes is not held against the job that is about to see it.</summary>
    public async Task<ClockAgreement> LookAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Patience;
        var clocks = db.Set<Clock>();
        var breaches = db.Set<Breach>();
        return new ClockAgreement(
            await clocks.CountAsync(c => c.State == ClockState.Running && c.DueUntil <= before
                && db.Set<Case>().Any(i => i.Id == c.CaseId && i.State != CaseState.Closed), cancellationToken),
            await clocks.CountAsync(c => c.State == ClockState.Breached && (c.SettledAt == null || c.SettledAt <= before)
                && !breaches.Any(b => b.ClockId == c.Id), cancellationToken),
            await breaches.CountAsync(b => !clocks.Any(c => c.Id == b.ClockId && c.State == ClockState.Breached
                && (c.SettledAt == null ? b.SettledAt == null : b.SettledAt != null || c.SettledAt > before)), cancellationToken));
    }
}
