using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Documents.Reports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Web.Documents.Reports;

namespace ServiceDesk.Web.Pages.Desk.Documents.PrintDocuments;

/// <summary>An excerpt of the registers of documents as a PDF, as the list was filtered.</summary>
[Authorize(Policy = nameof(Permission.SeeDocuments))]
public sealed class IndexModel(ListForPaperHandler lists, ListPapers papers, PaperDesk desk, Texts t) : PageModel
{
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "q")] string? words, DocumentKind? kind, DocumentState? state, [FromQuery(Name = "case")] Guid? caseId, [FromQuery(Name = "client")] Guid? clientId, bool mine, CancellationToken cancellationToken)
    {
        var rows = await lists.DocumentsAsync(new() { Words = words, Kind = kind, State = state, CaseId = caseId, ClientId = clientId, Mine = mine }, cancellationToken);
        var filters = new[] { words is { Length: > 0 } ? $"„{words}”" : null, kind is { } k ? t.Of(k) : null, state is { } s ? t.Of(s) : null, mine ? t["Documents.List.Mine"] : null }.OfType<string>();
        return await desk.PrintAsync(this, papers.Documents(filters, rows, desk.Printed), t["Wording.Register.File"], "/desk/documents" + Request.QueryString, PageFormat.A4Landscape, cancellationToken);
    }
}
