using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases.Bulk;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.ShowBulk;

/// <summary>What came of a step on many cases; while some wait, the button here goes on with them, pressed by script as long as the page stands open.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowBulkHandler show, ContinueBulkHandler proceed, TakeBackBulkHandler takeBack, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "list")]
    public string? List { get; set; }

    public ShownBulk Shown { get; private set; } = null!;

    public int Done => Shown.Count(BulkResult.Done);

    public int Refused => Shown.Count(BulkResult.Refused);

    public int Waiting => Shown.Count(BulkResult.Waiting);

    public string Back => string.IsNullOrEmpty(List) ? "/desk" : $"/desk?{List}";

    /// <summary>The refused ones for another try, where an address can hold them.</summary>
    public string? Again => Waiting == 0 && Refused is > 0 and <= 50
        ? $"/desk/bulk?do={Shown.Run.Step}{string.Concat(Shown.Rows.Where(r => r.Result == BulkResult.Refused).Select(r => $"&id={r.CaseId}"))}&list={Uri.EscapeDataString(List ?? "")}"
        : null;

    public string Why(BulkRow row) => t[row.Reason!, [.. row.Arguments.Select(a =>
        DateOnly.TryParseExact(a, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (object)day : a)]];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, cancellationToken) is not { } shown)
            return NotFound();
        Shown = shown;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            await proceed.HandleAsync(Id, cancellationToken);
        }
        catch (Refusal)
        {
            return NotFound();
        }

        return Here();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellationToken)
    {
        var (taken, left) = await takeBack.HandleAsync(Id, cancellationToken);
        this.Notice(t["Desk.Bulk.TakenBack", taken, left], left > 0 ? Web.Shared.NoticeKind.Attention : Web.Shared.NoticeKind.Success);
        return Here();
    }

    private RedirectToPageResult Here() => RedirectToPage(new { id = Id, list = List });
}
