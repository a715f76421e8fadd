using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Accounts;

/// <summary>Where the links of invitations and of forgotten passwords lead. Looking at the page uses nothing up.</summary>
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class ChoosePasswordModel(ChoosePasswordHandler choose, Texts t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "link")]
    public string? Link { get; set; }

    [BindProperty]
    public PasswordForm Input { get; set; } = new();

    public OpenLink? Open { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Open = await choose.LookAsync(Link, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Open = await choose.LookAsync(Link, cancellationToken);
        if (Open is null || !ModelState.IsValid)
            return Page();
        try
        {
            foreach (var fault in await choose.HandleAsync(Link, Input.Password!, cancellationToken))
                ModelState.AddModelError("Input.Password", fault);
        }
        catch (Refusal)
        {
            Open = null;
        }

        if (Open is null || !ModelState.IsValid)
            return Page();
        this.Notice(t["Accounts.Choose.Done"]);
        return RedirectToPage("SignIn");
    }
}
