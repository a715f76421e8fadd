using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients.Exports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Application.Clients.Imports;

/// <summary>
/// Tells clients the register knows: by the card a row came from, the hash of the personal code, the registration number, an e-mail
/// together with the name, and where there is neither code nor number by everything a row says.
/// </summary>
internal static class KnownClients
{
    private const char Apart = '\u001f';

    /// <summary>By what a client would be known, with the column that tells it.</summary>
    public static IEnumerable<(string Mark, string Column)> MarksOf(Client client, Guid? card)
    {
        if (card is { } key)
            yield return (CardMark(key), ClientSheet.Card);
        foreach (var code in client.Codes)
            yield return (CodeMark(code.Hash), ClientColumns.Code);
        if (client.RegistrationNumber is { } number)
            yield return (NumberMark(number), ClientSheet.Number);
        foreach (var email in client.Reaches.Where(r => r.Kind == ClientReachKind.Email))
            yield return (EmailMark(client.Name, email.Value), ClientSheet.Email);
        if (card is null && IsBare(client))
            yield return (WholeMark(client), ClientSheet.Name);
    }

    /// <summary>The marks of those the register has among some clients that are not in it yet.</summary>
    public static async Task<HashSet<string>> FindAsync(IServiceDeskDb db, IReadOnlyList<(Client Client, Guid? Card)> wanted, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var cards = wanted.Where(w => w.Card is not null).Select(w => w.Card!.Value).ToArray();
        if (cards.Length > 0)
            known.UnionWith((await db.Set<Client>().Where(c => cards.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken)).Select(CardMark));
        var hashes = wanted.SelectMany(w => w.Client.Codes).Select(c => c.Hash).Distinct().ToArray();
        if (hashes.Length > 0)
            known.UnionWith((await db.Set<ClientCode>().Where(c => hashes.Contains(c.Hash)).Select(c => c.Hash).ToListAsync(cancellationToken)).Select(CodeMark));
        var numbers = wanted.Select(w => w.Client.RegistrationNumber).OfType<string>().Distinct().ToArray();
        if (numbers.Length > 0)
            known.UnionWith((await db.Set<Client>().Where(c => c.RegistrationNumber != null && numbers.Contains(c.RegistrationNumber)).Select(c => c.RegistrationNumber!).ToListAsync(cancellationToken)).Select(NumberMark));
        var emails = wanted.SelectMany(w => w.Client.Reaches).Where(r => r.Kind == ClientReachKind.Email).Select(r => r.Value).Distinct().ToArray();
        if (emails.Length > 0)
        {
            var found = await db.Set<ClientReach>().Where(r => r.Kind == ClientReachKind.Email && emails.Contains(r.Value))
                .Join(db.Set<Client>(), r => r.ClientId, c => c.Id, (r, c) => new { c.Name, r.Value }).ToListAsync(cancellationToken);
            known.UnionWith(found.Select(f => EmailMark(f.Name, f.Value)));
        }

        var bare = wanted.Where(w => w.Card is null && IsBare(w.Client)).Select(w => w.Client.SortKey).Distinct().ToArray();
        if (bare.Length > 0)
        {
            var found = await db.Set<Client>().AsNoTracking().Include(c => c.Reaches).Include(c => c.Addresses).Include(c => c.Codes)
                .Where(c => (c.State == ClientState.Active || c.State == ClientState.Merged) && bare.Contains(c.SortKey)).ToListAsync(cancellationToken);
            known.UnionWith(found.Where(IsBare).Select(WholeMark));
        }

        return known;
    }

    private static bool IsBare(Client client) => client.Codes.Count == 0 && client.RegistrationNumber is null;

    private static string CardMark(Guid id) => $"k{id:N}";

    private static string CodeMark(string hash) => "c" + hash;

    private static string NumberMark(string number) => "n" + number;

    private static string EmailMark(string name, string email) => string.Join(Apart, "e", name, email);

    private static string WholeMark(Client client) => string.Join(
        Apart,
        ["w", client.Kind.ToString(), client.Name, $"{client.BirthDate?.DayNumber}", .. client.Reaches.Select(r => r.Kind + r.Value).Order(StringComparer.Ordinal), .. client.Addresses.Select(a => a.Line).Order(StringComparer.Ordinal)]);
}
