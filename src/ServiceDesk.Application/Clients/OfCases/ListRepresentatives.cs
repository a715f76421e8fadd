using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients.OfCases;

/// <summary>Somebody who may act for a client today.</summary>
/// <param name="Id">Key of their own card.</param>
/// <param name="Name">Name.</param>
/// <param name="Document">The document that says so.</param>
public sealed record RepresentativeChoice(Guid Id, string Name, string Document);

/// <summary>Who may act for a client today.</summary>
public sealed class ListRepresentativesHandler(IServiceDeskDb db, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>By name; empty when nobody may or the client is not for this person.</summary>
    public async Task<IReadOnlyList<RepresentativeChoice>> HandleAsync(Guid clientId, CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        var visible = db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()).Where(c => c.State == ClientState.Active);
        return await visible.Where(c => c.Id == clientId).SelectMany(c => c.Representatives)
            .Where(r => r.EndedAt == null && r.From <= today && (r.To == null || r.To >= today))
            .Join(visible, r => r.RepresentativeId, c => c.Id, (r, c) => new { c.Id, c.Name, c.SortKey, r.Document })
            .OrderBy(r => r.SortKey).Select(r => new RepresentativeChoice(r.Id, r.Name, r.Document)).ToListAsync(cancellationToken);
    }
}
