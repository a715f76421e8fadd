using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Archive;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Archive.ExportNomenclature;

/// <summary>The nomenclature of a year as PDF, CSV or JSON.</summary>
[Authorize(Policy = nameof(Permission.FileDocuments))]
public sealed class IndexModel(ListNomenclaturesHandler list, ArchivePapers papers, Texts current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int year, [FromQuery] string? format, CancellationToken cancellationToken)
    {
        if (await list.OfAsync(year, cancellationToken) is not { } shown)
            return NotFound();
        var t = Texts.In("lv");
        List<DocumentFact> facts = [new(t["Archive.State"], t.Of(shown.State))];
        if (shown.State != NomenclatureState.Draft)
            facts.Add(new(t["Archive.ApprovedBy"], $"{shown.ApprovedBy}, {Dates.In("lv").Numeric(Dates.In("lv").DateOf(shown.ApprovedAt!.Value))}; {shown.Agreement}"));
        try
        {
            var made = await papers.MakeAsync(
                format, $"{t["Archive.Paper.NomenclatureFile"]}-{year}", new(t["Archive.Paper.Nomenclature"], t["Archive.YearTitle", $"{year}"], facts), await list.FilesAsync(year, cancellationToken), false, cancellationToken);
            return made is null ? NotFound() : new ArchiveExportResult(made);
        }
        catch (Refusal refusal)
        {
            this.Notice(current[refusal.Key, [.. refusal.Arguments]], NoticeKind.Failure);
            return Redirect($"/desk/archive/{year}");
        }
    }
}
