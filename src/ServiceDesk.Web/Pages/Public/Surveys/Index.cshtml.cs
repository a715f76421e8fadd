using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Surveys;

namespace ServiceDesk.Web.Pages.Public.Surveys;

/// <summary>Surveys anybody may answer now.</summary>
public sealed class IndexModel(ShowSurveyHandler show) : PageModel
{
    public IReadOnlyList<OfferedSurvey> Open { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Open = await show.OfferedAsync(cancellationToken);
}
