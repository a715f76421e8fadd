using ServiceDesk.Application.Clients;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Web.Pages.Desk.Clients;

/// <summary>The facts of a card as a form holds them.</summary>
public class ClientInput
{
    public ClientKind Kind { get; set; }

    public string? Name { get; set; }

    public string Language { get; set; } = "lv";

    public Channel? PreferredChannel { get; set; }

    public DateOnly? BirthDate { get; set; }

    public string? PersonalCode { get; set; }

    public string? RegistrationNumber { get; set; }

    public string? VatNumber { get; set; }

    public string? LegalForm { get; set; }

    public Guid? EmployeeId { get; set; }

    public HeardFrom? HeardFrom { get; set; }

    public Guid[] Groups { get; set; } = [];

    /// <summary>Warnings were seen and are overridden.</summary>
    public bool Insist { get; set; }

    public bool IsOrganisation => Kind is ClientKind.LegalPerson or ClientKind.Institution;

    public virtual ClientEntry Entry() => new()
    {
        Kind = Kind,
        Name = Name,
        Language = Language,
        PreferredChannel = PreferredChannel,
        BirthDate = BirthDate,
        PersonalCode = PersonalCode,
        RegistrationNumber = RegistrationNumber,
        VatNumber = VatNumber,
        LegalForm = LegalForm,
        EmployeeId = EmployeeId,
        HeardFrom = HeardFrom,
        Groups = Groups,
    };
}

/// <summary>The parts of an address as a form holds them.</summary>
public class AddressInput
{
    public string? Street { get; set; }

    public string? House { get; set; }

    public string? HouseName { get; set; }

    public string? Flat { get; set; }

    public string? Village { get; set; }

    public string? Parish { get; set; }

    public string? Town { get; set; }

    public string? Municipality { get; set; }

    public string? PostalCode { get; set; }

    public string? Country { get; set; }

    public string? Free { get; set; }

    public string? Addressee { get; set; }

    public AddressElements Elements() => new()
    {
        Street = Street,
        House = House,
        HouseName = HouseName,
        Flat = Flat,
        Village = Village,
        Parish = Parish,
        Town = Town,
        Municipality = Municipality,
        PostalCode = PostalCode,
        Country = Country,
        Free = Free,
    };
}
