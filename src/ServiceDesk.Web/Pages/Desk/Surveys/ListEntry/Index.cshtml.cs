using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys;

namespace ServiceDesk.Web.Pages.Desk.Surveys.ListEntry;

/// <summary>Open surveys whose answers may be entered for others.</summary>
[Authorize(Policy = nameof(Permission.EnterSurveyAnswers))]
public sealed class IndexModel(EnterAnswersHandler enter) : PageModel
{
    public IReadOnlyList<EnterableWave> Waves { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Waves = await enter.ListAsync(cancellationToken);
}
