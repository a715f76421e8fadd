using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Archive;
using ServiceDesk.Application.Archive.Acts;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Archive.ExportAct;

/// <summary>The files of an act as CSV or JSON; the paper is the document itself.</summary>
[Authorize(Policy = nameof(Permission.FileDocuments))]
public sealed class IndexModel(ListArchiveActsHandler acts, ListNomenclaturesHandler list, ArchivePapers papers) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] string? format, CancellationToken cancellationToken)
    {
        if (format is not ("csv" or "json") || await acts.OfAsync(id, cancellationToken) is not { } act)
            return NotFound();
        var (t, dates) = (Texts.In("lv"), Dates.In("lv"));
        List<DocumentFact> facts =
        [
            new(t["Archive.Date"], dates.Numeric(act.DatedOn)),
            new(t["Archive.ArchivesAgreement"], act.Agreement ?? ""),
            new(t["Archive.Manifest"], act.ManifestSha256 ?? ""),
            new(t["Archive.CarriedOut"], act.CarriedOutAt is { } at ? $"{act.CarriedOutBy}, {dates.StampWithYear(at)}" : ""),
        ];
        var files = await list.FilesAsync(await acts.FilesOfAsync(id, cancellationToken), cancellationToken);
        var made = await papers.MakeAsync(format, $"{t.Of(act.Kind)}-{act.Number.Replace('/', '-')}", new(t.Of(act.Kind), act.Number, facts), files, true, cancellationToken);
        return new ArchiveExportResult(made!);
    }
}
