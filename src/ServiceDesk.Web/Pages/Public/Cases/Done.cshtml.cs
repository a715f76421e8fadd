using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>The confirmation: number, key and by when we answer. Opened by the cookie of the submission, never by its address.</summary>
[ResponseCache(NoStore = true)]
public sealed class DoneModel(TrackCaseHandler track, ClientSession session, IOptions<ServiceDeskOptions> options, Texts t) : PageModel
{
    public TrackedCase Case { get; private set; } = null!;

    /// <summary>The QR code of the tracking page, number and key behind <c>#</c> where no server sees them; drawn without style attributes.</summary>
    public string QrPath { get; private set; } = "";

    public int QrSize { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (session.Submitted is not { } caseId || await track.HandleAsync(caseId, cancellationToken) is not { } found)
        {
            this.Notice(t["Cases.Done.TooLate"], NoticeKind.Info);
            return RedirectToPage("Track");
        }

        Case = found;
        (QrPath, QrSize) = QrCode.Of($"{options.Value.PublicAddress.TrimEnd('/')}/track#{Uri.EscapeDataString(Case.Number)}/{Case.AccessKey}");
        return Page();
    }
}
