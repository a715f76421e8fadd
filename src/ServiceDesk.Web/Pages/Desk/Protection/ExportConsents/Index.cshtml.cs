using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Consents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.ExportConsents;

/// <summary>Addresses that said yes, as a file; written down in the access log.</summary>
[Authorize(Policy = nameof(Permission.ManageConsents))]
public sealed class IndexModel(ManageConsentsHandler consents, Texts t) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] string? format, CancellationToken cancellationToken)
    {
        if (SheetFormat.Find(format) is not { } file || !(await consents.ListAsync(cancellationToken)).Any(r => r.Purpose.Id == id))
            return NotFound();
        return new SheetResult(file, t["Protection.Consents.FileName"], t["Protection.Consents.Title"], (sheet, token) => consents.ExportAsync(id, sheet, token));
    }
}
