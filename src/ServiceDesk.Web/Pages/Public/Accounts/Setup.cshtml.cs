using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Accounts;

/// <summary>The first administrator. The page exists until there is one, for whoever reads the console of the machine.</summary>
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class SetupModel(IAccounts accounts, FirstAdministrator firstAdministrator, Texts t) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await accounts.HasAdministratorAsync(HttpContext.RequestAborted))
            context.Result = NotFound();
        else
            await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && !firstAdministrator.Accepts(Input.Token))
            ModelState.AddModelError("Input.Token", t["Accounts.Error.TokenWrong"]);
        if (!ModelState.IsValid)
            return Page();

        var email = Input.Email!.Trim();
        foreach (var fault in await accounts.CreateAsync(new NewAccount(email, Input.Password!, Input.Name!.Trim(), null, [Role.Administrator])))
            ModelState.AddModelError("", fault);
        if (!ModelState.IsValid)
            return Page();
        await accounts.SignInAsync(email, Input.Password!);
        return LocalRedirect("/desk/status");
    }

    public sealed class Form
    {
        public string? Token { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }

        public string? Again { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.Token).NotEmpty().WithMessage(_ => t["Accounts.Error.TokenMissing"]);
            RuleFor(x => x.Name).NotEmpty().WithMessage(_ => t["Accounts.Error.NameMissing"])
                .MaximumLength(200).WithMessage(_ => t["Accounts.Error.NameLong"]);
            RuleFor(x => x.Email).Cascade(CascadeMode.Stop)
                .NotEmpty().WithMessage(_ => t["Accounts.Error.EmailMissing"])
                .EmailAddress().WithMessage(_ => t["Accounts.Error.EmailWrong"]);
            RuleFor(x => x.Password).MinimumLength(PasswordStrength.Shortest).WithMessage(_ => t["Accounts.Error.PasswordShort"])
                .NotNull().WithMessage(_ => t["Accounts.Error.PasswordShort"]);
            RuleFor(x => x.Again).Equal(x => x.Password).WithMessage(_ => t["Accounts.Error.PasswordsDiffer"]);
        }
    }
}
