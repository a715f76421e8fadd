using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Quality.Improvements;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Quality;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Quality.ProposeImprovement;

/// <summary>
/// Proposes an improvement, from any screen: <c>at</c> is the page it was seen on; <c>source</c>, <c>of</c> and <c>label</c> name the thing
/// where the page alone does not.
/// </summary>
[Authorize(Policy = nameof(Permission.ProposeImprovements))]
public sealed class IndexModel(ProposeImprovementHandler propose, ImprovementThings things, CaseChoicesHandler choices, ICurrentUser me, Texts t) : ImprovementFieldsPage(choices, t)
{
    [FromQuery(Name = "at")]
    public string? Screen { get; set; }

    [FromQuery(Name = "source")]
    public ImprovementOrigin Origin { get; set; }

    [FromQuery(Name = "of")]
    public Guid? ThingId { get; set; }

    [FromQuery]
    public string? Label { get; set; }

    /// <summary>What it comes of; null for an observation.</summary>
    public ImprovementThing? Thing { get; private set; }

    /// <summary>Where somebody came from.</summary>
    public string Back => ImprovementThings.Path(Screen) ?? Thing?.Address ?? "/desk/improvements";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        (Input.Token, Input.UnitId, Input.IsRestricted) = (Guid.CreateVersion7(), Thing?.UnitId ?? me.UnitId, Thing is { IsRestricted: true });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Input.UnitId is null)
            ModelState.AddModelError("Input.UnitId", T["Quality.Refusal.UnitMissing"]);
        if (!NumbersAreRight())
            return Page();
        try
        {
            var (id, number) = await propose.HandleAsync(
                new(Input.Token, new ImprovementSource(Origin, ThingId, Label, Screen), Input.UnitId!.Value, Input.ToPlan(), Input.IsRestricted), cancellationToken);
            this.Notice(T["Quality.Propose.Done", number]);
            return Redirect($"/desk/improvements/{id}");
        }
        catch (Refusal refusal)
        {
            Show(refusal);
            return Page();
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await LoadUnitsAsync(cancellationToken);
        Thing = await things.FindAsync(Origin, ThingId, cancellationToken) ?? await things.OnScreenAsync(Screen, cancellationToken);
    }
}
