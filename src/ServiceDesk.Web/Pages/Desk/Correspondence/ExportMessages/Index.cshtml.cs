using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Correspondence.ExportMessages;

/// <summary>The message log as a file for a spreadsheet, written row by row while it is read.</summary>
[Authorize(Policy = nameof(Permission.SeeMessageLog))]
public sealed class IndexModel(ExportMessagesHandler export, LocalTime local, TimeProvider time, Texts t) : MessageFilterPage
{
    [BindProperty(SupportsGet = true)]
    public string? Format { get; set; }

    public IActionResult OnGet()
    {
        if (SheetFormat.Find(Format) is not { } format)
            return NotFound();
        var query = Query with { After = null };
        return new SheetResult(format, $"{t["Correspondence.Log.FileName"]}-{local.DateOf(time.GetUtcNow()):yyyy-MM-dd}", t["Correspondence.Log.Title"],
            (sheet, cancellationToken) => export.HandleAsync(query, sheet, cancellationToken));
    }
}
