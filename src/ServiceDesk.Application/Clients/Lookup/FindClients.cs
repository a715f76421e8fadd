using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients.Lookup;

/// <summary>Somebody looks for a client, most often while the phone rings.</summary>
/// <param name="Typed">Name, any digits of a phone, e-mail, number, part of an address, in any order; or a whole personal code.</param>
/// <param name="Count">How many at most.</param>
public sealed record FindClients(string? Typed, int Count = FindClientsHandler.Usual);

/// <summary>What was found.</summary>
/// <param name="Clients">The likeliest first.</param>
/// <param name="IsMore">There are more.</param>
/// <param name="IsTooShort">Too little was typed to look for anything.</param>
/// <param name="ByCode">Found by the exact personal code.</param>
public sealed record FoundClients(IReadOnlyList<ClientSketch> Clients, bool IsMore, bool IsTooShort, bool ByCode = false);

/// <summary>
/// Finds clients by what somebody typed. Three commands, whatever the size of the register: the keys, and what is shown of them. A personal
/// code finds its card only whole, by its keyed hash, and the look-up is written down.
/// </summary>
public sealed class FindClientsHandler(IServiceDeskDb db, ClientFinder finder, ClientSketches sketches, IPersonalCodes codes, ReadLog reads, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>How many are offered while one types.</summary>
    public const int Usual = 8;

    /// <summary>Looks.</summary>
    public async Task<FoundClients> HandleAsync(FindClients query, CancellationToken cancellationToken)
    {
        var question = ClientQuestion.Read(query.Typed);
        if (question.IsEmpty)
            return new FoundClients([], false, true);
        if (!user.May(Permission.SeeClients))
            return new FoundClients([], false, false);
        if (question.Code is { } code && await ByCodeAsync(code, cancellationToken) is { Count: > 0 } named)
            return new FoundClients(await sketches.DrawAsync(named, [], cancellationToken), false, false, ByCode: true);
        var among = user.SeesAllClients() ? null : db.Set<Client>().ClientsVisibleTo(user, db.Set<Case>());
        var ids = await finder.FirstAsync(question.Terms, among, query.Count + 1, cancellationToken);
        return new FoundClients(await sketches.DrawAsync([.. ids.Take(query.Count)], question.Terms, cancellationToken), ids.Count > query.Count, false);
    }

    private async Task<IReadOnlyList<Guid>> ByCodeAsync(string digits, CancellationToken cancellationToken)
    {
        if (PersonalCode.Check(digits, local.DateOf(time.GetUtcNow())).Value is not { } code)
            return [];
        var hash = await codes.HashAsync(code, cancellationToken);
        var found = await db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()).Where(c => c.State == ClientState.Active && c.Codes.Any(k => k.Hash == hash)).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var id in found)
            await reads.NoteAsync(new Reading(ReadThing.PersonalCode, id, "", clientId: id), cancellationToken);
        return found;
    }
}
