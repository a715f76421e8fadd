using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <content>The client's card. What was told with the case stays as it was told: a card never changes it.</content>
public sealed partial class Case
{
    /// <summary>The card of the client; null while nobody has said whose case it is.</summary>
    public Guid? ClientId { get; private set; }

    /// <summary>The card of who acts for the client; null when the client does.</summary>
    public Guid? RepresentativeId { get; private set; }

    /// <summary>
    /// The case belongs to a client. Somebody of staff says so: an e-mail anybody can type proves nothing. The same client again changes
    /// nothing; another one takes the place of the first, whose representative goes too. The history names no client: more people read it
    /// than may know who wrote.
    /// </summary>
    public void BelongTo(Client client, Actor by, DateTimeOffset at)
    {
        RefuseCardOutOfUse(client);
        if (ClientId == client.Id)
            return;
        (ClientId, RepresentativeId) = (client.Id, null);
        Log(CaseEventKind.ClientAttached, by, at);
    }

    /// <summary>Somebody acts for the client in this case, or null nobody does. Refused without a client, and for the client themselves.</summary>
    public void RepresentedBy(Client? representative, Actor by, DateTimeOffset at)
    {
        if (representative?.Id == RepresentativeId)
            return;
        if (representative is not null)
        {
            RefuseCardOutOfUse(representative);
            if (ClientId is null)
                throw new Refusal("Clients.Refusal.NoClient");
            if (representative.Id == ClientId)
                throw new Refusal("Clients.Refusal.RepresentsSelf");
        }

        RepresentativeId = representative?.Id;
        Log(representative is null ? CaseEventKind.RepresentativeRemoved : CaseEventKind.RepresentativeNamed, by, at);
    }

    /// <summary>The case does not belong to the client after all.</summary>
    public void Detach(Actor by, DateTimeOffset at)
    {
        if (ClientId is null)
            return;
        (ClientId, RepresentativeId) = (null, null);
        Log(CaseEventKind.ClientDetached, by, at);
    }

    private static void RefuseCardOutOfUse(Client client)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (client.State != ClientState.Active)
            throw new Refusal("Clients.Refusal.CardOutOfUse");
    }
}
