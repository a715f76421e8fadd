using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Clients.Lookup;

/// <summary>The cases of a client as far as a person may know them.</summary>
public static class ClientCases
{
    /// <summary>
    /// Cases a person may read whose client they may know too: only these are told, listed or counted under a client's name, so that
    /// neither a row nor a number betrays who wrote.
    /// </summary>
    public static IQueryable<Case> OfKnownClients(this IQueryable<Case> cases, ICurrentUser user)
    {
        var readable = cases.ReadableBy(user);
        return user.MayKnowClient(unitMayKnow: false, isInternal: false) ? readable
            : user.MayKnowClient(unitMayKnow: true, isInternal: true) ? readable.Where(c => c.Contact.UnitMayKnow || c.Audience == Audience.Internal)
            : readable.Where(_ => false);
    }

    /// <summary>Those of one client.</summary>
    public static IQueryable<Case> OfClient(this IQueryable<Case> cases, Guid clientId, ICurrentUser user) =>
        cases.OfKnownClients(user).Where(c => c.ClientId == clientId);
}
