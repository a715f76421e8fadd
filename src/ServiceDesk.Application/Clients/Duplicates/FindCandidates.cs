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
        var reaches = query.Reaches.Select(r => r.Value).Distinct().ToArray();
        var hash = query.Code is { } code ? await codes.HashAsync(code, cancellationToken) : null;
        var line = string.IsNullOrWhiteSpace(query.Address) ? null : query.Address.Trim();
        var (born, number, except) = (query.BirthDate, query.RegistrationNumber, query.Except);
        if (reaches.Length == 0 && hash is null && line is null && born is null && number is null)
            return [];
        var visible = db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()).Comparable().Where(c => c.Id != except);
        var ids = await visible.Where(c => (born != null && c.BirthDate == born) || (number != null && c.RegistrationNumber == number)
                || c.Reaches.Any(r => r.RetiredAt == null && reaches.Contains(r.Value)) || (hash != null && c.Codes.Any(k => k.Hash == hash))
                || (line != null && c.Addresses.Any(a => a.RetiredAt == null && a.Line == line)))
            .OrderBy(c => c.Id).Take(MostCompared).Select(c => c.Id).ToArrayAsync(cancellationToken);
        if (ids.Length == 0)
            return [];

        var asked = new ClientTraits
        {
            Kind = query.Kind,
            Names = ClientTraits.NamesOf(query.Kind, [query.Name ?? ""]),
            BirthDate = born,
            RegistrationNumber = number,
            Codes = hash is null ? [] : [hash],
            Phones = Of(ClientReachKind.Phone),
            Emails = Of(ClientReachKind.Email),
            EAddresses = Of(ClientReachKind.EAddress),
            Accounts = Of(ClientReachKind.Iban),
            Addresses = ClientTraits.AddressKey(line) is { Length: > 0 } key ? [key] : [],
        };
        var scores = (await ClientTraitsReader.ReadAsync(db, visible.Where(c => ids.Contains(c.Id)), cancellationToken))
            .Select(other => (other.Id, Score: DuplicateScore.Of(asked, other)))
            .Where(s => s.Score.Points >= DuplicateScore.Threshold).OrderByDescending(s => s.Score.Points).ThenBy(s => s.Id).Take(Most).ToList();
        var found = scores.Select(s => s.Id).ToArray();
        var cards = await visible.Where(c => found.Contains(c.Id)).Select(c => new { c.Id, c.Kind, c.Name }).ToDictionaryAsync(c => c.Id, cancellationToken);
        return [.. scores.Where(s => cards.ContainsKey(s.Id)).Select(s => new Candidate(s.Id, cards[s.Id].Kind, cards[s.Id].Name, s.Score))];

        string[] Of(ClientReachKind kind) => [.. query.Reaches.Where(r => r.Kind == kind).Select(r => r.Value).Distinct()];
    }
}
