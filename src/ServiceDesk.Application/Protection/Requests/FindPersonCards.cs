using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Requests;

/// <summary>A card that may be the person's.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">What it is called by.</param>
/// <param name="Name">Name now.</param>
/// <param name="BirthDate">Date of birth, if known.</param>
/// <param name="Cases">How many cases.</param>
public sealed record FoundCard(Guid Id, string Number, string Name, DateOnly? BirthDate, int Cases);

/// <summary>
/// Finds the card a request is about by what the person told: name, e-mail, phone, personal code or the number of a case. Only whole
/// values are looked up, so that the register is not leafed through this way.
/// </summary>
public sealed class FindPersonCardsHandler(IServiceDeskDb db, IPersonalCodes codes, ICurrentUser user, LocalTime local, TimeProvider time)
{
    private const int Most = 20;

    /// <summary>Cards in use that match.</summary>
    public async Task<IReadOnlyList<FoundCard>> HandleAsync(string? text, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.HandlePersonRequests))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var told = text?.Trim() ?? "";
        if (told.Length < 3)
            throw new Refusal("Protection.Refusal.TooShortToFind");
        var lower = told.ToLowerInvariant();
        // Lists sort by this key: it is the same however the name is capitalised.
        var (person, firm) = (Client.SortKeyOf(ClientKind.Person, told), Client.SortKeyOf(ClientKind.LegalPerson, told));
        var phone = PhoneNumber.Check(told).Value?.Value;
        var hash = PersonalCode.Check(told, local.DateOf(time.GetUtcNow())).Value is { } code ? await codes.HashAsync(code, cancellationToken) : null;
        var rows = await db.Set<Client>().AsNoTracking()
            .Where(c => c.State == ClientState.Active && (c.SortKey == person || c.SortKey == firm || c.Name == told || c.Names.Any(n => n.Name == told)
                || c.RegistrationNumber == told
                || c.Reaches.Any(r => r.Value == lower || r.Value == phone)
                || c.Codes.Any(x => x.Hash == hash)
                || db.Set<Case>().Any(x => x.ClientId == c.Id && x.Number == told)))
            .OrderBy(c => c.SortKey).Take(Most)
            .Select(c => new { c.Id, c.Name, c.BirthDate, Cases = db.Set<Case>().Count(x => x.ClientId == c.Id) }).ToListAsync(cancellationToken);
        return [.. rows.Select(c => new FoundCard(c.Id, Client.NumberOf(c.Id), c.Name, c.BirthDate, c.Cases))];
    }
}
