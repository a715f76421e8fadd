using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>
/// Joins the demonstration cases to the cards of who wrote: cards that have the same e-mail address, and new ones for others. Some cases stay
/// without a card, so that a stranger sees how one is suggested. Done once, whatever was seeded before.
/// </summary>
public sealed class DemoClientCasesSeed(IServiceDeskDb db, LocalTime local, TimeProvider time) : IDemoSeed
{
    /// <inheritdoc/>
    public int Order => 1400;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (!await db.Set<Case>().AnyAsync(c => c.ClientId != null, cancellationToken))
            await db.InTransactionAsync(JoinAsync, cancellationToken);
    }

    private async Task<int> JoinAsync(CancellationToken cancellationToken)
    {
        var specialist = await db.Set<Employee>().AsNoTracking().FirstAsync(e => e.Name == "Inga" && e.Surname == "Ozola", cancellationToken);
        var by = new Actor(specialist.Id, specialist.FullName);
        var now = time.GetUtcNow();
        var cases = await db.Set<Case>().Where(c => c.Audience == Audience.External && c.Contact.Email != null && c.Contact.Name != null).OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var cards = await db.Set<Client>().Where(c => c.State == ClientState.Active).SelectMany(c => c.Reaches.Where(r => r.Kind == ClientReachKind.Email), (c, r) => new { r.Value, Card = c }).ToListAsync(cancellationToken);
        var known = cards.DistinctBy(c => c.Value).ToDictionary(c => c.Value, c => c.Card, StringComparer.Ordinal);
        foreach (var (group, place) in cases.GroupBy(c => c.Contact.Email!.ToLowerInvariant(), StringComparer.Ordinal).Select((group, place) => (group, place)))
        {
            var card = known.GetValueOrDefault(group.Key);
            if (card is null && place % 3 == 2)
                continue;
            if (card is null)
            {
                var told = group.Last().Contact;
                card = new NewCard(Guid.CreateVersion7(), ClientKind.Person, HeardFrom: place % 2 == 0 ? (HeardFrom)(place % Enum.GetValues<HeardFrom>().Length) : null)
                    .Make(PhoneNumber.Check(told.Phone).IsValid ? told : told with { Phone = null }, group.Last().Language, by, local.DateOf(now), now);
                db.Set<Client>().Add(card);
            }

            // The newest one of some is left for a person to confirm.
            foreach (var item in place % 4 == 3 && group.Count() > 1 ? group.SkipLast(1) : group)
                item.BelongTo(card, by, item.ChangedAt);
        }

        return await db.SaveChangesAsync(cancellationToken);
    }
}
