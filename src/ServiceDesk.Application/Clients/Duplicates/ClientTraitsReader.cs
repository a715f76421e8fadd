using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Duplicates;

namespace ServiceDesk.Application.Clients.Duplicates;

/// <summary>Reads what tells cards apart, of many cards at once, without loading the cards.</summary>
internal static class ClientTraitsReader
{
    /// <summary>Cards that may be compared: in use, and their processing not restricted.</summary>
    public static IQueryable<Client> Comparable(this IQueryable<Client> clients) => clients.Where(c => c.State == ClientState.Active && c.RestrictedAt == null);

    /// <summary>Traits of the cards asked for, in the order of their keys. Five commands, however many there are.</summary>
    public static async Task<List<ClientTraits>> ReadAsync(IServiceDeskDb db, IQueryable<Client> clients, CancellationToken cancellationToken)
    {
        var cards = await clients.OrderBy(c => c.Id).Select(c => new { c.Id, c.Kind, c.BirthDate, c.RegistrationNumber }).ToListAsync(cancellationToken);
        var ids = clients.Select(c => c.Id);
        var names = (await db.Set<ClientName>().AsNoTracking().Where(n => ids.Contains(n.ClientId)).Select(n => new { n.ClientId, n.Name }).ToListAsync(cancellationToken)).ToLookup(n => n.ClientId, n => n.Name);
        var reaches = (await db.Set<ClientReach>().AsNoTracking().Where(r => r.RetiredAt == null && ids.Contains(r.ClientId)).Select(r => new { r.ClientId, r.Kind, r.Value }).ToListAsync(cancellationToken))
            .ToLookup(r => r.ClientId);
        var addresses = (await db.Set<ClientAddress>().AsNoTracking().Where(a => a.RetiredAt == null && ids.Contains(a.ClientId)).Select(a => new { a.ClientId, a.Line }).ToListAsync(cancellationToken))
            .ToLookup(a => a.ClientId, a => a.Line);
        var codes = (await db.Set<ClientCode>().AsNoTracking().Where(c => ids.Contains(c.ClientId)).Select(c => new { c.ClientId, c.Hash }).ToListAsync(cancellationToken)).ToLookup(c => c.ClientId, c => c.Hash);
        return [.. cards.Select(c => new ClientTraits
        {
            Id = c.Id,
            Kind = c.Kind,
            BirthDate = c.BirthDate,
            RegistrationNumber = c.RegistrationNumber,
            Names = ClientTraits.NamesOf(c.Kind, names[c.Id]),
            Codes = [.. codes[c.Id]],
            Phones = Values(c.Id, ClientReachKind.Phone),
            Emails = Values(c.Id, ClientReachKind.Email),
            EAddresses = Values(c.Id, ClientReachKind.EAddress),
            Accounts = Values(c.Id, ClientReachKind.Iban),
            Addresses = [.. addresses[c.Id].Select(ClientTraits.AddressKey).Where(a => a.Length > 0).Distinct()],
        })];

        string[] Values(Guid id, ClientReachKind kind) => [.. reaches[id].Where(r => r.Kind == kind).Select(r => r.Value)];
    }
}
