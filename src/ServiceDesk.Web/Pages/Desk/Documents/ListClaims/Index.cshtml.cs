using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Documents.Claims;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents.Claims;

namespace ServiceDesk.Web.Pages.Desk.Documents.ListClaims;

/// <summary>Claims both ways, what is due next first.</summary>
[Authorize(Policy = nameof(Permission.SeeDocuments))]
public sealed class IndexModel(ListClaimsHandler list) : PageModel
{
    [FromQuery(Name = "view")]
    public ClaimsView Shown { get; set; }

    [FromQuery(Name = "side")]
    public ClaimsSide Side { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public ClaimPage List { get; private set; } = null!;

    public string? PreviousPage => Number > 1 ? Href(Shown, Side, Number - 1) : null;

    public string? NextPage => List.HasMore ? Href(Shown, Side, Number + 1) : null;

    public static string Href(ClaimsView view, ClaimsSide side, int page = 1) => $"/desk/claims?view={view}&side={side}{(page > 1 ? $"&p={page}" : "")}";

    public static string Look(ClaimState state) => state switch
    {
        ClaimState.Draft => "state-new",
        ClaimState.AwaitingAnswer => "state-wait",
        ClaimState.ToSettle => "state-interim",
        ClaimState.Settled => "state-done",
        ClaimState.Refused or ClaimState.Disputed => "state-failed",
        _ => "state-closed",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        List = await list.HandleAsync(Shown, Side, Number, cancellationToken);
    }
}
