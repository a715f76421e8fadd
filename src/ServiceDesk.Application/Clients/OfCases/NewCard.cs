using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients.OfCases;

/// <summary>A card to be made of what was told with a case.</summary>
/// <param name="Token">Becomes the key, so that a form sent twice makes one card.</param>
/// <param name="Kind">What the client is; who gave no name is <see cref="ClientKind.Unknown"/> whatever is said here.</param>
/// <param name="RegistrationNumber">Of firms and bodies, if told.</param>
/// <param name="HeardFrom">What brought the client to us, if asked.</param>
public sealed record NewCard(Guid Token, ClientKind Kind, string? RegistrationNumber = null, HeardFrom? HeardFrom = null)
{
    /// <summary>Makes the card. Refused when nothing was told, and for a phone, address or number that cannot be one.</summary>
    public Client Make(Contact told, string language, Actor by, DateOnly today, DateTimeOffset now)
    {
        var contact = told.Normalised();
        var name = contact.Name ?? contact.Phone ?? contact.Email ?? contact.Address ?? throw new Refusal("Clients.Lookup.NothingTold");
        var kind = contact.Name is null ? ClientKind.Unknown : Kind;
        var client = Client.Register(kind, name, by, now, HeardFrom, Token);
        var number = string.IsNullOrWhiteSpace(RegistrationNumber) || kind is not (ClientKind.LegalPerson or ClientKind.Institution)
            ? null
            : Sure(Domain.Clients.Identifiers.RegistrationNumber.Check(RegistrationNumber)).Digits;
        client.Describe(new ClientFacts { Kind = kind, Language = language, RegistrationNumber = number, HeardFrom = HeardFrom }, by, now);
        if (contact.Phone is { } phone)
            client.AddReach(Sure(ReachValue.Check(ClientReachKind.Phone, phone, today)), null, by, now);
        if (contact.Email is { } email)
            client.AddReach(Sure(ReachValue.Check(ClientReachKind.Email, email, today)), null, by, now);
        if (contact.Address is { } address)
            client.AddAddress(ClientAddressKind.Postal, new AddressElements { Free = address }, null, by, now);
        return client;
    }

    private static T Sure<T>(Checked<T> check)
        where T : class => check.Value ?? throw new Refusal(check.Error!);
}
