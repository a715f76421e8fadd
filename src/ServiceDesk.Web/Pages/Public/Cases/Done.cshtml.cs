using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using QRCoder;
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
        (QrPath, QrSize) = Draw($"{options.Value.PublicAddress.TrimEnd('/')}/track#{Uri.EscapeDataString(Case.Number)}/{Case.AccessKey}");
        return Page();
    }

    /// <summary>One SVG path of all dark squares, four modules of quiet around.</summary>
    private static (string Path, int Size) Draw(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var squares = from y in Enumerable.Range(0, rows.Count)
                      from x in Enumerable.Range(0, rows.Count)
                      where rows[y][x]
                      select $"M{x} {y}h1v1h-1z";
        return (string.Concat(squares), rows.Count);
    }
}
