using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Web.Pages.Public.Surveys;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Surveys.EnterAnswers;

/// <summary>Answers entered for somebody else: a sheet of paper, or an interview. A tenth of the paper is entered twice and compared.</summary>
[Authorize(Policy = nameof(Permission.EnterSurveyAnswers))]
public sealed class IndexModel(EnterAnswersHandler enter, ShowSurveyHandler show, SubmitResponseHandler submit, ReadPaperAgainHandler paper, SurveyTickets tickets, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>How the answers come in.</summary>
    [BindProperty(SupportsGet = true, Name = "mode")]
    public SurveyMode? Mode { get; set; }

    /// <summary>The sheet read a second time; null when one is entered first.</summary>
    [BindProperty(SupportsGet = true, Name = "again")]
    public int? Again { get; set; }

    [BindProperty(Name = "sheet")]
    public int? Sheet { get; set; }

    [BindProperty(Name = "ticket")]
    public string? Ticket { get; set; }

    public EnterableWave Wave { get; private set; } = null!;

    public SurveyForm Form { get; private set; } = null!;

    public PaperState Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        (Ticket, Sheet) = (tickets.Issue(), Mode == SurveyMode.Paper ? Again ?? Paper.NextSheet : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Form = Form with { Values = f => [.. Request.Form[f].OfType<string>()], UnitId = Guid.TryParse(Request.Form["unit"], out var unit) ? unit : null };
        try
        {
            if (!ModelState.IsValid)
                return Page();
            if (Again is { } sheet)
            {
                var differences = await paper.HandleAsync(Id, sheet, f => Request.Form[f], cancellationToken);
                this.Notice(t["Surveys.Enter.ReadAgain", sheet, differences]);
                return Redirect($"/desk/surveys/{Id}/enter?mode=Paper");
            }

            var result = await submit.HandleAsync(
                new SubmitResponse
                {
                    WaveKey = Wave.Key,
                    ResponseId = tickets.Read(Ticket).Key ?? SurveyResponse.NewKey(),
                    Mode = Mode!.Value,
                    UnitId = Form.UnitId,
                    Language = t.Language,
                    SheetNumber = Mode == SurveyMode.Paper ? Sheet : null,
                    Sent = f => Request.Form[f],
                },
                cancellationToken);
            if (result.IsAccepted)
            {
                this.Notice(t["Surveys.Enter.Taken"]);
                return Redirect($"/desk/surveys/{Id}/enter?mode={Mode}");
            }

            Form = Form with { Faults = result.Faults };
            foreach (var fault in result.Faults)
            {
                var sentence = t[fault.Key, [.. fault.Arguments]];
                ModelState.AddModelError(fault.Field, Form.Questionnaire.Find(fault.QuestionNo) is { } q ? t["Surveys.Answer.Line", Form.PlaceOf(q), sentence] : sentence);
            }
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(refusal.Key is "Surveys.Refusal.SheetMissing" or "Surveys.Refusal.SheetTwice" or "Surveys.Refusal.SheetNotDrawn" ? "sheet" : "", t[refusal.Key, [.. refusal.Arguments]]);
        }

        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await enter.ListAsync(cancellationToken)).FirstOrDefault(w => w.Id == Id) is not { } wave || await show.PreviewAsync(Id, cancellationToken) is not { } survey)
            return false;
        Wave = wave;
        Mode = Again is not null ? SurveyMode.Paper : Mode is { } chosen && wave.Modes.Contains(chosen) ? chosen : wave.Modes[0];
        Form = SurveyForm.Empty(survey, t.Language);
        Paper = await paper.ShowAsync(Id, cancellationToken);
        return true;
    }
}
