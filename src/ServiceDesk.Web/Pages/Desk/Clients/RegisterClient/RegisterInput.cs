using ServiceDesk.Application.Clients;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Web.Pages.Desk.Clients.RegisterClient;

/// <summary>Everything about a new client on one form.</summary>
public sealed class RegisterInput : ClientInput
{
    public Guid Token { get; set; }

    public string? Phone { get; set; }

    public string? PhoneLabel { get; set; }

    public string? OtherPhone { get; set; }

    public string? Email { get; set; }

    public string? EAddress { get; set; }

    public string? Iban { get; set; }

    public AddressInput Address { get; set; } = new();

    public override ClientEntry Entry() => base.Entry() with
    {
        Reaches =
        [
            new(ClientReachKind.Phone, Phone, PhoneLabel, nameof(Phone)),
            new(ClientReachKind.Phone, OtherPhone, null, nameof(OtherPhone)),
            new(ClientReachKind.Email, Email, null, nameof(Email)),
            new(ClientReachKind.EAddress, EAddress, null, nameof(EAddress)),
            new(ClientReachKind.Iban, Iban, null, nameof(Iban)),
        ],
        Address = Address.Elements(),
        Addressee = Address.Addressee,
    };

    /// <summary>Where an error of the entry belongs on the form.</summary>
    public static string FieldOf(string field) => field is nameof(AddressElements.PostalCode) ? "Address.PostalCode" : field is "Address" ? "Address.Street" : field;
}
