using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Accounts;

/// <summary>Signing in with a passkey: the sign-in page's script fetches the question here and posts the answer.</summary>
[EnableRateLimiting(RateLimits.TrackPolicy)]
public sealed class PasskeyModel(IAccounts accounts, Texts t) : PageModel
{
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => RedirectToPage("SignIn");

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await accounts.AskForPasskeyAsync(), "application/json");

    public async Task<IActionResult> OnPostAsync()
    {
        var target = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null;
        var outcome = string.IsNullOrEmpty(Credential) ? SignInOutcome.Refused : await accounts.SignInWithPasskeyAsync(Credential);
        if (outcome == SignInOutcome.SignedIn)
            return LocalRedirect(target ?? "/desk");
        this.Notice(t[outcome == SignInOutcome.LockedOut ? "Accounts.SignIn.LockedOut" : "Accounts.Passkey.Refused"], NoticeKind.Failure);
        return RedirectToPage("SignIn", new { returnUrl = target });
    }
}
