using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Cases.DownloadImportReport;

/// <summary>The report of a reading, written as it is read from the database.</summary>
[Authorize(Policy = nameof(Permission.ImportRegisters))]
public sealed class IndexModel(ShowImportHandler show, WriteImportReportHandler write) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(id, cancellationToken) is not { } shown)
            return NotFound();
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"import-{shown.Run.AskedAt:yyyyMMdd-HHmm}.csv\"";
        await using var report = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await write.HandleAsync(id, report, cancellationToken);
        return new EmptyResult();
    }
}
