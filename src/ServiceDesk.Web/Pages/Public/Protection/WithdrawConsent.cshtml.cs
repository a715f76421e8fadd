using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceDesk.Application.Protection.Consents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Protection;

/// <summary>Withdraws a consent by the link of a letter: one press here, or one in the mail program (RFC 8058).</summary>
/// <remarks>The key in the address is the authority; a mail program has no form token, so none is asked for.</remarks>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(RateLimits.TrackPolicy)]
public sealed class WithdrawConsentModel(AnswerConsentHandler answer, Texts t) : PageModel
{
    public ConsentCard? Card { get; private set; }

    public async Task OnGetAsync(string key, CancellationToken cancellationToken) => Card = await answer.ShowWithdrawAsync(key, t.Language, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string key, bool all, [FromForm(Name = "List-Unsubscribe")] string? oneClick, CancellationToken cancellationToken)
    {
        var byMachine = string.Equals(oneClick, "One-Click", StringComparison.OrdinalIgnoreCase);
        var found = await answer.WithdrawAsync(key, byMachine ? WithdrawalWay.OneClick : WithdrawalWay.Link, all && !byMachine, cancellationToken);
        if (byMachine)
            return found ? new OkResult() : new NotFoundResult();
        return RedirectToPage(new { key });
    }
}
