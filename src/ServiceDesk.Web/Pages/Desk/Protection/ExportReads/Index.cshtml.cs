using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.ExportReads;

/// <summary>The access log as a table, written row by row while it is read.</summary>
[Authorize(Policy = nameof(Permission.SeeAccessLog))]
public sealed class IndexModel(ListReadsHandler list, LocalTime local, TimeProvider time, Texts t) : ReadFilterPage
{
    [FromQuery]
    public string? Format { get; set; }

    public IActionResult OnGet()
    {
        if (SheetFormat.Find(Format) is not { } format)
            return NotFound();
        var query = Query with { After = null };
        return new SheetResult(format, $"{t["Protection.Reads.FileName"]}-{local.DateOf(time.GetUtcNow()):yyyy-MM-dd}", t["Protection.Reads.Title"],
            (sheet, cancellationToken) => list.ExportAsync(query, sheet, cancellationToken));
    }
}
