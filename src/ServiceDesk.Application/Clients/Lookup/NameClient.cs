using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Application.Clients.Lookup;

/// <summary>The name of a client, for a filter or a heading.</summary>
public sealed class NameClientHandler(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>The name; null when there is no such client or this person may not know.</summary>
    public async Task<string?> HandleAsync(Guid clientId, CancellationToken cancellationToken) =>
        await db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()).Where(c => c.Id == clientId).Select(c => c.Name).FirstOrDefaultAsync(cancellationToken);
}
