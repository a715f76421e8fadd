using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Desk.Accounts.KeepOwnAccount;

/// <summary>Passkeys: added in two requests of the page's script (question, answer), named and removed without any.</summary>
[Authorize(Policy = nameof(Permission.KeepOwnAccount)), EnableRateLimiting(RateLimits.TrackPolicy)]
public sealed class PasskeysModel(IOwnAccount own, Texts t) : PageModel
{
    private const int LongestName = 60;

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public OwnAccountState Account { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Account = await own.LookAsync(cancellationToken);

    public async Task<IActionResult> OnPostOfferAsync()
    {
        try
        {
            if (Fault(Name) is { } fault)
                return Refused(fault);
            if (!await own.ConfirmAsync(Password))
                return Refused(t["Accounts.Error.CurrentWrong"]);
            return Content(await own.OfferPasskeyAsync(), "application/json");
        }
        catch (Refusal refusal)
        {
            return Refused(t[refusal.Key, [.. refusal.Arguments]]);
        }
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => DoAsync(
        async () =>
        {
            if (Fault(Name) is { } fault)
                ModelState.AddModelError(nameof(Name), fault);
            else if (string.IsNullOrEmpty(Credential) || !await own.AddPasskeyAsync(Credential, Name!.Trim()))
                ModelState.AddModelError("", t["Accounts.Passkey.Failed"]);
        },
        t["Accounts.Passkey.AddedNow"], cancellationToken);

    public Task<IActionResult> OnPostRenameAsync(string? passkey, CancellationToken cancellationToken) => DoAsync(
        async () =>
        {
            if (Fault(Name) is { } fault)
                ModelState.AddModelError(nameof(Name), fault);
            else
                await own.RenamePasskeyAsync(passkey ?? "", Name!.Trim());
        },
        t["Accounts.Passkey.Renamed"], cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(string? passkey, CancellationToken cancellationToken) =>
        DoAsync(() => own.RemovePasskeyAsync(passkey ?? ""), t["Accounts.Passkey.Removed"], cancellationToken);

    private string? Fault(string? name) => string.IsNullOrWhiteSpace(name) || name.Trim().Length > LongestName ? t["Accounts.Error.PasskeyName"] : null;

    private ContentResult Refused(string text) => new() { Content = text, ContentType = "text/plain; charset=utf-8", StatusCode = StatusCodes.Status422UnprocessableEntity };

    private async Task<IActionResult> DoAsync(Func<Task> work, string done, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
        }

        if (!ModelState.IsValid)
        {
            Account = await own.LookAsync(cancellationToken);
            return Page();
        }

        this.Notice(done);
        return RedirectToPage();
    }
}
