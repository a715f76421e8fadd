using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Application.Operations;

/// <summary>How the outbox stands.</summary>
/// <param name="Waiting">Letters that are due and have not left.</param>
/// <param name="Failed">Letters given up; a person must act.</param>
/// <param name="OldestAt">When the oldest waiting letter was written; null when none waits.</param>
public sealed record OutboxState(int Waiting, int Failed, DateTimeOffset? OldestAt);

/// <summary>Looks at the outbox, for the status page and the health check.</summary>
public sealed class OutboxWatch(IServiceDeskDb db, TimeProvider time)
{
    /// <summary>The outbox now.</summary>
    public async Task<OutboxState> LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = db.Set<OutgoingMessage>().Where(m => m.State == OutgoingState.Queued && m.NotBefore <= now);
        return new OutboxState(
            await due.CountAsync(cancellationToken),
            await db.Set<OutgoingMessage>().CountAsync(m => m.State == OutgoingState.Failed, cancellationToken),
            await due.MinAsync(m => (DateTimeOffset?)m.CreatedAt, cancellationToken));
    }
}
