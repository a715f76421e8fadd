using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Accounts;

namespace ServiceDesk.Web.Pages.Public.Accounts;

/// <summary>A link cannot sign anybody out: reading the page asks, posting does it.</summary>
public sealed class SignOutModel(IAccounts accounts) : PageModel
{
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Page() : LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await accounts.SignOutAsync();
        return LocalRedirect("/");
    }
}
