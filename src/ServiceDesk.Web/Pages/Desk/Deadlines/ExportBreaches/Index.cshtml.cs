using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.ExportBreaches;

/// <summary>The list of breaches as a file for a spreadsheet, written row by row while it is read.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(ExportBreachesHandler export, LocalTime local, TimeProvider time, Texts t) : BreachFilterPage
{
    [BindProperty(SupportsGet = true)]
    public string? Format { get; set; }

    public IActionResult OnGet()
    {
        if (SheetFormat.Find(Format) is not { } format)
            return NotFound();
        var query = Query(local.DateOf(time.GetUtcNow()));
        return new SheetResult(format, $"{t["Breaches.Export.FileName"]}-{query.From:yyyy-MM-dd}-{query.To:yyyy-MM-dd}", t["Breaches.List.Title"],
            (sheet, cancellationToken) => export.HandleAsync(query, sheet, cancellationToken));
    }
}
