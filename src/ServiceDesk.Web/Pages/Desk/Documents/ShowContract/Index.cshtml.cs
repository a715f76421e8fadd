using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Circulation;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Documents.Contracts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Pages.Desk.Documents.CirculateDocument;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Documents.ShowContract;

/// <summary>The life of one contract: the route of its draft, obligations, who looks after it, amendments, claims.</summary>
[Authorize(Policy = nameof(Permission.SeeDocuments))]
public sealed class IndexModel(ShowContractHandler show, TendContractHandler tend, ShowRoutesHandler routes, DocumentDesk desk, ICurrentUser user, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public ObligationInput Owed { get; set; } = new();

    [BindProperty]
    public Guid? OwnerId { get; set; }

    public ContractView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>The route of the draft.</summary>
    public RoutePanel Route { get; private set; } = null!;

    public DateOnly Today => desk.Today;

    public bool MayTell(ContractObligation owed) => owed.DoneOn is null && (View.MayWrite || owed.OwnerId == user.EmployeeId);

    public string NameOf(Guid person) => View.People.FirstOrDefault(p => p.Id == person)?.Name ?? "–";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostOweAsync(CancellationToken cancellationToken) => TakeAsync(
        () => tend.OweAsync(Id, Version, Owed.What, Owed.OwnerId, Owed.DueOn, cancellationToken), "Documents.Contracts.ObligationKept",
        key => key switch { "Documents.Refusal.OwnerMissing" => "Owed.OwnerId", "Documents.Refusal.DueMissing" => "Owed.DueOn", "Documents.Refusal.ObligationMissing" or "Cases.Refusal.TextTooLong" => "Owed.What", _ => "" },
        cancellationToken);

    public Task<IActionResult> OnPostDoneAsync(Guid obligation, CancellationToken cancellationToken) =>
        TakeAsync(() => tend.DoneAsync(Id, obligation, cancellationToken), "Documents.Contracts.ObligationDone", _ => "", cancellationToken);

    public Task<IActionResult> OnPostGiveAsync(CancellationToken cancellationToken) =>
        TakeAsync(() => tend.GiveAsync(Id, Version, OwnerId, cancellationToken), "Documents.Contracts.OwnerKept", _ => nameof(OwnerId), cancellationToken);

    private async Task<IActionResult> TakeAsync(Func<Task> step, string done, Func<string, string> fieldOf, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            try
            {
                await step();
                this.Notice(t[done]);
                return Redirect($"/desk/contracts/{Id}");
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError(fieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            }
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, cancellationToken) is not { } found)
            return false;
        View = found;
        People = found.People.ByUnit();
        Route = new RoutePanel(found.Document, await routes.HandleAsync(found.Document.Document, cancellationToken));
        OwnerId ??= found.Life.OwnerId;
        return true;
    }

    public sealed class ObligationInput
    {
        public string? What { get; set; }

        public Guid? OwnerId { get; set; }

        public DateOnly? DueOn { get; set; }
    }
}
