using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys.Results;

namespace ServiceDesk.Web.Pages.Desk.Surveys.BrowseResults;

/// <summary>Results of a wave: of everybody, or of one group.</summary>
[Authorize(Policy = nameof(Permission.SeeSurveyResults))]
public sealed class IndexModel(ShowResultsHandler show, ResultReader reader) : ResultPage
{
    public WaveResults Results { get; private set; } = null!;

    public bool SeesHouse => reader.SeesHouse;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Query() is not { } query || await show.HandleAsync(query, cancellationToken) is not { } found)
            return NotFound();
        Results = found;
        return Page();
    }
}
