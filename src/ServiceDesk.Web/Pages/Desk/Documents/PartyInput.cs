using FluentValidation;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents;

/// <summary>A page whose document two parties sign.</summary>
public interface IPartyPage
{
    PartyInput Party { get; }
}

/// <summary>The parties of a contract as the form carries them.</summary>
public sealed class PartyInput
{
    public string? HouseAuthority { get; set; }

    public string? HouseRole { get; set; }

    public string? Name { get; set; }

    public string? Number { get; set; }

    public string? Address { get; set; }

    public string? Contacts { get; set; }

    public string? Post { get; set; }

    public string? Representative { get; set; }

    public string? Authority { get; set; }

    public string? Role { get; set; }

    public static PartyInput Of(ContractParty party, string? houseAuthority, string? houseRole) => new()
    {
        HouseAuthority = houseAuthority,
        HouseRole = houseRole,
        Name = party.Name,
        Number = party.Number,
        Address = party.Address,
        Contacts = party.Contacts,
        Post = party.Post,
        Representative = party.Representative,
        Authority = party.Authority,
        Role = party.Role,
    };

    public ContractParty ToParty() => new()
    {
        Name = Name,
        Number = Number,
        Address = Address,
        Contacts = Contacts,
        Post = Post,
        Representative = Representative,
        Authority = Authority,
        Role = Role,
    };

    public sealed class Validator : AbstractValidator<PartyInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Name).MaximumLength(300).WithMessage(_ => t["Cases.Refusal.TextTooLong", 300]);
            RuleFor(x => x.Number).MaximumLength(40).WithMessage(_ => t["Cases.Refusal.TextTooLong", 40]);
            RuleFor(x => x.Address).MaximumLength(300).WithMessage(_ => t["Cases.Refusal.TextTooLong", 300]);
            RuleFor(x => x.Contacts).MaximumLength(500).WithMessage(_ => t["Cases.Refusal.TextTooLong", 500]);
        }
    }
}
