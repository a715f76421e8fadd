using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Documents.Reports;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.PrintBreachReport;

/// <summary>The report of a period as a PDF: of the house, or of a unit.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(ReportBreachesHandler report, ListPapers papers, PaperDesk desk, LocalTime local, TimeProvider time, Texts t) : PageModel
{
    public async Task<IActionResult> OnGetAsync(DateOnly? from, DateOnly? to, Guid? unit, CancellationToken cancellationToken)
    {
        var usual = ReportPeriod.HalfYear.Days(local.DateOf(time.GetUtcNow()));
        var (first, last) = (from ?? usual.From, to ?? usual.To);
        var back = $"/desk/breaches?from={first:yyyy-MM-dd}&to={last:yyyy-MM-dd}{(unit is { } only ? $"&unit={only}" : "")}";
        try
        {
            var figures = await report.HandleAsync(new ReportBreaches(first, last, unit), cancellationToken);
            var name = figures.UnitChoices.FirstOrDefault(u => u.Id == unit)?.Name;
            return await desk.PrintAsync(this, papers.Breaches(figures, first, last, name, desk.Printed), $"{t["Breaches.Export.FileName"]}-{first:yyyy-MM-dd}-{last:yyyy-MM-dd}", back, PageFormat.A4Landscape, cancellationToken);
        }
        catch (Refusal refusal)
        {
            this.Notice(t[refusal.Key, [.. refusal.Arguments]], NoticeKind.Failure);
            return Redirect("/desk/breaches");
        }
    }
}
