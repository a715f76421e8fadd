using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients.OfCases;

/// <summary>Somebody says whose case it is.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ClientId">The client.</param>
/// <param name="Seen">What the page showed.</param>
public sealed record AttachClient(Guid CaseId, Guid ClientId, SeenCase? Seen);

/// <summary>A card is made of what was told with a case, and the case attached to it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Card">The card.</param>
/// <param name="Seen">What the page showed.</param>
public sealed record AttachNewClient(Guid CaseId, NewCard Card, SeenCase? Seen);

/// <summary>
/// Attaches a case to a client's card, changes that, takes it back. Only who keeps cards or registers cases does it, on cases they may act
/// on and whose client they may know; what was told with the case stays as it was told.
/// </summary>
public sealed class AttachClientHandler(IServiceDeskDb db, CaseWriter writer, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Attaches the case to a client. The same client again changes nothing; another one takes the place of the first.</summary>
    public async Task HandleAsync(AttachClient command, CancellationToken cancellationToken)
    {
        var item = await LoadAsync(command.CaseId, command.Seen, cancellationToken);
        item.BelongTo(await ClientAsync(command.ClientId, cancellationToken), user.AsActor(), time.GetUtcNow());
        await writer.SaveAsync(command.Seen, cancellationToken);
    }

    /// <summary>Makes a card of what was told and attaches the case to it, in one save. The key of the card.</summary>
    public async Task<Guid> HandleAsync(AttachNewClient command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.KeepClients))
            throw new Refusal("Cases.Refusal.NotAllowed");
        // A form sent twice: the card is there and the case belongs to it.
        if (await db.Set<Case>().AnyAsync(c => c.Id == command.CaseId && c.ClientId == command.Card.Token, cancellationToken))
            return command.Card.Token;
        var item = await LoadAsync(command.CaseId, command.Seen, cancellationToken);
        var now = time.GetUtcNow();
        var client = command.Card.Make(item.Contact, item.Language, user.AsActor(), local.DateOf(now), now);
        db.Set<Client>().Add(client);
        item.BelongTo(client, user.AsActor(), now);
        await writer.SaveAsync(command.Seen, cancellationToken);
        return client.Id;
    }

    /// <summary>Takes the case off the card.</summary>
    public async Task DetachAsync(Guid caseId, SeenCase? seen, CancellationToken cancellationToken)
    {
        var item = await LoadAsync(caseId, seen, cancellationToken);
        item.Detach(user.AsActor(), time.GetUtcNow());
        await writer.SaveAsync(seen, cancellationToken);
    }

    /// <summary>Says who acts for the client in this case; null when the client does.</summary>
    public async Task RepresentAsync(Guid caseId, Guid? representativeId, SeenCase? seen, CancellationToken cancellationToken)
    {
        var item = await LoadAsync(caseId, seen, cancellationToken);
        item.RepresentedBy(representativeId is { } id ? await ClientAsync(id, cancellationToken) : null, user.AsActor(), time.GetUtcNow());
        await writer.SaveAsync(seen, cancellationToken);
    }

    private async Task<Case> LoadAsync(Guid caseId, SeenCase? seen, CancellationToken cancellationToken)
    {
        if (!user.MayAttachClients())
            throw new Refusal("Cases.Refusal.NotAllowed");
        var item = await writer.LoadForActingAsync(caseId, seen, cancellationToken);
        if (!user.MayKnowClient(item.Contact.UnitMayKnow, item.Audience == Audience.Internal))
            throw new Refusal("Cases.Refusal.NotAllowed");
        return item;
    }

    private async Task<Client> ClientAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Client>().ClientsVisibleTo(user, db.Set<Case>()).SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new Refusal("Clients.Refusal.Unknown");
}

/// <summary>Who says whose case it is.</summary>
public static class AttachRights
{
    /// <summary>Who sees the register of clients and keeps cards or registers cases.</summary>
    public static bool MayAttachClients(this ICurrentUser user) => user.SeesAllClients() && (user.May(Permission.KeepClients) || user.May(Permission.RegisterCases));
}
