using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Retention;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.ExportRetentionList;

/// <summary>A list of records past their term as a file, for the act of destruction or hand-over.</summary>
[Authorize(Policy = nameof(Permission.ApproveRetention))]
public sealed class IndexModel(ListRetentionHandler lists, Texts t) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] string? format, CancellationToken cancellationToken)
    {
        if (SheetFormat.Find(format) is not { } file || await lists.ShowAsync(new(id), cancellationToken) is not { } shown)
            return NotFound();
        var number = shown.List.Number.Replace('/', '-');
        return new SheetResult(file, number, t["Protection.Retention.ListTitle", shown.List.Number], (sheet, token) => lists.ExportAsync(id, sheet, token));
    }
}
