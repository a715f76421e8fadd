using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Shared.Access;

/// <summary>Which cards of clients a person sees. Every list, count, look-up and page asks here.</summary>
public static class ClientAccess
{
    /// <summary>
    /// All cards for who keeps them and who reads all cases; for others the clients, and their representatives, of cases they may read in
    /// full and whose client they may know. Without <see cref="Permission.SeeClients"/> none.
    /// </summary>
    /// <param name="clients">Cards.</param>
    /// <param name="user">Who looks.</param>
    /// <param name="cases">All cases, by which the right is judged.</param>
    public static IQueryable<Client> ClientsVisibleTo(this IQueryable<Client> clients, ICurrentUser user, IQueryable<Case> cases)
    {
        if (!user.May(Permission.SeeClients))
            return clients.Where(_ => false);
        if (user.SeesAllClients())
            return clients;
        var own = cases.WithKnownClient(user);
        return clients.Where(client => own.Any(c => c.ClientId == client.Id || c.RepresentativeId == client.Id));
    }

    /// <summary>Cases the person may read in full and whose client they may know: what a card may say of its cases.</summary>
    public static IQueryable<Case> WithKnownClient(this IQueryable<Case> cases, ICurrentUser user)
    {
        var readable = cases.ReadableBy(user);
        return user.MayKnowClient(unitMayKnow: false, isInternal: false) ? readable : readable.Where(c => c.Contact.UnitMayKnow || c.Audience == Audience.Internal);
    }

    /// <summary>Whether the person sees every card.</summary>
    public static bool SeesAllClients(this ICurrentUser user) =>
        user.May(Permission.SeeClients) && (user.May(Permission.KeepClients) || user.May(Permission.ReadAllCases));
}
