using FluentValidation;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Pages.Desk.Staff.ChangeUnit;

public sealed class UnitInput
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public Guid? Parent { get; set; }

    public Guid? Head { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public bool ServesClients { get; set; }

    public string? Reason { get; set; }

    public Application.Staff.ChangeUnit Command(Guid? id) => new(id, Version, Name!, Parent, Head, Phone, Email, ServesClients, Reason);

    public sealed class Validator : AbstractValidator<UnitInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Name).NotEmpty().WithMessage(_ => t["Staff.Refusal.UnitNeedsName"])
                .MaximumLength(200).WithMessage(_ => t["Staff.Error.NameLong"]);
            RuleFor(x => x.Phone).MaximumLength(40).WithMessage(_ => t["Staff.Error.PhoneLong"]);
            RuleFor(x => x.Email).EmailAddress().When(x => !string.IsNullOrWhiteSpace(x.Email)).WithMessage(_ => t["Accounts.Error.EmailWrong"])
                .MaximumLength(254).WithMessage(_ => t["Accounts.Error.EmailWrong"]);
            RuleFor(x => x.Reason).MaximumLength(1000).WithMessage(_ => t["Staff.Error.ReasonLong"]);
        }
    }
}
