using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.ExportProcessing;

/// <summary>The record of processing as a file.</summary>
[Authorize(Policy = nameof(Permission.KeepProcessingRecord))]
public sealed class IndexModel(ShowProcessingHandler show, Texts t) : PageModel
{
    public IActionResult OnGet([FromQuery] string? format) => SheetFormat.Find(format) is { } file
        ? new SheetResult(file, t["Protection.Processing.FileName"], t["Protection.Processing.Title"], show.ExportAsync)
        : NotFound();
}
