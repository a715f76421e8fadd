using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Clients.Exports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.ExportClients;

/// <summary>The register of clients as a file for a spreadsheet.</summary>
[Authorize(Policy = nameof(Permission.ImportClients))]
public sealed class IndexModel(ExportClientsHandler export, LocalTime local, TimeProvider time, Texts t) : PageModel
{
    public IActionResult OnGet(string? format, ClientKind? kind, Guid? group)
    {
        if (SheetFormat.Find(format) is not { } found)
            return NotFound();
        return new SheetResult(found, $"{t["Clients.Export.FileName"]}-{local.DateOf(time.GetUtcNow()):yyyy-MM-dd}", t["Clients.List.Title"],
            (sheet, cancellationToken) => export.HandleAsync(new ClientFilter(kind, group), sheet, cancellationToken));
    }
}
