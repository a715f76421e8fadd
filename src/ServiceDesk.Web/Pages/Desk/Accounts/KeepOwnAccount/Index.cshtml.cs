using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Accounts.KeepOwnAccount;

/// <summary>The own account at a glance: how well it is locked, and where it is open.</summary>
[Authorize(Policy = nameof(Permission.KeepOwnAccount))]
public sealed class IndexModel(IOwnAccount own, Texts t) : PageModel
{
    public OwnAccountState Account { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Account = await own.LookAsync(cancellationToken);

    public async Task<IActionResult> OnPostLanguageAsync(string? language, CancellationToken cancellationToken)
    {
        if (language is null || !Texts.Languages.Contains(language))
            return BadRequest();
        await own.SetLanguageAsync(language, cancellationToken);
        this.Notice(Texts.In(language)["Accounts.Own.LanguageSaved"]);
        // The pages follow the letters: the switch sets the browser's cookie.
        return LocalRedirect($"/language/{language}?back=/desk/account");
    }

    public async Task<IActionResult> OnPostEndSessionAsync(Guid session, CancellationToken cancellationToken)
    {
        await own.EndSessionAsync(session, cancellationToken);
        this.Notice(t["Accounts.Own.SessionEnded"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken)
    {
        await own.EndOtherSessionsAsync(cancellationToken);
        this.Notice(t["Accounts.Own.SessionEnded"]);
        return RedirectToPage();
    }
}
