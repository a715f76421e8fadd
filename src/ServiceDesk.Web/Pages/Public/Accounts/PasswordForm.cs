using FluentValidation;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Pages.Public.Accounts;

/// <summary>A new password, twice.</summary>
public sealed class PasswordForm
{
    public string? Password { get; set; }

    public string? Again { get; set; }

    public sealed class Validator : AbstractValidator<PasswordForm>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Password).Must(p => p?.Length >= PasswordStrength.Shortest).WithMessage(_ => t["Accounts.Error.PasswordShort"]);
            RuleFor(x => x.Again).Equal(x => x.Password).WithMessage(_ => t["Accounts.Error.PasswordsDiffer"]);
        }
    }
}
