using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Protection.Retention;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Quality;

namespace ServiceDesk.Application.Quality.Improvements;

/// <summary>Improvement tasks that are over.</summary>
public sealed class ImprovementsPastTerm(IServiceDeskDb db) : IRetentionSource
{
    /// <inheritdoc/>
    public RecordKind Kind => RecordKind.Improvement;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RetentionCandidate>> FindAsync(DateOnly closedBy, IQueryable<Guid> excluded, int most, CancellationToken cancellationToken) =>
        await db.Set<Improvement>().AsNoTracking().Where(i => i.ClosedOn <= closedBy && !excluded.Contains(i.Id)).OrderBy(i => i.ClosedOn).ThenBy(i => i.Id).Take(most)
            .Select(i => new RetentionCandidate(i.Id, i.Number, 1, i.ClosedOn!.Value)).ToListAsync(cancellationToken);
}
