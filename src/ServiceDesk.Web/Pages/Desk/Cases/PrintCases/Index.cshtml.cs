using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Documents.Reports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Documents.Reports;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Cases.PrintCases;

/// <summary>The work list as a PDF, as the address says it, with its filters at the head.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(ListForPaperHandler lists, ListWords words, ListPapers papers, PaperDesk desk, ICurrentUser me, Texts t) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var asked = CaseListAddress.Read(Request.QueryString.Value, DeskViews.Of(Request, me));
        var rows = await lists.CasesAsync(asked, cancellationToken);
        var filters = words.Chips(asked, await words.NamesAsync(asked, cancellationToken)).Select(c => c.Text);
        return await desk.PrintAsync(this, papers.Cases(words.Title(asked), filters, rows, desk.Printed), t["Wording.Paper.WorkListFile"], $"/desk?{CaseListAddress.Write(asked)}", PageFormat.A4Landscape, cancellationToken);
    }
}
