using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients;

/// <summary>How many clients learnt of us in a way.</summary>
/// <param name="Source">The way.</param>
/// <param name="Count">Clients.</param>
/// <param name="Share">Per cent of those who answered, rounded.</param>
public sealed record HeardFromBar(HeardFrom Source, int Count, int Share);

/// <summary>How clients learnt of us.</summary>
/// <param name="Year">The year the cards were made in, local; null for all.</param>
/// <param name="Years">Years there is something of, the newest first.</param>
/// <param name="Bars">Ways, the most frequent first.</param>
/// <param name="Answered">Clients who answered.</param>
/// <param name="Asked">Cards made in that time.</param>
public sealed record HeardFromFigures(int? Year, IReadOnlyList<int> Years, IReadOnlyList<HeardFromBar> Bars, int Answered, int Asked);

/// <summary>Counts what brought clients to us: one question, asked when the card is made. Institutions and colleagues are not asked.</summary>
public sealed class CountHeardFromHandler(IServiceDeskDb db, ICurrentUser user, LocalTime local)
{
    /// <summary>The figures of a year, or of all years. For who sees every card.</summary>
    public async Task<HeardFromFigures> HandleAsync(int? year, CancellationToken cancellationToken)
    {
        user.Demand(Permission.SeeClients);
        if (!user.SeesAllClients())
            throw new Refusal("Operations.Refusal.NotAllowed");
        var cards = db.Set<Client>().AsNoTracking().Where(c => c.State != ClientState.Merged && c.Kind != ClientKind.Internal && c.Kind != ClientKind.Institution);
        var (first, last) = (await cards.MinAsync(c => (DateTimeOffset?)c.CreatedAt, cancellationToken), await cards.MaxAsync(c => (DateTimeOffset?)c.CreatedAt, cancellationToken));
        int[] years = first is { } from && last is { } to ? [.. Enumerable.Range(local.DateOf(from).Year, local.DateOf(to).Year - local.DateOf(from).Year + 1).Reverse()] : [];
        if (year is { } wanted && years.Contains(wanted))
        {
            var (begin, end) = (local.StartOf(new DateOnly(wanted, 1, 1)), local.StartOf(new DateOnly(wanted + 1, 1, 1)));
            cards = cards.Where(c => c.CreatedAt >= begin && c.CreatedAt < end);
        }
        else
        {
            year = null;
        }

        var counts = await cards.GroupBy(c => c.HeardFrom).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var answered = counts.Where(c => c.Key is not null).Sum(c => c.Count);
        return new HeardFromFigures(
            year, years, [.. counts.Where(c => c.Key is not null).OrderByDescending(c => c.Count).ThenBy(c => c.Key).Select(c => new HeardFromBar(c.Key!.Value, c.Count, (int)Math.Round(100.0 * c.Count / answered)))],
            answered, counts.Sum(c => c.Count));
    }
}
