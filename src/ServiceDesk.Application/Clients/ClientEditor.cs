using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients;

/// <summary>Loads a card to be changed, whole, and saves it; what was changed meanwhile by somebody else is refused, not written over.</summary>
public sealed class ClientEditor(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>The card with all its parts. Refuses who may not keep cards, a card there is not, and a version that is not the last.</summary>
    public async Task<Client> LoadAsync(Guid id, int? version, CancellationToken cancellationToken)
    {
        user.Demand(Permission.KeepClients);
        var client = await db.Set<Client>().WithParts().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new Refusal("Clients.Refusal.NoCard");
        return version is null || client.Version == version ? client : throw new Refusal("Clients.Refusal.Stale");
    }

    /// <summary>Saves.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            throw new Refusal("Clients.Refusal.Stale");
        }
    }
}

/// <summary>Reads of whole cards.</summary>
internal static class ClientReads
{
    /// <summary>With all parts, each in a command of its own.</summary>
    public static IQueryable<Client> WithParts(this IQueryable<Client> clients) => clients
        .Include(c => c.Names).Include(c => c.Reaches).Include(c => c.Addresses).Include(c => c.Codes)
        .Include(c => c.Representatives).Include(c => c.Groups).Include(c => c.Notes).Include(c => c.History);
}
