using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;

namespace ServiceDesk.Web.Pages.Desk.Cases.RegisterCase;

/// <summary>A press in the client's part of the form.</summary>
public enum ClientStep
{
    /// <summary>Look for what is typed.</summary>
    Find,

    /// <summary>This one it is.</summary>
    Choose,

    /// <summary>Not this one after all.</summary>
    Drop,

    /// <summary>The client has no card yet.</summary>
    New,
}

/// <summary>The client of a case being registered: found, chosen or new, with everything typed kept.</summary>
public sealed class ClientField(FindClientsHandler find, ShowClientPanelHandler panel, FindKnownCardsHandler known, ICurrentUser me)
{
    /// <summary>What was found; null when nobody looked.</summary>
    public FoundClients? Found { get; private set; }

    /// <summary>The client chosen.</summary>
    public ClientPanel? Chosen { get; private set; }

    /// <summary>Cards that may be the same client as the one about to get a new card.</summary>
    public IReadOnlyList<KnownCard> Hints { get; private set; } = [];

    /// <summary>Whether the person may name a client at all.</summary>
    public bool MayFind => me.MayAttachClients();

    /// <summary>Whether the person may make a card.</summary>
    public bool MayMake => MayFind && me.May(Permission.KeepClients);

    public async Task StepAsync(RegisterInput input, ClientStep step, Guid? client, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case ClientStep.Find:
                Found = await find.HandleAsync(new FindClients(input.Client), cancellationToken);
                break;
            case ClientStep.Choose when client is { } id && await panel.HandleAsync(id, cancellationToken) is { } chosen:
                Fill(input, input.ClientId is { } before ? await panel.HandleAsync(before, cancellationToken) : null, chosen);
                (input.ClientId, input.NewCard, input.Client) = (id, false, null);
                break;
            case ClientStep.Drop:
                Fill(input, input.ClientId is { } dropped ? await panel.HandleAsync(dropped, cancellationToken) : null, null);
                input.ClientId = null;
                break;
            case ClientStep.New:
                Begin(input);
                await FindKnownAsync(input, cancellationToken);
                break;
            default:
                break;
        }
    }

    /// <summary>What the page shows of the client chosen. One that is not there or not for this person is none.</summary>
    public async Task LoadAsync(RegisterInput input, CancellationToken cancellationToken)
    {
        if (input.ClientId is { } id && (Chosen = await panel.HandleAsync(id, cancellationToken)) is null)
            input.ClientId = null;
    }

    /// <summary>Whether there are cards the person has not been shown yet that may be the client's already.</summary>
    public async Task<bool> MustBeSeenAsync(RegisterInput input, CancellationToken cancellationToken)
    {
        if (!input.NewCard || input.ClientId is not null)
            return false;
        await FindKnownAsync(input, cancellationToken);
        return Hints.Any(h => !input.CardsShown.Contains(h.Client.Id));
    }

    private async Task FindKnownAsync(RegisterInput input, CancellationToken cancellationToken) =>
        Hints = await known.HandleAsync(input.Contact, new NewCard(input.CardToken, input.CardKind, input.RegistrationNumber), cancellationToken);

    /// <summary>What the card knows goes where nothing was typed; what came from the card before goes with it.</summary>
    private static void Fill(RegisterInput input, ClientPanel? before, ClientPanel? now)
    {
        input.Name = Next(input.Name, NameOf(before), NameOf(now), 200);
        input.Phone = Next(input.Phone, PhoneOf(before), PhoneOf(now), 40);
        input.Email = Next(input.Email, before?.Email, now?.Email, 254);
        input.Address = Next(input.Address, before?.Address, now?.Address, 300);
        if (now is not null && input.Language == (before?.Language ?? "lv"))
            input.Language = now.Language;
    }

    private static string? Next(string? typed, string? before, string? now, int longest) =>
        string.IsNullOrWhiteSpace(typed) || typed.Trim() == before ? now is { } text && text.Length > longest ? text[..longest] : now : typed;

    /// <summary>Who is known by a number only has no name to write to.</summary>
    private static string? NameOf(ClientPanel? client) => client is null or { Kind: ClientKind.Unknown } ? null : client.Name;

    private static string? PhoneOf(ClientPanel? client) => client?.Phone is { } phone ? PhoneNumber.Show(phone) : null;

    /// <summary>A new card begins with what was typed to find the client, where it seems to belong.</summary>
    private static void Begin(RegisterInput input)
    {
        (input.ClientId, input.NewCard) = (null, true);
        var typed = input.Client?.Trim();
        input.Client = null;
        if (string.IsNullOrEmpty(typed))
            return;
        if (PhoneNumber.Check(typed).IsValid)
            input.Phone = string.IsNullOrWhiteSpace(input.Phone) ? typed : input.Phone;
        else if (Contact.LooksLikeEmail(typed))
            input.Email = string.IsNullOrWhiteSpace(input.Email) ? typed : input.Email;
        else if (typed.Any(char.IsLetter))
            input.Name = string.IsNullOrWhiteSpace(input.Name) ? typed : input.Name;
    }
}
