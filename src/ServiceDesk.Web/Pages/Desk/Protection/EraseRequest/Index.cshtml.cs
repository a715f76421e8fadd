using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Rights;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.EraseRequest;

/// <summary>What erasure would take and what must stay and until when; then the step itself, confirmed by a tick.</summary>
[Authorize(Policy = nameof(Permission.HandlePersonRequests))]
public sealed class IndexModel(ErasePersonHandler erase, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Fingerprint of the plan that was read.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public bool Confirmed { get; set; }

    public ErasurePlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!Confirmed)
                throw new Refusal("Protection.Erase.NotConfirmed");
            await erase.EraseAsync(Id, Seen, cancellationToken);
        }
        catch (Refusal refusal) when (refusal.Key == "Protection.Refusal.NoCard")
        {
            return NotFound();
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(refusal.Key == "Protection.Erase.NotConfirmed" ? nameof(Confirmed) : "", t[refusal.Key, [.. refusal.Arguments]]);
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        }

        this.Notice(t["Protection.Erase.Done"]);
        return Redirect($"/desk/protection/requests/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await erase.PreviewAsync(Id, cancellationToken) is not { } plan)
            return false;
        Plan = plan;
        return true;
    }
}
