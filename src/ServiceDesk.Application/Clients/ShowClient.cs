using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Clients;

/// <summary>Another card, by key and name.</summary>
public sealed record CardName(Guid Id, string Name, ClientKind Kind);

/// <summary>A client somebody acts for.</summary>
/// <param name="Client">The client acted for.</param>
/// <param name="Scope">What the representative may do.</param>
/// <param name="To">Last day, or null.</param>
public sealed record Represented(CardName Client, RepresentationScope Scope, DateOnly? To);

/// <summary>A case of the client.</summary>
public sealed record ClientCase(Guid Id, string Number, string Subject, CaseKind Kind, CaseState State, DateOnly ReceivedOn, bool AsRepresentative);

/// <summary>A card as it is shown.</summary>
/// <param name="Client">The card with its parts.</param>
/// <param name="Today">Today, local.</param>
/// <param name="Related">Names of the cards it mentions, as far as the person may see them.</param>
/// <param name="Represents">Whom this client acts for.</param>
/// <param name="Employee">The employee, of internal clients.</param>
/// <param name="Creator">Who made the card.</param>
/// <param name="Cases">The latest cases the person may read.</param>
/// <param name="CaseCount">How many there are of them.</param>
/// <param name="OpenCaseCount">How many of them are open.</param>
public sealed record ClientCard(
    Client Client, DateOnly Today, IReadOnlyDictionary<Guid, CardName> Related, IReadOnlyList<Represented> Represents, string? Employee, string? Creator,
    IReadOnlyList<ClientCase> Cases, int CaseCount, int OpenCaseCount);

/// <summary>Shows a card to whom may see it, and writes down that it was read.</summary>
public sealed class ShowClientHandler(IServiceDeskDb db, ReadLog log, ICurrentUser user, LocalTime local, TimeProvider time)
{
    private const int CasesShown = 8;

    /// <summary>The card; null when there is none, or none the person may see.</summary>
    public async Task<ClientCard?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        var visible = db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>());
        if (await visible.WithParts().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } client)
            return null;
        await log.NoteAsync(new Reading(ReadThing.Client, id, client.Number, clientId: id), cancellationToken);

        var today = local.DateOf(time.GetUtcNow());
        var mentioned = client.Representatives.Select(r => r.RepresentativeId).Append(client.MergedIntoId ?? Guid.Empty).Distinct().ToArray();
        var related = await visible.Where(c => mentioned.Contains(c.Id)).Select(c => new CardName(c.Id, c.Name, c.Kind)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var represents = await visible.SelectMany(c => c.Representatives.Where(r => r.RepresentativeId == id && (r.To == null || r.To >= today)), (c, r) => new { c, r })
            .OrderBy(x => x.c.SortKey).ThenBy(x => x.r.Id)
            .Select(x => new Represented(new CardName(x.c.Id, x.c.Name, x.c.Kind), x.r.Scope, x.r.To)).ToListAsync(cancellationToken);
        var people = new[] { client.EmployeeId, client.CreatedById }.OfType<Guid>().ToArray();
        var names = await db.Set<Employee>().AsNoTracking().Where(e => people.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name + " " + e.Surname, cancellationToken);

        var cases = db.Set<Case>().AsNoTracking().WithKnownClient(user).Where(c => c.ClientId == id || c.RepresentativeId == id);
        var latest = await cases.OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Id).Take(CasesShown)
            .Select(c => new ClientCase(c.Id, c.Number, c.Subject, c.Kind, c.State, c.ReceivedOn, c.ClientId != id)).ToListAsync(cancellationToken);
        var count = await cases.GroupBy(_ => 1).Select(g => new { All = g.Count(), Open = g.Count(c => c.State != CaseState.Closed) }).SingleOrDefaultAsync(cancellationToken);
        return new ClientCard(
            client, today, related, represents, client.EmployeeId is { } employee ? names.GetValueOrDefault(employee) : null,
            client.CreatedById is { } creator ? names.GetValueOrDefault(creator) : null, latest, count?.All ?? 0, count?.Open ?? 0);
    }
}
