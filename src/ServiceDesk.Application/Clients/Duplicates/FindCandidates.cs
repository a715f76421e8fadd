using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Duplicates;
using ServiceDesk.Domain.Clients.Identifiers;

namespace ServiceDesk.Application.Clients.Duplicates;

/// <summary>What is known of a client about to be written down.</summary>
public sealed record FindCandidates
{
    /// <summary>What the client is.</summary>
    public ClientKind Kind { get; init; }

    /// <summary>The name as typed.</summary>
    public string? Name { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Registration number, 11 digits.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>Personal code; only its keyed hash is compared.</summary>
    public PersonalCode? Code { get; init; }

    /// <summary>Contact points, normalised.</summary>
    public IReadOnlyList<ReachValue> Reaches { get; init; } = [];

    /// <summary>The address in one line.</summary>
    public string? Address { get; init; }

    /// <summary>The card being changed; none for a new client.</summary>
    public Guid? Except { get; init; }
}

/// <summary>A card that may be of the client about to be written down.</summary>
/// <param name="Id">The card.</param>
/// <param name="Kind">What the client is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">How likely it is, and why.</param>
public sealed record Candidate(Guid Id, ClientKind Kind, string Name, DuplicateScore Score);

/// <summary>Finds cards of the same client while somebody fills in the form, so that no second card is made.</summary>
public sealed class FindCandidatesHandler(IServiceDeskDb db, IPersonalCodes codes, ICurrentUser user)
{
    /// <summary>Most candidates shown.</summary>
    public const int Most = 5;

    private const int MostCompared = 200;

    /// <summary>The likeliest first; only cards the person may see. Seven commands at most.</summary>
    public async Task<IReadOnlyList<Candidate>> HandleAsync(FindCandidates query, CancellationToken cancellationToken)
    {
        var hash = query.Code is { } code ? await codes.HashAsync(code, cancellationToken) : null;
        var line = string.IsNullOrWhiteSpace(query.Address) ? null : query.Address.Trim();
        return await FindAsync(
            new ClientTraits
            {
                Kind = query.Kind,
                Names = ClientTraits.NamesOf(query.Kind, [query.Name ?? ""]),
                BirthDate = query.BirthDate,
                RegistrationNumber = query.RegistrationNumber,
                Codes = hash is null ? [] : [hash],
                Phones = Of(ClientReachKind.Phone),
                Emails = Of(ClientReachKind.Email),
                EAddresses = Of(ClientReachKind.EAddress),
                Accounts = Of(ClientReachKind.Iban),
                Addresses = ClientTraits.AddressKey(line) is { Length: > 0 } key ? [key] : [],
            },
            line is null ? [] : [line],
            query.Except,
            cancellationToken);

        string[] Of(ClientReachKind kind) => [.. query.Reaches.Where(r => r.Kind == kind).Select(r => r.Value).Distinct()];
    }

    /// <summary>
    /// The same for a card about to be changed, by what it would be then; none when nothing changes that tells who the client is. Cards of which
    /// somebody has said already that they are another client's are not named again.
    /// </summary>
    public async Task<IReadOnlyList<Candidate>> HandleAsync(Guid cardId, ClientKind kind, string? name, DateOnly? born, string? number, CancellationToken cancellationToken)
    {
        var card = db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()).Comparable().Where(c => c.Id == cardId);
        if ((await ClientTraitsReader.ReadAsync(db, card, cancellationToken)) is not [var now])
            return [];
        var names = ClientTraits.NamesOf(kind, [name ?? ""]);
        if (kind == now.Kind && born == now.BirthDate && number == now.RegistrationNumber && names.All(now.Names.Contains))
            return [];
        var lines = await db.Set<ClientAddress>().AsNoTracking().Where(a => a.ClientId == cardId && a.RetiredAt == null).Select(a => a.Line).ToArrayAsync(cancellationToken);
        var found = await FindAsync(now with { Kind = kind, Names = names, BirthDate = born, RegistrationNumber = number }, lines, cardId, cancellationToken);
        if (found.Count == 0)
            return found;
        var others = found.Select(f => f.Id).ToArray();
        var parted = await db.Set<ClientDuplicate>().AsNoTracking()
            .Where(d => d.State == DuplicateState.NotSame && ((d.FirstId == cardId && others.Contains(d.SecondId)) || (d.SecondId == cardId && others.Contains(d.FirstId))))
            .Select(d => d.FirstId == cardId ? d.SecondId : d.FirstId).ToListAsync(cancellationToken);
        return [.. found.Where(f => !parted.Contains(f.Id))];
    }

    private async Task<IReadOnlyList<Candidate>> FindAsync(ClientTraits asked, string[] lines, Guid? except, CancellationToken cancellationToken)
    {
        string[] reaches = [.. asked.Phones, .. asked.Emails, .. asked.EAddresses, .. asked.Accounts];
        var hashes = asked.Codes.ToArray();
        var (born, number) = (asked.BirthDate, asked.RegistrationNumber);
        if (reaches.Length == 0 && hashes.Length == 0 && lines.Length == 0 && born is null && number is null)
            return [];
        var visible = db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()).Comparable().Where(c => c.Id != except);
        var ids = await visible.Where(c => (born != null && c.BirthDate == born) || (number != null && c.RegistrationNumber == number)
                || c.Reaches.Any(r => r.RetiredAt == null && reaches.Contains(r.Value)) || c.Codes.Any(k => hashes.Contains(k.Hash))
                || c.Addresses.Any(a => a.RetiredAt == null && lines.Contains(a.Line)))
            .OrderBy(c => c.Id).Take(MostCompared).Select(c => c.Id).ToArrayAsync(cancellationToken);
        if (ids.Length == 0)
            return [];

        var scores = (await ClientTraitsReader.ReadAsync(db, visible.Where(c => ids.Contains(c.Id)), cancellationToken))
            .Select(other => (other.Id, Score: DuplicateScore.Of(asked, other)))
            .Where(s => s.Score.Points >= DuplicateScore.Threshold).OrderByDescending(s => s.Score.Points).ThenBy(s => s.Id).Take(Most).ToList();
        var found = scores.Select(s => s.Id).ToArray();
        var cards = await visible.Where(c => found.Contains(c.Id)).Select(c => new { c.Id, c.Kind, c.Name }).ToDictionaryAsync(c => c.Id, cancellationToken);
        return [.. scores.Where(s => cards.ContainsKey(s.Id)).Select(s => new Candidate(s.Id, cards[s.Id].Kind, cards[s.Id].Name, s.Score))];
    }
}
