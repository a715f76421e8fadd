using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Web.Pages.Public.Surveys;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Surveys.EditQuestion;

/// <summary>One question of a wave, with how it will look. In an open wave only its words change, with a note.</summary>
[Authorize(Policy = nameof(Permission.ManageSurveys))]
public sealed class IndexModel(EditWaveHandler waves, ShowSurveyHandler show, CaseChoicesHandler choices, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Number of the question; null for a new one.</summary>
    [FromRoute(Name = "number")]
    public int? No { get; set; }

    /// <summary>Version the page showed.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public QuestionInput Input { get; set; } = new();

    [BindProperty]
    public string? Note { get; set; }

    public SurveyWave Wave { get; private set; } = null!;

    public SurveyQuestion? Question { get; private set; }

    public bool IsDraft => Wave.State == WaveState.Draft;

    /// <summary>The question as respondents see it.</summary>
    public (SurveyForm Form, SurveyQuestion Question)? Preview { get; private set; }

    public IReadOnlyList<SelectListItem> Earlier { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Types { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Purposes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Seen = Wave.Version;
        Input = Question is { } question ? QuestionInput.Of(question) : new QuestionInput { Key = $"q{Wave.Questionnaire.NextNo}" };
        if (Question is { } shown)
            await LookAsync(shown, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? go, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var question = Input.ToQuestion(Question?.No ?? Wave.Questionnaire.NextNo, Question);
        try
        {
            if (ModelState.IsValid && go == "look")
            {
                // What cannot stand in the questionnaire cannot be shown either.
                _ = new Questionnaire([.. Wave.Questionnaire.Questions.TakeWhile(q => q.No != question.No), question]);
                await LookAsync(question, cancellationToken);
            }
            else if (ModelState.IsValid)
            {
                await waves.SaveQuestionAsync(Id, Seen, question, Note, cancellationToken);
                this.Notice(t["Surveys.Wave.Saved"]);
                return Redirect($"/desk/surveys/{Id}/edit#questions");
            }
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
        }

        return Page();
    }

    private async Task LookAsync(SurveyQuestion question, CancellationToken cancellationToken)
    {
        if (await show.PreviewAsync(Id, cancellationToken) is { } survey)
            Preview = (SurveyForm.Empty(survey with { Questionnaire = new Questionnaire([question with { ShowIf = null }]) }, t.Language), question with { ShowIf = null });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await waves.FindAsync(Id, cancellationToken) is not { } found)
            return false;
        Wave = found.Wave;
        Question = No is { } no ? Wave.Questionnaire.Find(no) : null;
        if ((No is not null && Question is null) || (No is null && !IsDraft))
            return false;
        Earlier = [.. Wave.Questionnaire.Questions.TakeWhile(q => q.No != No).Where(q => !q.IsText)
            .Select(q => new SelectListItem($"{q.Text.In(t.Language)} ({string.Join(", ", q.Options.Select(o => $"{o.No} = {o.Text.In(t.Language)}"))})", q.Key))];
        Types = [.. Enum.GetValues<QuestionType>().Select(x => new SelectListItem(t.Of(x), x.ToString()))];
        Purposes = [.. Enum.GetValues<QuestionPurpose>().Select(x => new SelectListItem(t.Of(x), x.ToString()))];
        Units = [.. (await choices.UnitsAsync(cancellationToken)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
        return true;
    }

    private static string FieldOf(string key) => key switch
    {
        "Surveys.Refusal.QuestionNeedsText" or "Surveys.Refusal.QuestionTooLong" => "Input.TextLv",
        "Surveys.Refusal.KeyForm" or "Surveys.Refusal.KeyTwice" => "Input.Key",
        "Surveys.Refusal.TwoOptions" or "Surveys.Refusal.TwoBoxes" or "Surveys.Refusal.OptionTwice" => "Input.Options",
        "Surveys.Refusal.RowsMissing" => "Input.Rows",
        "Surveys.Refusal.Condition" => "Input.ShowIfKey",
        "Surveys.Refusal.Hours" => "Input.FromHour",
        "Surveys.Refusal.Bounds" => "Input.Least",
        "Surveys.Refusal.NoteMissing" => "Note",
        _ => "",
    };
}
