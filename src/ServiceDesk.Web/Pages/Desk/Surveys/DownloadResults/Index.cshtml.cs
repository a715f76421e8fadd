using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys.Results;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Surveys.DownloadResults;

/// <summary>Results as a file for a spreadsheet, with the same gaps as on the page.</summary>
[Authorize(Policy = nameof(Permission.SeeSurveyResults))]
public sealed class IndexModel(ShowResultsHandler show, ResultSheet rows, Texts t) : ResultPage
{
    [BindProperty(SupportsGet = true)]
    public string? Format { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (SheetFormat.Find(Format) is not { } format || Query() is not { } query || await show.HandleAsync(query, cancellationToken) is not { IsTold: true } results)
            return NotFound();
        return new SheetResult(format, $"{t["Results.Export.FileName"]}-{results.Wave.Wave.Key}", t["Results.Export.Sheet"], (sheet, token) => rows.WriteAsync(results, sheet, token));
    }
}
