using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Pages.Public.Accounts;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Accounts.KeepOwnAccount;

/// <summary>Another password. Every other browser is signed out by it.</summary>
[Authorize(Policy = nameof(Permission.KeepOwnAccount))]
public sealed class PasswordModel(IOwnAccount own, Texts t) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public PasswordForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        try
        {
            if (!await own.ConfirmAsync(Current))
            {
                ModelState.AddModelError(nameof(Current), t["Accounts.Error.CurrentWrong"]);
                return Page();
            }

            foreach (var fault in await own.ChangePasswordAsync(Current!, Input.Password!))
                ModelState.AddModelError("Input.Password", fault);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
        }

        if (!ModelState.IsValid)
            return Page();
        this.Notice(t["Accounts.Password.Done"]);
        return RedirectToPage("Index");
    }
}
