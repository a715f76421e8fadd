using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Accounts;

[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class SignInModel(IAccounts accounts, IOptions<ServiceDeskOptions> options, Texts t) : PageModel
{
    private const string Desk = "/desk";

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<DemoPerson> DemoPeople => options.Value.DemoData ? Application.Demo.DemoPeople.SignIns : [];

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Desk;

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await accounts.SignInAsync(Input.Email!.Trim(), Input.Password!);
        if (outcome == SignInOutcome.SignedIn)
            return LocalRedirect(Target);
        if (outcome == SignInOutcome.SecondStep)
            return RedirectToPage("SecondStep", new { returnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null });
        ModelState.AddModelError("", t[outcome == SignInOutcome.LockedOut ? "Accounts.SignIn.LockedOut" : "Accounts.SignIn.Refused"]);
        return Page();
    }

    public sealed class Form
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.Email).NotEmpty().WithMessage(_ => t["Accounts.Error.EmailMissing"]);
            RuleFor(x => x.Password).NotEmpty().WithMessage(_ => t["Accounts.Error.PasswordMissing"]);
        }
    }
}
