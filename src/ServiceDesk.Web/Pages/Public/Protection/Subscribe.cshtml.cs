using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceDesk.Application.Protection.Consents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Protection;

/// <summary>Asks for letters to an address: the first half of the double opt-in. What is answered is the same for every address.</summary>
[EnableRateLimiting(RateLimits.SubmitPolicy)]
public sealed class SubscribeModel(AskForConsentHandler ask, Texts t) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public List<Guid> Purposes { get; set; } = [];

    /// <summary>A field people do not see: whoever fills it is a machine.</summary>
    [BindProperty]
    public string? Website { get; set; }

    [FromQuery]
    public bool Sent { get; set; }

    public IReadOnlyList<OfferedPurpose> Offered { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Offered = await ask.OfferedAsync(t.Language, cancellationToken);
        // Nothing is ticked beforehand: silence is no consent (GDPR recital 32).
        Purposes = [];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (string.IsNullOrEmpty(Website))
                await ask.HandleAsync(new(Email, Purposes, t.Language), cancellationToken);
            return Redirect("/subscribe?sent=true");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(refusal.Key == "Protection.Refusal.NoPurpose" ? "Purposes" : "Email", t[refusal.Key, [.. refusal.Arguments]]);
            Offered = await ask.OfferedAsync(t.Language, cancellationToken);
            return Page();
        }
    }
}
