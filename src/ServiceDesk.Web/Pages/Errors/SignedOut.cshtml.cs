using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ServiceDesk.Web.Pages.Errors;

/// <summary>
/// The session ended while somebody was writing. The text is shown to be copied, and the same form can be sent again after
/// signing in anew in another tab; only files have to be chosen again.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class SignedOutModel : PageModel
{
    public KeptForm? Kept { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => KeepAsync(cancellationToken);

    public Task OnPostAsync(CancellationToken cancellationToken) => KeepAsync(cancellationToken);

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Kept = await KeptForm.ReadAsync(HttpContext, withToken: true, cancellationToken);
    }
}
