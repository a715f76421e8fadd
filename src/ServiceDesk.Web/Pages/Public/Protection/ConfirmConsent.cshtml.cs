using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceDesk.Application.Protection.Consents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Protection;

/// <summary>The second half of the double opt-in. Opening the link confirms nothing: machines that check mail open links, people press buttons.</summary>
[EnableRateLimiting(RateLimits.TrackPolicy)]
public sealed class ConfirmConsentModel(AnswerConsentHandler answer, Texts t) : PageModel
{
    public ConsentCard? Card { get; private set; }

    public async Task OnGetAsync(string key, CancellationToken cancellationToken) => Card = await answer.ShowConfirmAsync(key, t.Language, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await answer.ConfirmAsync(key, cancellationToken);
        }
        catch (Refusal)
        {
            // The page says itself why not.
        }

        return RedirectToPage(new { key });
    }
}
