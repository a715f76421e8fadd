using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Uploads;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>The way of a case in plain words, for its client (SIG 25, wish: see where it stands).</summary>
/// <remarks>The form's token is checked by hand: a form left open too long must keep what was typed.</remarks>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(RateLimits.TrackPolicy)]
[StreamedFiles]
public sealed class FollowModel(
    TrackCaseHandler track, AddClientMessageHandler add, Attachments attachments, ClientSession session, IAntiforgery antiforgery, Texts t) : PageModel
{
    [BindProperty]
    public FollowInput Input { get; set; } = new();

    /// <summary>The case; null when the session was lost while the client was writing.</summary>
    public TrackedCase? Case { get; private set; }

    public AttachmentList Files { get; private set; } = AttachmentList.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (session.Tracked is { } caseId)
            Case = await track.HandleAsync(caseId, cancellationToken);
        if (Case is not null)
            return Page();
        this.Notice(t["Cases.Track.SessionOver"], NoticeKind.Info);
        return RedirectToPage("Track");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = attachments.Collect(HttpContext, Input.Kept, Input.Removed, ModelState, "Input.Files");
        var caseId = session.Tracked ?? await ReopenAsync(cancellationToken);
        if (caseId is not null && !await antiforgery.IsRequestValidAsync(HttpContext))
            ModelState.AddModelError("", t["Cases.Submit.TooOld"]);
        if (!ModelState.IsValid)
            return await ShowAsync(caseId, files, cancellationToken);

        try
        {
            var added = await add.HandleAsync(new AddClientMessage(caseId!.Value, Input.Text!, files), cancellationToken);
            this.Notice(t[added.Fate switch
            {
                ClientMessageFate.Thanked => "Cases.Track.Thanked",
                ClientMessageFate.Reopened => "Cases.Track.ReopenedNow",
                ClientMessageFate.NewCase => "Cases.Track.MadeNew",
                _ => "Cases.Track.Added",
            }]);
            if (added.Fate != ClientMessageFate.NewCase)
                return RedirectToPage();
            session.Submit(added.CaseId);
            return RedirectToPage("Done");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return await ShowAsync(caseId, files, cancellationToken);
        }
    }

    /// <summary>The visitor leaves; the next person at this computer sees nothing.</summary>
    public IActionResult OnPostEnd()
    {
        session.End();
        this.Notice(t["Cases.Track.Ended"], NoticeKind.Info);
        return RedirectToPage("Track");
    }

    private async Task<Guid?> ReopenAsync(CancellationToken cancellationToken)
    {
        var found = await track.FindAsync(Input.Number, Input.Key, cancellationToken);
        if (found is { } caseId)
            session.Track(caseId);
        else
            ModelState.AddModelError("Input.Number", t[Input.Number is null ? "Cases.Track.SessionOverKept" : "Cases.Track.NotFound"]);
        return found;
    }

    private async Task<PageResult> ShowAsync(Guid? caseId, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken)
    {
        Files = new AttachmentList(files, attachments.Keep);
        if (caseId is { } id)
            Case = await track.HandleAsync(id, cancellationToken);
        return Page();
    }
}
