using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.ShowBreach;

/// <summary>One breach: the owner says why, the head accepts or returns it.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(ListBreachesHandler breaches, ExplainBreachHandler explainBreach, Texts t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public BreachCause? Cause { get; set; }

    [BindProperty]
    public string? Explanation { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    /// <summary>The button pressed: <c>accept</c> or <c>return</c>.</summary>
    [BindProperty]
    public string? Step { get; set; }

    public BreachDetails Details { get; private set; } = null!;

    /// <summary>Somebody else changed the breach while the page was open.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        (Version, Cause, Explanation) = (Details.Version, Details.Row.Cause, Details.Explanation);
        return Page();
    }

    public Task<IActionResult> OnPostExplainAsync(CancellationToken cancellationToken)
    {
        if (Cause is null && ModelState.IsValid)
            ModelState.AddModelError(nameof(Cause), t["Breaches.CauseMissing"]);
        return ActAsync(t["Breaches.Saved.Explained"], token => explainBreach.HandleAsync(new ExplainBreach(Id, Cause!.Value, Explanation, Version), token), cancellationToken);
    }

    public Task<IActionResult> OnPostReviewAsync(CancellationToken cancellationToken)
    {
        var accepted = Step == "accept";
        return ActAsync(
            t[accepted ? "Breaches.Saved.Accepted" : "Breaches.Saved.Returned"],
            token => explainBreach.HandleAsync(new ReviewBreach(Id, accepted, Remark, Version), token), cancellationToken);
    }

    private async Task<IActionResult> ActAsync(string done, Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        try
        {
            await act(cancellationToken);
            this.Notice(done);
            return RedirectToPage(new { Id });
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
        }
        catch (StaleCase)
        {
            // What was typed stays in the form; above it stands what the other person saved.
            IsStale = true;
            await LoadAsync(cancellationToken);
            ModelState.Remove(nameof(Version));
            Version = Details.Version;
        }

        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await breaches.ShowAsync(Id, cancellationToken) is not { } details)
            return false;
        Details = details;
        return true;
    }

    private static string FieldOf(string refusal) => refusal switch
    {
        "Deadlines.Refusal.ExplanationMissing" or "Deadlines.Refusal.ExplanationTooLong" => nameof(Explanation),
        "Deadlines.Refusal.RemarkMissing" => nameof(Remark),
        _ => "",
    };
}
