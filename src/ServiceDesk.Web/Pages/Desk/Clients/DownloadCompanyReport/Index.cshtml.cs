using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Clients.Companies;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.DownloadCompanyReport;

/// <summary>The report of a reading, written as it is read from the database.</summary>
[Authorize(Policy = nameof(Permission.ManageCompanies))]
public sealed class IndexModel(ShowCompanyImportHandler show) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await show.HandleAsync(id, cancellationToken) is { } shown
            ? new SheetResult(SheetFormat.Find("csv")!, $"companies-{shown.Run.AskedAt:yyyyMMdd-HHmm}", shown.Run.FileName, (sheet, token) => show.WriteAsync(id, sheet, token))
            : NotFound();
}
