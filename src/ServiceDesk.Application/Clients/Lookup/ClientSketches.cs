using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;

namespace ServiceDesk.Application.Clients.Lookup;

/// <summary>As much of a client as tells one from another in a list: name, what was hit, a phone and an address.</summary>
public sealed record ClientSketch
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the client is.</summary>
    public required ClientKind Kind { get; init; }

    /// <summary>The current name as it stands.</summary>
    public required string PlainName { get; init; }

    /// <summary>The current name, hits apart.</summary>
    public required IReadOnlyList<TextPiece> Name { get; init; }

    /// <summary>Another name, when that was hit and the current one was not.</summary>
    public IReadOnlyList<TextPiece>? OtherName { get; init; }

    /// <summary>Phone, e-mail, number, address: what was hit in full, else a phone with digits hidden; hits apart.</summary>
    public required IReadOnlyList<IReadOnlyList<TextPiece>> Facts { get; init; }

    /// <summary>Open cases this person may know of.</summary>
    public required int Open { get; init; }

    /// <summary>Processing is restricted.</summary>
    public required bool IsRestricted { get; init; }

    /// <summary>Two letters for the badge.</summary>
    public string Initials => InitialsOf(PlainName);

    /// <summary>First letters of the first and the last word that begin with a letter.</summary>
    public static string InitialsOf(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.FirstOrDefault(char.IsLetter)).Where(c => c != default).ToList();
        var letters = words.Count switch { 0 => "?", 1 => $"{words[0]}", _ => $"{words[0]}{words[^1]}" };
        return letters.ToUpperInvariant();
    }
}

/// <summary>Draws clients for lists of candidates, in two commands.</summary>
public sealed class ClientSketches(IServiceDeskDb db, ICurrentUser user)
{
    private const int MostFacts = 2;

    /// <summary>In the order of the keys; those not in use or not there are left out.</summary>
    public async Task<IReadOnlyList<ClientSketch>> DrawAsync(IReadOnlyList<Guid> ids, IReadOnlyList<SearchTerm> terms, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var known = db.Set<Case>().OfKnownClients(user);
        var rows = await db.Set<Client>().AsNoTracking().Where(c => ids.Contains(c.Id) && c.State == ClientState.Active).Select(c => new
        {
            c.Id,
            c.Kind,
            c.Name,
            c.RegistrationNumber,
            c.VatNumber,
            IsRestricted = c.RestrictedAt != null,
            Open = known.Count(k => k.ClientId == c.Id && k.State != CaseState.Closed),
        }).ToDictionaryAsync(r => r.Id, cancellationToken);
        var names = db.Set<ClientName>().AsNoTracking().Where(n => ids.Contains(n.ClientId) && n.Kind != ClientNameKind.Current)
            .Select(n => new Part { ClientId = n.ClientId, Sort = PartSort.Name, Text = n.Name, IsRetired = false, Order = 0 });
        var reaches = db.Set<ClientReach>().AsNoTracking().Where(r => ids.Contains(r.ClientId) && (r.Kind == ClientReachKind.Phone || r.Kind == ClientReachKind.Email))
            .Select(r => new Part { ClientId = r.ClientId, Sort = r.Kind == ClientReachKind.Phone ? PartSort.Phone : PartSort.Email, Text = r.Value, IsRetired = r.RetiredAt != null, Order = r.IsPrimary ? 0 : 1 });
        var addresses = db.Set<ClientAddress>().AsNoTracking().Where(a => ids.Contains(a.ClientId))
            .Select(a => new Part { ClientId = a.ClientId, Sort = PartSort.Address, Text = a.Line, IsRetired = a.RetiredAt != null, Order = a.Kind == ClientAddressKind.Declared ? 0 : 1 });
        var parts = (await names.Concat(reaches).Concat(addresses).ToListAsync(cancellationToken))
            .OrderBy(p => p.IsRetired).ThenBy(p => p.Order).ThenBy(p => p.Sort).ThenBy(p => p.Text, StringComparer.Ordinal).ToLookup(p => p.ClientId);
        return
        [
            .. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(r => Draw(
                new Row(
                    r.Id, r.Kind, r.Name, r.RegistrationNumber, r.VatNumber, r.IsRestricted,
                    [.. parts[r.Id].Where(p => p.Sort == PartSort.Name).Select(p => p.Text)],
                    [.. parts[r.Id].Where(p => p.Sort is PartSort.Phone or PartSort.Email)],
                    [.. parts[r.Id].Where(p => p.Sort == PartSort.Address)],
                    r.Open),
                terms)),
        ];
    }

