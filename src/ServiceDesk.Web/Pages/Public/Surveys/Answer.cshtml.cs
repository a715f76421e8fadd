using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Surveys;

/// <summary>A survey as anybody answers it: one page or question by question, with or without scripts, by a personal link or on a kiosk.</summary>
/// <remarks>Nobody is signed in here and no cookie is needed: the sealed ticket stands for the form's token.</remarks>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(RateLimits.SurveyPolicy)]
[ResponseCache(NoStore = true)]
public sealed class AnswerModel(
    ShowSurveyHandler show, SubmitResponseHandler submit, KeepAnswersHandler keep, SurveyTickets tickets, IOptions<ServiceDeskOptions> options, Texts t) : PageModel
{
    [FromRoute]
    public string Key { get; set; } = "";

    /// <summary>Token of a personal link.</summary>
    [FromRoute]
    public string? Token { get; set; }

    /// <summary>On a device at a service point: without the site around it, and empty again for the next one.</summary>
    [FromQuery(Name = "kiosk")]
    public bool IsKiosk { get; set; }

    /// <summary>Secret under which the answers were kept.</summary>
    [FromQuery(Name = "c")]
    public string? Secret { get; set; }

    /// <summary>The unit, as a poster or a kiosk says it.</summary>
    [FromQuery(Name = "u")]
    public Guid? AtUnit { get; set; }

    [FromForm(Name = "ticket")]
    public string? Ticket { get; set; }

    [FromForm(Name = "step")]
    public int Step { get; set; }

    [FromForm(Name = "go")]
    public string? Go { get; set; }

    /// <summary>A field people do not see and programs fill in.</summary>
    [FromForm(Name = "website")]
    public string? Website { get; set; }

    public SurveyForm Form { get; private set; } = null!;

    /// <summary>The address under which the answers were kept just now.</summary>
    public string? KeptAt { get; private set; }

    /// <summary>Whether the question shown is the last.</summary>
    public bool IsLast { get; private set; } = true;

    public AskedSurvey Survey => Form.Survey;

    private SurveyMode Mode => Token is not null ? SurveyMode.Personal : IsKiosk ? SurveyMode.Kiosk : SurveyMode.Online;

    /// <summary>The address of this form, with the way it is answered.</summary>
    public string Here(string? more = null) => "/surveys/" + Uri.EscapeDataString(Key) + (Token is null ? "" : "/" + Uri.EscapeDataString(Token)) + more
        + QueryString.Create(new Dictionary<string, string?> { ["kiosk"] = IsKiosk ? "true" : null, ["u"] = AtUnit?.ToString(), ["c"] = Secret }.Where(p => p.Value is not null));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Key, Mode, Token, cancellationToken) is not { } survey)
            return NotFound();
        var kept = await keep.FindAsync(Key, Secret, cancellationToken);
        Form = SurveyForm.Of(survey, t.Language, kept?.Sheet ?? new AnswerSheet(), kept?.UnitId ?? AtUnit);
        if (survey.IsStepwise)
            Turn(Asked(kept?.Sheet ?? new AnswerSheet()).FirstOrDefault());
        Ticket = tickets.Issue();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Key, Mode, null, cancellationToken) is not { } survey)
            return NotFound();
        var unit = Guid.TryParse(Request.Form["unit"], out var chosen) ? chosen : AtUnit;
        Form = new SurveyForm(survey with { Closed = null }, t.Language, f => [.. Request.Form[f].OfType<string>()], []) { UnitId = unit };
        var (key, problem) = tickets.Read(Ticket);
        if (key is null)
            Ticket = tickets.Issue();
        try
        {
            return Go switch
            {
                "keep" => await KeepAsync(cancellationToken),
                "back" or "next" when survey.IsStepwise && Walk() => Page(),
                _ => await SendAsync(key, problem, cancellationToken),
            };
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            Stay();
            return Page();
        }
    }

    private async Task<IActionResult> SendAsync(Guid? key, string? problem, CancellationToken cancellationToken)
    {
        problem ??= string.IsNullOrEmpty(Website) ? null : "Surveys.Answer.TrapFilled";
        if (problem is not null)
        {
            ModelState.AddModelError("", t[problem]);
            Stay();
            return Page();
        }

        var result = await submit.HandleAsync(
            new SubmitResponse { WaveKey = Key, ResponseId = key!.Value, Mode = Mode, UnitId = Form.UnitId, Token = Token, Language = t.Language, DraftSecret = Secret, Sent = f => Request.Form[f] },
            cancellationToken);
        if (result.IsAccepted)
            return Redirect($"/surveys/{Uri.EscapeDataString(Key)}/thanks" + (IsKiosk ? $"?kiosk=true&u={AtUnit}" : ""));
        Say(result.Faults);
        if (Survey.IsStepwise)
            Turn(Form.Questionnaire.Find(result.Faults[0].QuestionNo) ?? Form.Questionnaire.Questions[0]);
        return Page();
    }

    private async Task<IActionResult> KeepAsync(CancellationToken cancellationToken)
    {
        Secret = await keep.HandleAsync(new(Key, Mode, Secret, Form.UnitId, f => Request.Form[f]), cancellationToken);
        KeptAt = options.Value.PublicAddress.TrimEnd('/') + Here();
        Stay();
        return Page();
    }

    /// <summary>One question on or back. False when the last is answered.</summary>
    private bool Walk()
    {
        var read = AnswerReader.Read(Form.Questionnaire, Form.UnitId, f => Request.Form[f]);
        var asked = Asked(read.Sheet);
        var place = asked.FindIndex(q => q.No == Step);
        if (Go == "back")
        {
            Turn(asked[Math.Max(0, place - 1)], asked);
            return true;
        }

        if (read.Faults.Where(f => f.QuestionNo == Step).ToList() is { Count: > 0 } faults)
        {
            Say(faults);
            Turn(asked[Math.Max(0, place)], asked);
            return true;
        }

        if (place >= asked.Count - 1)
            return false;
        Turn(asked[place + 1], asked);
        return true;
    }

    private List<SurveyQuestion> Asked(AnswerSheet sheet) => [.. Form.Questionnaire.Questions.Where(q => Form.Questionnaire.Asks(q, sheet, Form.UnitId))];

    private void Stay()
    {
        if (Survey.IsStepwise)
            Turn(Form.Questionnaire.Find(Step) ?? Form.Questionnaire.Questions[0]);
    }

    private void Turn(SurveyQuestion? question, List<SurveyQuestion>? asked = null)
    {
        Form = Form with { Step = question };
        Step = question?.No ?? 0;
        IsLast = question is null || asked is null ? Form.Questionnaire.Questions.Count == 1 : asked[^1].No == question.No;
        ModelState.Remove("step");
    }

    private void Say(IReadOnlyList<AnswerFault> faults)
    {
        Form = Form with { Faults = faults };
        foreach (var fault in faults)
        {
            var sentence = t[fault.Key, [.. fault.Arguments]];
            ModelState.AddModelError(fault.Field, Form.Questionnaire.Find(fault.QuestionNo) is { } q ? t["Surveys.Answer.Line", Form.PlaceOf(q), sentence] : sentence);
        }
    }
}
