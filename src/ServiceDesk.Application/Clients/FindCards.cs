using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Clients;

/// <summary>A card to choose.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What the client is.</param>
/// <param name="Detail">What tells it from another of the same name: an address, a phone, a registration number.</param>
public sealed record CardChoice(Guid Id, string Name, ClientKind Kind, string? Detail);

/// <summary>Finds cards to choose from on a form that works without scripts: by how a surname or a firm's name begins, a whole phone, e-mail or registration number.</summary>
public sealed class FindCardsHandler(IServiceDeskDb db, ICurrentUser user, LocalTime local, TimeProvider time)
{
    private const int Most = 20;
    private const int MostLookedAt = 400;

    /// <summary>At most twenty, by the alphabet; none for an empty text.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="except">A card that is no choice: the one the form is about.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<CardChoice>> HandleAsync(string? text, Guid? except, CancellationToken cancellationToken)
    {
        user.Demand(Permission.SeeClients);
        var typed = (text ?? "").Trim();
        if (typed.Length < 2)
            return [];
        var today = local.DateOf(time.GetUtcNow());
        var values = Enum.GetValues<ClientReachKind>().Select(kind => ReachValue.Check(kind, typed, today).Value).OfType<ReachValue>().Select(v => v.Value).ToArray();
        var number = RegistrationNumber.Check(typed).Value?.Digits;
        // "Anna Bērz" and "Bērziņa Anna" are the same person: one of the words begins the key, and all are somewhere in the name.
        var words = NameSearch.Words(typed);
        var beginnings = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5).Select(LatvianOrder.Beginning).Where(b => b.Length > 0).Select(b => b + "%").ToArray();
        var found = await db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>())
            .Where(c => c.State == ClientState.Active && c.Id != except
                && (beginnings.Any(b => EF.Functions.Like(c.SortKey, b)) || (number != null && c.RegistrationNumber == number) || c.Reaches.Any(r => values.Contains(r.Value))))
            .OrderBy(c => c.SortKey).ThenBy(c => c.Id).Take(MostLookedAt)
            .Select(c => new
            {
                Exact = (number != null && c.RegistrationNumber == number) || c.Reaches.Any(r => values.Contains(r.Value)),
                Card = new CardChoice(
                    c.Id, c.Name, c.Kind,
                    c.RegistrationNumber ?? c.Addresses.Where(a => a.RetiredAt == null).OrderBy(a => a.Id).Select(a => a.Line).FirstOrDefault()
                        ?? c.Reaches.Where(r => r.IsPrimary && r.Kind != ClientReachKind.Iban).OrderBy(r => r.Kind).Select(r => r.Written).FirstOrDefault()),
            })
            .ToListAsync(cancellationToken);
        return [.. found.Where(f => f.Exact || NameSearch.Fits(f.Card.Name, words)).Select(f => f.Card).Take(Most)];
    }

    /// <summary>Colleagues, for the card of an internal client.</summary>
    public async Task<IReadOnlyList<Choice>> EmployeesAsync(CancellationToken cancellationToken)
    {
        user.Demand(Permission.KeepClients);
        return [.. (await db.Set<Employee>().AsNoTracking().Where(e => e.IsActive).Select(e => new { e.Id, e.Surname, e.Name }).ToListAsync(cancellationToken))
            .OrderBy(e => e.Surname, NameSearch.Order).ThenBy(e => e.Name, NameSearch.Order).Select(e => new Choice(e.Id, $"{e.Surname} {e.Name}"))];
    }
}
