using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Duplicates;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients.Duplicates;

/// <summary>Two cards to become one.</summary>
/// <param name="SurvivorId">The card that stays.</param>
/// <param name="SurvivorVersion">Its version when the page showed it.</param>
/// <param name="OtherId">The card that becomes part of it.</param>
/// <param name="OtherVersion">Its version when the page showed it.</param>
/// <param name="FromOther">Fields whose value comes from the other card.</param>
public sealed record MergeClients(Guid SurvivorId, int SurvivorVersion, Guid OtherId, int OtherVersion, IReadOnlySet<MergeField> FromOther);

/// <summary>Merges two cards: everything of the other one goes over, its cases too; its old address leads to the survivor.</summary>
public sealed class MergeClientsHandler(IServiceDeskDb db, IEnumerable<IFollowsClient> followers, ICurrentUser user, TimeProvider time)
{
    /// <summary>The key of the merge. Refuses who may not merge, cards somebody changed meanwhile, and what the cards themselves refuse.</summary>
    public async Task<Guid> HandleAsync(MergeClients command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.MergeClients) || !user.SeesAllClients())
            throw new Refusal("Clients.Merge.Forbidden");
        try
        {
            return await db.InTransactionAsync(token => MergeAsync(command, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Clients.Merge.Stale");
        }
    }

    private async Task<Guid> MergeAsync(MergeClients command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (survivor, other) = (await Cards.LoadAsync(db, command.SurvivorId, cancellationToken), await Cards.LoadAsync(db, command.OtherId, cancellationToken));
        if (survivor is null || other is null)
            throw new Refusal("Clients.Merge.NoCard");
        if (survivor.Version != command.SurvivorVersion || other.Version != command.OtherVersion)
            throw new Refusal("Clients.Merge.Stale");
        var (one, two) = (survivor.Id, other.Id);
        if (await db.Set<Case>().AnyAsync(c => (c.ClientId == one && c.RepresentativeId == two) || (c.ClientId == two && c.RepresentativeId == one), cancellationToken))
            throw new Refusal("Clients.Merge.OneActsForOther");

        var merge = survivor.TakeIn(other, command.FromOther, user.AsActor(), now);
        db.Set<ClientMerge>().Add(merge);
        foreach (var follower in followers)
            merge.Move(follower.Thing, await follower.MoveAsync(two, one, cancellationToken));
        var (first, second) = ClientDuplicate.Ordered(one, two);
        var pair = await db.Set<ClientDuplicate>().SingleOrDefaultAsync(d => d.FirstId == first && d.SecondId == second, cancellationToken);
        if (pair is null)
            db.Set<ClientDuplicate>().Add(pair = new ClientDuplicate(one, two, DuplicateScore.Of(ClientTraits.Of(survivor), ClientTraits.Of(other)), now));
        pair.SayMerged(user.AsActor(), now);
        // What else the other card looked like is found anew with the survivor.
        await db.Set<ClientDuplicate>().Where(d => d.State == DuplicateState.Open && d.Id != pair.Id && (d.FirstId == two || d.SecondId == two)).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return merge.Id;
    }
}

/// <summary>A merge to undo.</summary>
/// <param name="MergeId">The merge.</param>
/// <param name="AreTwoClients">Whether the two are known to be different clients, so that they are not shown as alike again.</param>
public sealed record UndoClientMerge(Guid MergeId, bool AreTwoClients);

/// <summary>Undoes a merge: both cards are as they were, with their cases; what came since stays with the survivor.</summary>
public sealed class UndoClientMergeHandler(IServiceDeskDb db, IEnumerable<IFollowsClient> followers, ICurrentUser user, TimeProvider time)
{
    /// <summary>The keys of the survivor and of the card that is in use again. Refuses who may not merge, and what the cards themselves refuse.</summary>
    public async Task<(Guid SurvivorId, Guid OtherId)> HandleAsync(UndoClientMerge command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.MergeClients) || !user.SeesAllClients())
            throw new Refusal("Clients.Merge.Forbidden");
        try
        {
            return await db.InTransactionAsync(token => UndoAsync(command, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Clients.Merge.Stale");
        }
    }

    private async Task<(Guid, Guid)> UndoAsync(UndoClientMerge command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var merge = await Whole().Include(m => m.Moves).SingleOrDefaultAsync(m => m.Id == command.MergeId, cancellationToken) ?? throw new Refusal("Clients.Merge.CannotUndo");
        var survivor = await Cards.LoadAsync(db, merge.SurvivorId, cancellationToken);
        var other = await Cards.LoadAsync(db, merge.MergedId, cancellationToken);
        if (survivor is null || other is null)
            throw new Refusal("Clients.Merge.NoCard");
        List<(ClientMerge, Client)> standing = [];
        foreach (var stands in await Whole().Where(m => m.SurvivorId == survivor.Id && m.UndoneAt == null && m.Id != merge.Id).ToListAsync(cancellationToken))
            standing.Add((stands, (await Cards.LoadAsync(db, stands.MergedId, cancellationToken))!));

        survivor.GiveBack(merge, other, standing, user.AsActor(), now);
        foreach (var moved in merge.Moves.GroupBy(m => m.Thing))
            await followers.Single(f => f.Thing == moved.Key).MoveBackAsync([.. moved.Select(m => m.ThingId)], survivor.Id, other.Id, cancellationToken);
        var (first, second) = ClientDuplicate.Ordered(survivor.Id, other.Id);
        if (await db.Set<ClientDuplicate>().SingleOrDefaultAsync(d => d.FirstId == first && d.SecondId == second, cancellationToken) is { } pair)
        {
            if (command.AreTwoClients)
                pair.SayNotSame(user.AsActor(), now);
            else
                pair.OpenAgain();
        }

        await db.SaveChangesAsync(cancellationToken);
        return (survivor.Id, other.Id);
    }

    private IQueryable<ClientMerge> Whole() => db.Set<ClientMerge>().Include(m => m.Changes).Include(m => m.Rows);
}

/// <summary>Whole cards, to be changed.</summary>
internal static class Cards
{
    /// <summary>A card with its parts but its history, or null.</summary>
    public static Task<Client?> LoadAsync(IServiceDeskDb db, Guid id, CancellationToken cancellationToken) => db.Set<Client>()
        .Include(c => c.Names).Include(c => c.Reaches).Include(c => c.Addresses).Include(c => c.Codes).Include(c => c.Representatives).Include(c => c.Groups).Include(c => c.Notes)
        .SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
}
