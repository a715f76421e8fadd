using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Cases;

/// <summary>The cases beside one in a list.</summary>
/// <param name="Previous">The one above; null at the top.</param>
/// <param name="Next">The one below; null at the end.</param>
public sealed record Neighbours(Guid? Previous, Guid? Next);

/// <summary>Finds the cases above and below one in a list, whatever page they stand on, in two queries.</summary>
public sealed class FindNeighboursHandler(CaseLists lists)
{
    /// <summary>The neighbours; null when the case does not stand in the list, or no longer.</summary>
    public async Task<Neighbours?> HandleAsync(Guid caseId, ListCases query, CancellationToken cancellationToken)
    {
        var matching = lists.Matching(query);
        if (await matching.Where(c => c.Id == caseId).Select(lists.Row()).SingleOrDefaultAsync(cancellationToken) is not { } raw)
            return null;
        var order = lists.OrderOf(query);
        var place = order.CursorOf(lists.WithoutSecrets(raw));
        var beside = await Beside(order.Page(matching, place, backwards: true), true).Concat(Beside(order.Page(matching, place), false)).ToListAsync(cancellationToken);
        return new Neighbours(beside.FirstOrDefault(b => b.IsAbove)?.Id, beside.FirstOrDefault(b => !b.IsAbove)?.Id);
    }

    private static IQueryable<Neighbour> Beside(IQueryable<Case> cases, bool isAbove) => cases.Take(1).Select(c => new Neighbour { Id = c.Id, IsAbove = isAbove });

    private sealed class Neighbour
    {
        public Guid Id { get; init; }

        public bool IsAbove { get; init; }
    }
}
