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

    /// <summary>The card that stands for the person: the one given, or the one it became part of. Refused for a card that is not there.</summary>
    public async Task<Guid> SurvivorAsync(Guid clientId, CancellationToken cancellationToken)
    {
        for (var depth = 0; depth < Deepest; depth++)
        {
            var card = await db.Set<Client>().Where(c => c.Id == clientId).Select(c => new { c.MergedIntoId }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new Refusal("Clients.Refusal.Unknown");
            if (card.MergedIntoId is not { } into)
                break;
            clientId = into;
        }

        return clientId;
    }

    /// <summary>Everything of the person, whichever of the cards is given. Refused for a card that is not there.</summary>
    public async Task<PersonScope> OfAsync(Guid clientId, CancellationToken cancellationToken)
    {
        List<Guid> cards = [await SurvivorAsync(clientId, cancellationToken)];
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