    /// <summary>A phone as people read it with the middle hidden: <c>2900 ••31</c>.</summary>
    public static string Masked(string phone)
    {
        var shown = PhoneNumber.Show(phone);
        return shown.Length >= 8 ? $"{shown[..^4]} ••{shown[^2..]}" : shown;
    }

    private static ClientSketch Draw(Row row, IReadOnlyList<SearchTerm> terms)
    {
        var name = Snippets.Mark(row.Name, terms);
        List<IReadOnlyList<TextPiece>> facts = [];
        foreach (var reach in row.Reaches)
        {
            var hit = reach.Sort == PartSort.Phone ? MarkDigits(PhoneNumber.Show(reach.Text), terms) : MarkEmail(reach.Text, terms);
            if (IsHit(hit))
                facts.Add(hit);
        }

        facts.AddRange(new[] { row.RegistrationNumber, row.VatNumber }.OfType<string>().Select(n => MarkDigits(n, terms)).Where(IsHit));
        facts.AddRange(row.Addresses.Select(a => Snippets.Mark(a.Text, terms)).Where(IsHit).Take(1));
        if (facts.Count < MostFacts && row.RegistrationNumber is { } number && !facts.Any(f => Text(f) == number))
            facts.Add(Plain(number));
        if (facts.Count < MostFacts && row.Reaches.FirstOrDefault(r => !r.IsRetired) is { } usual && !row.Reaches.Any(r => facts.Any(f => Text(f) == PhoneNumber.Show(r.Text))))
            facts.Add(Plain(usual.Sort == PartSort.Phone ? Masked(usual.Text) : usual.Text));
        if (facts.Count < MostFacts && row.Addresses.FirstOrDefault(a => !a.IsRetired) is { } home && !facts.Any(f => row.Addresses.Any(a => Text(f) == a.Text)))
            facts.Add(Plain(home.Text));
        return new ClientSketch
        {
            Id = row.Id,
            Kind = row.Kind,
            PlainName = row.Name,
            Name = name,
            OtherName = IsHit(name) ? null : row.OtherNames.Select(n => Snippets.Mark(n, terms)).FirstOrDefault(IsHit),
            Facts = [.. facts.Take(MostFacts)],
            Open = row.Open,
            IsRestricted = row.IsRestricted,
        };
    }

    private static IReadOnlyList<TextPiece> MarkDigits(string number, IReadOnlyList<SearchTerm> terms)
    {
        foreach (var digits in terms.Select(t => t.Folded).Where(t => t.All(char.IsAsciiDigit)))
        {
            if (number.IndexOf(digits, StringComparison.Ordinal) is var at and >= 0)
                return [.. new[] { new TextPiece(number[..at], false), new TextPiece(digits, true), new TextPiece(number[(at + digits.Length)..], false) }.Where(p => p.Text.Length > 0)];
        }

        return Snippets.Mark(number, [.. terms.Where(t => !t.Folded.All(char.IsAsciiDigit))]);
    }

    private static IReadOnlyList<TextPiece> MarkEmail(string email, IReadOnlyList<SearchTerm> terms) =>
        terms.FirstOrDefault(t => SearchText.Fold(email).StartsWith(t.Folded, StringComparison.Ordinal)) is { } whole
            ? [.. new[] { new TextPiece(email[..Math.Min(whole.Folded.Length, email.Length)], true), new TextPiece(email[Math.Min(whole.Folded.Length, email.Length)..], false) }.Where(p => p.Text.Length > 0)]
            : Snippets.Mark(email, terms);

    private static bool IsHit(IReadOnlyList<TextPiece> pieces) => pieces.Any(p => p.IsHit);

    private static string Text(IReadOnlyList<TextPiece> pieces) => string.Concat(pieces.Select(p => p.Text));

    private static IReadOnlyList<TextPiece> Plain(string text) => [new TextPiece(text, false)];

    private enum PartSort
    {
        Name,
        Phone,
        Email,
        Address,
    }

    private sealed record Row(
        Guid Id, ClientKind Kind, string Name, string? RegistrationNumber, string? VatNumber, bool IsRestricted, List<string> OtherNames, List<Part> Reaches, List<Part> Addresses, int Open);

    private sealed class Part
    {
        public Guid ClientId { get; init; }

        public PartSort Sort { get; init; }

        public string Text { get; init; } = "";

        public bool IsRetired { get; init; }

        public int Order { get; init; }
    }
}
