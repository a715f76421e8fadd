using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys.Results;

namespace ServiceDesk.Web.Pages.Desk.Surveys.CompareGroups;

/// <summary>One question by groups of respondents.</summary>
[Authorize(Policy = nameof(Permission.SeeSurveyResults))]
public sealed class IndexModel(CrossResultsHandler show) : ResultPage
{
    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    public CrossShown Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(new(Id, Item, ReadSplit(By) ?? default), cancellationToken) is not { } found)
            return NotFound();
        Shown = found;
        return Page();
    }
}
