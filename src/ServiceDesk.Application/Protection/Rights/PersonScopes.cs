using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Rights;

/// <summary>Finds what is meant by one person: the card, all cards that became part of it, and the cases of all of them.</summary>
public sealed class PersonScopes(IServiceDeskDb db)
{
    private const int Deepest = 20;

    /// <summary>Everything of the person. Refused for a card that is not there.</summary>
    public async Task<PersonScope> OfAsync(Guid clientId, CancellationToken cancellationToken)
    {
        if (!await db.Set<Client>().AnyAsync(c => c.Id == clientId, cancellationToken))
            throw new Refusal("Clients.Refusal.Unknown");
        List<Guid> cards = [clientId];
        var last = cards;
        for (var depth = 0; last.Count > 0 && depth < Deepest; depth++)
        {
            var above = last;
            last = await db.Set<Client>().Where(c => c.MergedIntoId != null && above.Contains(c.MergedIntoId.Value) && !cards.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken);
            cards.AddRange(last);
        }

        var cases = await db.Set<Case>().Where(c => c.ClientId != null && cards.Contains(c.ClientId.Value)).OrderBy(c => c.ReceivedAt).Select(c => c.Id).ToListAsync(cancellationToken);
        return new PersonScope(cards, cases);
    }
}
