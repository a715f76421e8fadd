using FluentValidation;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Pages.Desk.Staff.ChangeEmployee;

public sealed class EmployeeInput
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public string? Surname { get; set; }

    public string? Position { get; set; }

    public Guid? Unit { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public bool StandardApplies { get; set; }

    public string? Reason { get; set; }

    public Application.Staff.ChangeEmployee Command(Guid? id) => new(id, Version, Name!, Surname!, Position!, Unit!.Value, Email!, Phone, StandardApplies, Reason);

    public sealed class Validator : AbstractValidator<EmployeeInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Name).NotEmpty().WithMessage(_ => t["Staff.Error.NameMissing"]).MaximumLength(100).WithMessage(_ => t["Staff.Error.PersonLong"]);
            RuleFor(x => x.Surname).NotEmpty().WithMessage(_ => t["Staff.Error.SurnameMissing"]).MaximumLength(100).WithMessage(_ => t["Staff.Error.PersonLong"]);
            RuleFor(x => x.Position).NotEmpty().WithMessage(_ => t["Staff.Error.PositionMissing"]).MaximumLength(200).WithMessage(_ => t["Staff.Error.NameLong"]);
            RuleFor(x => x.Unit).NotNull().WithMessage(_ => t["Staff.Error.UnitMissing"]);
            RuleFor(x => x.Email).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(_ => t["Accounts.Error.EmailMissing"])
                .EmailAddress().WithMessage(_ => t["Accounts.Error.EmailWrong"]).MaximumLength(254).WithMessage(_ => t["Accounts.Error.EmailWrong"]);
            RuleFor(x => x.Phone).MaximumLength(40).WithMessage(_ => t["Staff.Error.PhoneLong"]);
            RuleFor(x => x.Reason).MaximumLength(1000).WithMessage(_ => t["Staff.Error.ReasonLong"]);
        }
    }
}
