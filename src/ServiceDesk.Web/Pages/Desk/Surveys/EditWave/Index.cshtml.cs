using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Surveys.EditWave;

/// <summary>One wave: what is written of it, its questions, opening and closing.</summary>
[Authorize(Policy = nameof(Permission.ManageSurveys))]
public sealed class IndexModel(EditWaveHandler waves, CaseChoicesHandler choices, ICurrentUser me, IOptions<ServiceDeskOptions> options, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Version the page showed.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public WaveInput Input { get; set; } = new();

    [BindProperty]
    public DateOnly? ProlongUntil { get; set; }

    public KeptWave Kept { get; private set; } = null!;

    public SurveyWave Wave => Kept.Wave;

    public bool IsDraft => Wave.State == WaveState.Draft;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public bool MayEnter => me.May(Permission.EnterSurveyAnswers) && SubmitResponseHandler.Entered.Any(Wave.Modes.Contains);

    /// <summary>Where it is answered.</summary>
    public string Address => $"{options.Value.PublicAddress.TrimEnd('/')}/surveys/{Wave.Key}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        (Seen, Input, ProlongUntil) = (Wave.Version, WaveInput.Of(Wave), Wave.ClosesOn);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoAsync(() => waves.DescribeAsync(Id, Seen, Input.ToDetails(Wave), cancellationToken), "Surveys.Wave.Saved", cancellationToken);

    public Task<IActionResult> OnPostOpenAsync(CancellationToken cancellationToken) =>
        DoAsync(() => waves.OpenAsync(Id, Seen, cancellationToken), "Surveys.Wave.Opened", cancellationToken);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken) =>
        DoAsync(() => waves.CloseAsync(Id, cancellationToken), "Surveys.Wave.ClosedNow", cancellationToken);

    public Task<IActionResult> OnPostProlongAsync(CancellationToken cancellationToken) =>
        DoAsync(() => waves.ProlongAsync(Id, Seen, ProlongUntil ?? Wave.ClosesOn, cancellationToken), "Surveys.Wave.Prolonged", cancellationToken);

    public Task<IActionResult> OnPostMoveAsync(int? up, int? down, int? remove, CancellationToken cancellationToken) => DoAsync(
        () => remove is { } gone ? waves.RemoveQuestionAsync(Id, Seen, gone, cancellationToken) : waves.MoveQuestionAsync(Id, Seen, up ?? down ?? 0, up is not null, cancellationToken),
        null, cancellationToken, "#questions");

    private async Task<IActionResult> DoAsync(Func<Task> step, string? said, CancellationToken cancellationToken, string place = "")
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        try
        {
            if (ModelState.IsValid)
            {
                await step();
                if (said is not null)
                    this.Notice(t[said]);
                return Redirect($"/desk/surveys/{Id}/edit{place}");
            }
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
        }

        await LoadAsync(cancellationToken);
        // A step beside the form leaves the form as it was saved.
        if (Input.TitleLv is null && Input.Modes.Count == 0)
            Input = WaveInput.Of(Wave);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await waves.FindAsync(Id, cancellationToken) is not { } found)
            return false;
        Kept = found;
        Units = [.. (await choices.UnitsAsync(cancellationToken)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
        return true;
    }

    private static string FieldOf(string key) => key switch
    {
        "Surveys.Refusal.TitleMissing" or "Surveys.Refusal.TitleTooLong" => "Input.TitleLv",
        "Surveys.Refusal.DaysReversed" or "Surveys.Refusal.TooLong" => "Input.ClosesOn",
        "Surveys.Refusal.Population" => "Input.PopulationSize",
        _ => "",
    };
}
