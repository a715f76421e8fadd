using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Documents.Contracts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Documents.TerminateContract;

/// <summary>Ends a contract before its end, with day and reason.</summary>
[Authorize(Policy = nameof(Permission.WriteDocuments))]
public sealed class IndexModel(ShowContractHandler show, TendContractHandler tend, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ContractView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && View is { MayWrite: true, Life.TerminatedOn: null, State: ContractState.InForce or ContractState.Upcoming } ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            try
            {
                await tend.TerminateAsync(Id, Version, On, Reason, cancellationToken);
                this.Notice(t["Documents.Contracts.TerminationKept"]);
                return Redirect($"/desk/contracts/{Id}");
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            }
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    private static string FieldOf(string key) => key switch
    {
        "Cases.Refusal.ReasonMissing" or "Documents.Refusal.ReasonTooLong" => nameof(Reason),
        "Documents.Refusal.TerminationDay" or "Documents.Refusal.TerminationDayMissing" => nameof(On),
        _ => "",
    };

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, cancellationToken) is not { } found)
            return false;
        View = found;
        return true;
    }
}
