using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Accounts;

/// <summary>The answer is the same whether anybody has the address or not.</summary>
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class ForgottenPasswordModel(ForgotPasswordHandler forgot) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [FromQuery]
    public bool Asked { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        await forgot.HandleAsync(Input.Email!, cancellationToken);
        return RedirectToPage(new { asked = true });
    }

    public sealed class Form
    {
        public string? Email { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t) => RuleFor(x => x.Email).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage(_ => t["Accounts.Error.EmailMissing"])
            .EmailAddress().WithMessage(_ => t["Accounts.Error.EmailWrong"]);
    }
}
