using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Duplicates;

namespace ServiceDesk.Application.Clients.OfCases;

/// <summary>A card that may be the one of a client about to get another.</summary>
/// <param name="Client">The client.</param>
/// <param name="By">By what they look the same; <see cref="ClientMatch.None"/> when <paramref name="Reasons"/> say it.</param>
/// <param name="Reasons">What the two have in common, and what tells them apart.</param>
public sealed record KnownCard(ClientSketch Client, ClientMatch By, DuplicateReasons Reasons);

/// <summary>Finds the cards to look at before a new one is made beside a case: what the form of a new card would name, and whoever bears the same name.</summary>
public sealed class FindKnownCardsHandler(SuggestClientsHandler suggest, FindEntryCandidatesHandler candidates, ClientSketches sketches)
{
    /// <summary>The surest first; none for who may not make cards.</summary>
    /// <param name="told">What was told with the case.</param>
    /// <param name="card">The card about to be made.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<KnownCard>> HandleAsync(Contact told, NewCard card, CancellationToken cancellationToken)
    {
        var contact = told.Normalised();
        var entry = new ClientEntry
        {
            Kind = contact.Name is null ? ClientKind.Unknown : card.Kind,
            Name = contact.Name,
            RegistrationNumber = card.Kind is ClientKind.LegalPerson or ClientKind.Institution ? card.RegistrationNumber : null,
            Reaches = [new ReachEntry(ClientReachKind.Phone, contact.Phone), new ReachEntry(ClientReachKind.Email, contact.Email)],
            Address = contact.Address is { } address ? new AddressElements { Free = address } : null,
        };
        var found = (await candidates.HandleAsync(entry, card.Token, cancellationToken)).ToDictionary(c => c.Id, c => c.Score.Reasons);
        var hints = await suggest.HandleAsync(told, cancellationToken);
        return
        [
            .. (await sketches.DrawAsync([.. found.Keys], [], cancellationToken)).Select(s => new KnownCard(s, ClientMatch.None, found[s.Id])),
            .. hints.Where(h => !found.ContainsKey(h.Client.Id)).Select(h => new KnownCard(h.Client, h.By, DuplicateReasons.None)),
        ];
    }
}
