using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Documents.Contracts;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents.Contracts;

namespace ServiceDesk.Web.Pages.Desk.Documents.ListContracts;

/// <summary>Contracts, what expires next first.</summary>
[Authorize(Policy = nameof(Permission.SeeDocuments))]
public sealed class IndexModel(ListContractsHandler list) : PageModel
{
    [FromQuery(Name = "view")]
    public ContractsView Shown { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public ContractPage List { get; private set; } = null!;

    public string? PreviousPage => Number > 1 ? $"/desk/contracts?view={Shown}&p={Number - 1}" : null;

    public string? NextPage => List.HasMore ? $"/desk/contracts?view={Shown}&p={Number + 1}" : null;

    public static string Look(ContractState state) => state switch
    {
        ContractState.Draft => "state-new",
        ContractState.InApproval or ContractState.ToSign => "state-wait",
        ContractState.Upcoming => "state-interim",
        ContractState.InForce => "state-done",
        ContractState.Terminated => "state-failed",
        _ => "state-closed",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        List = await list.HandleAsync(Shown, Number, cancellationToken);
    }
}
