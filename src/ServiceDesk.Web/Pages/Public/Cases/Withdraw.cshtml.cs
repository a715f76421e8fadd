using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>"Atbilde vairs nav vajadzīga": says what follows, then closes the case at the client's word.</summary>
[EnableRateLimiting(RateLimits.TrackPolicy)]
public sealed class WithdrawModel(TrackCaseHandler track, WithdrawCaseHandler withdraw, ClientSession session, Texts t) : PageModel
{
    public TrackedCase Case { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        try
        {
            await withdraw.HandleAsync(new WithdrawCase(Case.Id), cancellationToken);
            this.Notice(t["Cases.Track.Withdrawn"]);
            return RedirectToPage("Follow");
        }
        catch (Refusal)
        {
            // A letter is on its way or could not be sent: staff settle that first. The client need not know our reasons.
            ModelState.AddModelError("", t["Cases.Track.AnswerOnItsWay"]);
        }
        catch (StaleCase)
        {
            ModelState.AddModelError("", t["Cases.Track.ChangedMeanwhile"]);
        }

        return Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = session.Tracked is { } caseId ? await track.HandleAsync(caseId, cancellationToken) : null;
        if (found is null)
        {
            this.Notice(t["Cases.Track.SessionOver"], NoticeKind.Info);
            return RedirectToPage("Track");
        }

        Case = found;
        return found.IsOpen ? null : RedirectToPage("Follow");
    }
}
