using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Surveys.PrintPoster;

/// <summary>A poster with the code that leads to a survey, as PDF.</summary>
[Authorize(Policy = nameof(Permission.ManageSurveys))]
public sealed class IndexModel(EditWaveHandler waves, DocumentPrinter printer, IOptions<ServiceDeskOptions> options, TimeProvider time, Texts t) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? u, CancellationToken cancellationToken)
    {
        if (await waves.FindAsync(id, cancellationToken) is not { } found)
            return NotFound();
        var wave = found.Wave;
        var title = wave.Title.In(t.Language);
        var address = $"{options.Value.PublicAddress.TrimEnd('/')}/surveys/{wave.Key}{(u is { } unit && wave.UnitIds.Contains(unit) ? $"?u={unit}" : "")}";
        try
        {
            var file = await printer.PrintAsync(new SurveyPoster(title, wave.Intro.In(t.Language), address, wave.ClosesOn), new DocumentSheet(title, t.Language, time.GetUtcNow()), cancellationToken);
            return File(file.Content, PdfFile.MediaType, $"{wave.Key}.pdf");
        }
        catch (Refusal refusal)
        {
            this.Notice(t[refusal.Key, [.. refusal.Arguments]], NoticeKind.Failure);
            return Redirect($"/desk/surveys/{id}/edit");
        }
    }
}
