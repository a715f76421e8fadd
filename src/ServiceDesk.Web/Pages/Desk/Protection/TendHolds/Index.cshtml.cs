using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Retention;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.TendHolds;

/// <summary>Records that must stay whatever their term: placed by number, lifted with a reason.</summary>
[Authorize(Policy = nameof(Permission.ApproveRetention))]
public sealed class IndexModel(KeepHoldsHandler holds, Texts t) : PageModel
{
    [FromQuery]
    public Guid? Lift { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<HoldRow> Holds { get; private set; } = [];

    /// <summary>The hold about to be lifted.</summary>
    public HoldRow? Lifted => Holds.FirstOrDefault(h => h.Id == Lift && h.LiftedAt is null);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Holds = await holds.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? step, CancellationToken cancellationToken)
    {
        try
        {
            if (step == "lift" && Lift is { } id)
                await holds.LiftAsync(id, Reason, cancellationToken);
            else
                await holds.PlaceAsync(Number, Reason, cancellationToken);
            this.Notice(t["Protection.Saved"]);
            return Redirect("/desk/protection/retention/holds");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            Holds = await holds.ListAsync(cancellationToken);
            return Page();
        }
    }

    private static string FieldOf(string refusal) => refusal switch
    {
        "Protection.Refusal.NumberMissing" or "Protection.Refusal.NumberUnknown" or "Protection.Refusal.OnHold" => nameof(Number),
        "Protection.Refusal.ReasonMissing" => nameof(Reason),
        _ => "",
    };
}
