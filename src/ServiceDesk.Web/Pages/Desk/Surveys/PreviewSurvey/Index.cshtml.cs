using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Web.Pages.Public.Surveys;

namespace ServiceDesk.Web.Pages.Desk.Surveys.PreviewSurvey;

/// <summary>A survey as respondents will see it, in any of its languages; nothing can be sent.</summary>
[Authorize(Policy = nameof(Permission.ManageSurveys))]
public sealed class IndexModel(ShowSurveyHandler show, Texts t) : PageModel
{
    [FromQuery(Name = "l")]
    public string? Chosen { get; set; }

    public SurveyForm Form { get; private set; } = null!;

    public Guid Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await show.PreviewAsync(id, cancellationToken) is not { } survey)
            return NotFound();
        (Id, Form) = (id, SurveyForm.Empty(survey, Texts.Languages.Contains(Chosen ?? "") ? Chosen! : t.Language));
        return Page();
    }
}
