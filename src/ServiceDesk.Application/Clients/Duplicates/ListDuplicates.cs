using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Duplicates;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients.Duplicates;

/// <summary>A side of a pair.</summary>
/// <param name="Id">The card.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What the client is.</param>
public sealed record DuplicateSide(Guid Id, string Name, ClientKind Kind);

/// <summary>Two cards that may be of the same client.</summary>
/// <param name="Id">Key of the pair.</param>
/// <param name="First">One card.</param>
/// <param name="Second">The other.</param>
/// <param name="Points">How likely it is.</param>
/// <param name="Reasons">Why.</param>
/// <param name="FoundAt">When it was found.</param>
/// <param name="DecidedAt">When somebody decided.</param>
/// <param name="DecidedByName">Who.</param>
public sealed record DuplicateRow(Guid Id, DuplicateSide First, DuplicateSide Second, int Points, DuplicateReasons Reasons, DateTimeOffset FoundAt, DateTimeOffset? DecidedAt, string DecidedByName);

/// <summary>A merge that was done.</summary>
/// <param name="Id">Key.</param>
/// <param name="Survivor">The card that stays.</param>
/// <param name="Other">The card taken in.</param>
/// <param name="At">When.</param>
/// <param name="ByName">Who.</param>
/// <param name="UndoneAt">When it was undone.</param>
/// <param name="UndoneByName">Who undid it.</param>
/// <param name="Cases">Cases that moved.</param>
public sealed record MergeRow(Guid Id, DuplicateSide Survivor, DuplicateSide Other, DateTimeOffset At, string ByName, DateTimeOffset? UndoneAt, string UndoneByName, int Cases);

/// <summary>A page of pairs.</summary>
/// <param name="Rows">The likeliest first.</param>
/// <param name="Total">All of them.</param>
public sealed record DuplicatePage(IReadOnlyList<DuplicateRow> Rows, int Total);

/// <summary>Lists pairs and merges to those who may merge, and keeps what they decide.</summary>
public sealed class ListDuplicatesHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 30;

    /// <summary>Pairs in a state; the likeliest first, decided ones by the time of the decision.</summary>
    public async Task<DuplicatePage> HandleAsync(DuplicateState state, int page, CancellationToken cancellationToken)
    {
        Demand();
        var clients = db.Set<Client>().AsNoTracking();
        var pairs = db.Set<ClientDuplicate>().AsNoTracking().Where(d => d.State == state);
        var ordered = state == DuplicateState.Open ? pairs.OrderByDescending(d => d.Points).ThenBy(d => d.Id) : pairs.OrderByDescending(d => d.DecidedAt).ThenBy(d => d.Id);
        var rows = await (from d in ordered
                          join a in clients on d.FirstId equals a.Id
                          join b in clients on d.SecondId equals b.Id
                          select new DuplicateRow(d.Id, new DuplicateSide(a.Id, a.Name, a.Kind), new DuplicateSide(b.Id, b.Name, b.Kind), d.Points, d.Reasons, d.FoundAt, d.DecidedAt, d.DecidedByName))
            .Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new DuplicatePage(rows, await pairs.CountAsync(cancellationToken));
    }

    /// <summary>Merges, the latest first; of one card when it is named.</summary>
    public async Task<(IReadOnlyList<MergeRow> Rows, int Total)> MergesAsync(Guid? clientId, int page, CancellationToken cancellationToken)
    {
        Demand();
        var clients = db.Set<Client>().AsNoTracking();
        var merges = db.Set<ClientMerge>().AsNoTracking().Where(m => clientId == null || m.SurvivorId == clientId || m.MergedId == clientId);
        var rows = await (from m in merges.OrderByDescending(m => m.At).ThenBy(m => m.Id)
                          join a in clients on m.SurvivorId equals a.Id
                          join b in clients on m.MergedId equals b.Id
                          select new MergeRow(m.Id, new DuplicateSide(a.Id, a.Name, a.Kind), new DuplicateSide(b.Id, b.Name, b.Kind), m.At, m.ByName, m.UndoneAt, m.UndoneByName, m.Moves.Count(x => x.Thing == MergedThing.Case)))
            .Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return (rows, await merges.CountAsync(cancellationToken));
    }

    /// <summary>Somebody knows the two are different clients: it is remembered.</summary>
    public Task SayNotSameAsync(Guid one, Guid other, CancellationToken cancellationToken) => DecideAsync(one, other, d => d.SayNotSame(user.AsActor(), time.GetUtcNow()), cancellationToken);

    /// <summary>Somebody is not so sure any more.</summary>
    public Task OpenAgainAsync(Guid one, Guid other, CancellationToken cancellationToken) => DecideAsync(one, other, d => d.OpenAgain(), cancellationToken);

    private async Task DecideAsync(Guid one, Guid other, Action<ClientDuplicate> decide, CancellationToken cancellationToken)
    {
        Demand();
        var (first, second) = ClientDuplicate.Ordered(one, other);
        var pair = await db.Set<ClientDuplicate>().SingleOrDefaultAsync(d => d.FirstId == first && d.SecondId == second, cancellationToken);
        if (pair is { State: DuplicateState.Merged })
            throw new Refusal("Clients.Merge.AlreadyMerged");
        if (pair is null)
        {
            var traits = await ClientTraitsReader.ReadAsync(db, db.Set<Client>().AsNoTracking().Where(c => c.Id == first || c.Id == second), cancellationToken);
            if (traits.Count != 2)
                throw new Refusal("Clients.Merge.NoCard");
            db.Set<ClientDuplicate>().Add(pair = new ClientDuplicate(first, second, DuplicateScore.Of(traits[0], traits[1]), time.GetUtcNow()));
        }

        decide(pair);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.Forget();
            throw new Refusal("Clients.Merge.Stale");
        }
    }

    private void Demand()
    {
        if (!user.May(Permission.MergeClients) || !user.SeesAllClients())
            throw new Refusal("Clients.Merge.Forbidden");
    }
}
