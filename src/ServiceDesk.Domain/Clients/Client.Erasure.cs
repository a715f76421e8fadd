using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Clients;

/// <content>The end of a card.</content>
public sealed partial class Client
{
    /// <summary>
    /// What was known of the client has been erased; the card stays as an empty place, so that cases keep pointing somewhere. Cannot be
    /// undone.
    /// </summary>
    public void MarkErased(Actor by, DateTimeOffset at)
    {
        if (State == ClientState.Erased)
            throw new Refusal("Clients.Refusal.IsErased");
        State = ClientState.Erased;
        (RestrictedAt, RestrictedReason) = (null, null);
        Log(ClientEventKind.Erased, by, at);
    }
}
