using Microsoft.AspNetCore.Diagnostics;
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
    private const int LongText = 20;

    public string Target { get; private set; } = "/desk";

    public IReadOnlyList<KeyValuePair<string, string>> Kept { get; private set; } = [];

    /// <summary>What was typed at length.</summary>
    public IEnumerable<string> Texts => Kept.Where(f => f.Key.StartsWith("Input.", StringComparison.Ordinal) && f.Value.Length > LongText && f.Value.Contains(' ', StringComparison.Ordinal)).Select(f => f.Value);

    public Task OnGetAsync(CancellationToken cancellationToken) => KeepAsync(cancellationToken);

    public Task OnPostAsync(CancellationToken cancellationToken) => KeepAsync(cancellationToken);

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not { } original || !Request.HasFormContentType)
            return;
        Target = original.OriginalPathBase + original.OriginalPath + original.OriginalQueryString;
        try
        {
            var form = await Request.ReadFormAsync(cancellationToken);
            Kept = [.. form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))];
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // Larger than a form may be for a stranger: the browser's back button still has it.
        }
    }
}
