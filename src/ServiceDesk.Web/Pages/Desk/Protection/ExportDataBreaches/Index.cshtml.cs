using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Breaches;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.ExportDataBreaches;

/// <summary>The register of personal-data breaches as a file.</summary>
[Authorize(Policy = nameof(Permission.ManageDataBreaches))]
public sealed class IndexModel(ListDataBreachesHandler list, Texts t) : PageModel
{
    public IActionResult OnGet([FromQuery] string? format, [FromQuery] DataBreachState? state, [FromQuery] int? year) =>
        SheetFormat.Find(format) is { } file
            ? new SheetResult(file, t["Protection.Breaches.FileName"], t["Protection.Breaches.Title"], (sheet, token) => list.ExportAsync(new(state, year), sheet, token))
            : NotFound();
}
