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

/// <summary>Authenticator and recovery codes. Each weighty step asks for the password; codes are shown once and never again.</summary>
[Authorize(Policy = nameof(Permission.KeepOwnAccount)), EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class SecondFactorModel(IOwnAccount own, Texts t) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public OwnAccountState Account { get; private set; } = null!;

    public AuthenticatorKey? Key { get; private set; }

    public QrCode? Qr { get; private set; }

    public IReadOnlyList<string>? NewCodes { get; private set; }

    public bool JustEnabled { get; private set; }

    /// <summary>The codes as a text file without another request.</summary>
    public string CodesFile => "data:text/plain;charset=utf-8," + Uri.EscapeDataString($"{t["Accounts.Factor.Codes"]}, {Account.Email}\r\n\r\n{string.Join("\r\n", NewCodes!)}\r\n");

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task<IActionResult> OnPostEnableAsync(CancellationToken cancellationToken) => DoAsync(async () =>
    {
        NewCodes = await own.EnableAuthenticatorAsync(Code ?? "");
        JustEnabled = NewCodes is not null;
        if (NewCodes is null)
            ModelState.AddModelError(nameof(Code), t["Accounts.Error.CodeWrong"]);
        return null;
    }, cancellationToken);

    public Task<IActionResult> OnPostCodesAsync(CancellationToken cancellationToken) => DoAsync(async () =>
    {
        NewCodes = await own.NewRecoveryCodesAsync();
        return null;
    }, cancellationToken);

    public Task<IActionResult> OnPostDisableAsync(CancellationToken cancellationToken) => DoAsync(async () =>
    {
        await own.DisableAuthenticatorAsync();
        this.Notice(t["Accounts.Factor.Disabled"]);
        return RedirectToPage("Index");
    }, cancellationToken);

    private async Task<IActionResult> DoAsync(Func<Task<IActionResult?>> work, CancellationToken cancellationToken)
    {
        try
        {
            if (!await own.ConfirmAsync(Password))
                ModelState.AddModelError(nameof(Password), t["Accounts.Error.CurrentWrong"]);
            else if (await work() is { } elsewhere)
                return elsewhere;
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Account = await own.LookAsync(cancellationToken);
        if (NewCodes is not null || Account.HasAuthenticator)
            return;
        Key = await own.NewAuthenticatorAsync();
        Qr = QrCode.Of(Key.Address);
    }
}
