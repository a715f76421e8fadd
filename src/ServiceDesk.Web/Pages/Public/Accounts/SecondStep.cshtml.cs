using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Accounts;

/// <summary>After the password: a code of the authenticator, or one of the recovery codes.</summary>
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class SecondStepModel(IAccounts accounts, Texts t) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? RecoveryCode { get; set; }

    [BindProperty]
    public bool IsRecovery { get; set; }

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await accounts.AwaitsSecondStepAsync() ? Page() : Expired();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await accounts.AwaitsSecondStepAsync())
            return Expired();
        var (name, code) = IsRecovery ? (nameof(RecoveryCode), RecoveryCode) : (nameof(Code), Code);
        if (string.IsNullOrWhiteSpace(code))
        {
            ModelState.AddModelError(name, t["Accounts.Error.CodeMissing"]);
            return Page();
        }

        var outcome = await accounts.TakeSecondStepAsync(code, IsRecovery);
        if (outcome == SignInOutcome.SignedIn)
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/desk");
        ModelState.AddModelError(name, t[outcome == SignInOutcome.LockedOut ? "Accounts.SignIn.LockedOut" : "Accounts.Error.CodeWrong"]);
        return Page();
    }

    private RedirectToPageResult Expired()
    {
        this.Notice(t["Accounts.SecondStep.Expired"], NoticeKind.Info);
        return RedirectToPage("SignIn", new { returnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null });
    }
}
