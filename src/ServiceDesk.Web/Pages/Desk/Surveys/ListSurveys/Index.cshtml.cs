using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Surveys.ListSurveys;

/// <summary>All series of surveys with their waves; what is due.</summary>
[Authorize(Policy = nameof(Permission.SeeSurveyResults))]
public sealed class IndexModel(ListSurveysHandler list, EditWaveHandler waves, ICurrentUser me, PageAddresses pages, Texts t) : PageModel
{
    public IReadOnlyList<SeriesRow> Series { get; private set; } = [];

    public bool MayManage => me.May(Permission.ManageSurveys);

    /// <summary>Where a wave's results are shown.</summary>
    public bool HasResults => pages.Exists("/desk/surveys/{id:guid}");

    public async Task OnGetAsync(CancellationToken cancellationToken) => Series = await list.HandleAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid series, CancellationToken cancellationToken)
    {
        try
        {
            return Redirect($"/desk/surveys/{await waves.DraftAsync(series, cancellationToken)}/edit");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            await OnGetAsync(cancellationToken);
            return Page();
        }
    }
}
