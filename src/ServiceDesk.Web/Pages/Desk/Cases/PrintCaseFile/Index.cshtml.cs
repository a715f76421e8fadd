using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Documents.Reports;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Documents.Reports;

namespace ServiceDesk.Web.Pages.Desk.Cases.PrintCaseFile;

/// <summary>The whole case as a PDF. Internal notes only on request.</summary>
[Authorize(Policy = nameof(Permission.OpenCases))]
public sealed class IndexModel(CollectCaseFileHandler collect, CaseFilePaper paper, PaperDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "notes")] bool withNotes, CancellationToken cancellationToken) =>
        await collect.HandleAsync(id, withNotes, cancellationToken) is { } file
            ? await desk.PrintAsync(this, paper.Of(file, withNotes, desk.Printed), file.Case.Number.Replace('/', '-'), $"/desk/cases/{id}", PageFormat.A4, cancellationToken)
            : NotFound();
}
