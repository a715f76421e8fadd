using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;

namespace ServiceDesk.Application.Clients.OfCases;

/// <summary>A card that may be the one of who wrote.</summary>
/// <param name="Client">The client.</param>
/// <param name="By">By what they look the same.</param>
public sealed record ClientHint(ClientSketch Client, ClientMatch By);

/// <summary>
/// Suggests cards for what was told with a case: the same e-mail address, the same phone, or just the same name. Suggests only: anybody can
/// type any address into a form, so a person confirms it.
/// </summary>
public sealed class SuggestClientsHandler(IServiceDeskDb db, ClientFinder finder, ClientSketches sketches, ICurrentUser user)
{
    private const int Most = 3;
    private const int Looked = 12;

    /// <summary>At most three, the surest first. Three commands; none when nothing was told or the person does not attach clients.</summary>
    public async Task<IReadOnlyList<ClientHint>> HandleAsync(Contact told, CancellationToken cancellationToken)
    {
        var email = string.IsNullOrWhiteSpace(told.Email) ? null : told.Email.Trim().ToLowerInvariant();
        var phone = PhoneNumber.Check(told.Phone).Value?.Value;
        var terms = ClientQuestion.Read(told.Name).Terms;
        if (!user.MayAttachClients() || (email is null && phone is null && terms.Count == 0))
            return [];

        var reached = db.Set<ClientReach>().AsNoTracking()
            .Where(r => (r.Kind == ClientReachKind.Email && r.Value == email) || (r.Kind == ClientReachKind.Phone && r.Value == phone))
            .OrderBy(r => r.ClientId).ThenBy(r => r.Id)
            .Select(r => new { r.ClientId, By = r.Kind == ClientReachKind.Email ? ClientMatch.Email : ClientMatch.Phone, Name = "" }).Take(Looked);
        if (terms.Count > 1)
        {
            var named = finder.Find(terms);
            reached = reached.Concat(db.Set<Client>().AsNoTracking().Where(c => named.Contains(c.Id)).OrderBy(c => c.Id).Select(c => new { ClientId = c.Id, By = ClientMatch.Name, c.Name }).Take(Looked));
        }

        var rows = await reached.ToListAsync(cancellationToken);
        var found = rows
            .Where(r => r.By != ClientMatch.Name || SameName(r.Name, terms)).GroupBy(r => r.ClientId).Select(g => (Id: g.Key, By: g.Max(r => r.By))).OrderByDescending(r => r.By).Take(Most).ToDictionary(r => r.Id, r => r.By);
        return [.. (await sketches.DrawAsync([.. found.Keys], [], cancellationToken)).Select(s => new ClientHint(s, found[s.Id]))];
    }

    private static bool SameName(string name, IReadOnlyList<SearchTerm> terms) =>
        SearchText.Words(name).Select(w => w.Folded).ToHashSet(StringComparer.Ordinal).SetEquals(terms.Select(t => t.Folded));
}
