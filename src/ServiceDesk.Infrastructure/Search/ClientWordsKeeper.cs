using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Search;

/// <summary>Brings the words by which clients are found up to date, in the same save as their cards. A card no longer in use has none.</summary>
internal static class ClientWordsKeeper
{
    /// <summary>Whether anything to be saved changes by what a client is found.</summary>
    public static bool MustKeepClientWords(this ServiceDeskDbContext db) => Changed(db).Count > 0;

    public static async Task KeepClientWordsAsync(this ServiceDeskDbContext db, CancellationToken cancellationToken)
    {
        var ids = Changed(db);
        var older = ids.Except(db.ChangeTracker.Entries<Client>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Id)).ToList();
        if (older.Count > 0)
        {
            // What is tracked already keeps its changed values.
            await db.Set<Client>().Where(c => older.Contains(c.Id)).LoadAsync(cancellationToken);
            await db.Set<ClientName>().Where(n => older.Contains(n.ClientId)).LoadAsync(cancellationToken);
            await db.Set<ClientReach>().Where(r => older.Contains(r.ClientId)).LoadAsync(cancellationToken);
            await db.Set<ClientAddress>().Where(a => older.Contains(a.ClientId)).LoadAsync(cancellationToken);
            await db.Set<ClientWord>().Where(w => older.Contains(w.ClientId)).LoadAsync(cancellationToken);
        }

        var names = Parts<ClientName>(db).ToLookup(n => n.ClientId);
        var reaches = Parts<ClientReach>(db).ToLookup(r => r.ClientId);
        var addresses = Parts<ClientAddress>(db).ToLookup(a => a.ClientId);
        var known = Parts<ClientWord>(db).ToLookup(w => w.ClientId);
        foreach (var client in db.ChangeTracker.Entries<Client>().Where(e => e.State != EntityState.Deleted && ids.Contains(e.Entity.Id)).Select(e => e.Entity).ToList())
        {
            var wanted = client.State == ClientState.Active ? WordsOf(client, names[client.Id], reaches[client.Id], addresses[client.Id]) : [];
            foreach (var word in known[client.Id])
            {
                if (wanted.Remove(new KeptWord(word.Word, word.Written)))
                    word.SortUnder(client.SortKey);
                else
                    db.Set<ClientWord>().Remove(word);
            }

            db.Set<ClientWord>().AddRange(wanted.Select(w => new ClientWord(client.Id, w.Word, w.Written, client.SortKey)));
        }
    }

    private static HashSet<KeptWord> WordsOf(Client client, IEnumerable<ClientName> names, IEnumerable<ClientReach> reaches, IEnumerable<ClientAddress> addresses) =>
    [
        .. ClientWordList.OfName(client.Name),
        .. names.SelectMany(n => ClientWordList.OfName(n.Name)),
        .. reaches.SelectMany(r => r.Kind switch
        {
            ClientReachKind.Phone => ClientWordList.OfPhone(r.Value),
            ClientReachKind.Email => ClientWordList.OfEmail(r.Value),
            // An e-address of a person is made of the personal code, and an account number is nobody's business.
            _ => [],
        }),
        .. new[] { client.RegistrationNumber, client.VatNumber }.OfType<string>().SelectMany(ClientWordList.OfNumber),
        .. addresses.SelectMany(a => ClientWordList.OfAddress(a.Line)),
    ];

    private static HashSet<Guid> Changed(ServiceDeskDbContext db) =>
    [
        .. db.ChangeTracker.Entries<Client>().Where(IsNewlyKnown).Select(e => e.Entity.Id),
        .. Owners<ClientName>(db, nameof(ClientName.ClientId)),
        .. Owners<ClientReach>(db, nameof(ClientReach.ClientId)),
        .. Owners<ClientAddress>(db, nameof(ClientAddress.ClientId)),
    ];

    private static bool IsNewlyKnown(EntityEntry<Client> entry) => entry.State == EntityState.Added
        || (entry.State == EntityState.Modified
            && (entry.Property(c => c.Name).IsModified || entry.Property(c => c.SortKey).IsModified || entry.Property(c => c.State).IsModified
                || entry.Property(c => c.RegistrationNumber).IsModified || entry.Property(c => c.VatNumber).IsModified));

    /// <summary>A part may have moved from one card to another: both change.</summary>
    private static IEnumerable<Guid> Owners<TPart>(ServiceDeskDbContext db, string owner)
        where TPart : class => db.ChangeTracker.Entries<TPart>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        .SelectMany(e => new[] { e.Property<Guid>(owner).CurrentValue, e.Property<Guid>(owner).OriginalValue });

    private static IEnumerable<TPart> Parts<TPart>(ServiceDeskDbContext db)
        where TPart : class => db.ChangeTracker.Entries<TPart>().Where(e => e.State != EntityState.Deleted).Select(e => e.Entity);
}
