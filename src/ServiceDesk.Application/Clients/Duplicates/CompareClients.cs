using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Duplicates;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Application.Clients.Duplicates;

/// <summary>A card beside another one.</summary>
/// <param name="Client">The card with its parts.</param>
/// <param name="Cases">Its cases.</param>
public sealed record ComparedCard(Client Client, int Cases);

/// <summary>Two cards side by side.</summary>
/// <param name="Survivor">The one that would stay.</param>
/// <param name="Other">The one that would become part of it.</param>
/// <param name="Score">How likely they are of the same client.</param>
/// <param name="State">What became of the pair; null when nobody has looked at it before.</param>
/// <param name="Employees">Names of the employees the cards mention.</param>
public sealed record ComparedClients(ComparedCard Survivor, ComparedCard Other, DuplicateScore Score, DuplicateState? State, IReadOnlyDictionary<Guid, string> Employees);

/// <summary>Shows two cards side by side to who may merge them, and writes down that both were read.</summary>
public sealed class CompareClientsHandler(IServiceDeskDb db, ReadLog log, ICurrentUser user)
{
    /// <summary>The two cards; null when one of them is not in use or not there, or when somebody may not merge.</summary>
    /// <param name="one">One card.</param>
    /// <param name="other">The other.</param>
    /// <param name="keepsOrder">Whether the first one named is to stay; otherwise the one with more cases, or the older one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ComparedClients?> HandleAsync(Guid one, Guid other, bool keepsOrder, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.MergeClients) || !user.SeesAllClients() || one == other)
            return null;
        var cards = await db.Set<Client>().AsNoTracking()
            .Include(c => c.Names).Include(c => c.Reaches).Include(c => c.Addresses).Include(c => c.Codes).Include(c => c.Representatives).Include(c => c.Groups).Include(c => c.Notes)
            .Where(c => (c.Id == one || c.Id == other) && c.State == ClientState.Active).ToListAsync(cancellationToken);
        if (cards.Count != 2)
            return null;
        foreach (var card in cards)
            await log.NoteAsync(new Reading(ReadThing.Client, card.Id, "", clientId: card.Id), cancellationToken);
        var counts = await db.Set<Case>().Where(c => c.ClientId == one || c.ClientId == other).GroupBy(c => c.ClientId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!.Value, g => g.Count, cancellationToken);
        var sides = cards.Select(c => new ComparedCard(c, counts.GetValueOrDefault(c.Id)));
        var ordered = keepsOrder ? sides.OrderBy(s => s.Client.Id != one).ToList() : sides.OrderByDescending(s => s.Cases).ThenBy(s => s.Client.Kind == ClientKind.Unknown).ThenBy(s => s.Client.CreatedAt).ToList();
        var (first, second) = ClientDuplicate.Ordered(one, other);
        var state = await db.Set<ClientDuplicate>().AsNoTracking().Where(d => d.FirstId == first && d.SecondId == second).Select(d => (DuplicateState?)d.State).SingleOrDefaultAsync(cancellationToken);
        var people = cards.Select(c => c.EmployeeId).OfType<Guid>().ToArray();
        var employees = people.Length == 0 ? [] : await db.Set<Domain.Staff.Employee>().AsNoTracking().Where(e => people.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name + " " + e.Surname, cancellationToken);
        return new ComparedClients(ordered[0], ordered[1], DuplicateScore.Of(ClientTraits.Of(cards[0]), ClientTraits.Of(cards[1])), state, employees);
    }

    /// <summary>Where the card of a merged client has gone: the key of the card in use, through any number of merges; null when it was not merged.</summary>
    public async Task<Guid?> FollowAsync(Guid id, CancellationToken cancellationToken)
    {
        Guid? into = null;
        for (var at = id; await db.Set<Client>().AsNoTracking().Where(c => c.Id == at && c.State == ClientState.Merged).Select(c => c.MergedIntoId).SingleOrDefaultAsync(cancellationToken) is { } next; at = next)
            into = next;
        return into;
    }
}
