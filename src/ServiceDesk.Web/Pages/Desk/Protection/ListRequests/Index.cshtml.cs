using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Requests;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Web.Pages.Desk.Protection.ListRequests;

/// <summary>The register of people's requests about their own data.</summary>
[Authorize(Policy = nameof(Permission.HandlePersonRequests))]
public sealed class IndexModel(ListPersonRequestsHandler list) : PageModel
{
    public const string Home = "/desk/protection/requests";

    [FromQuery]
    public bool All { get; set; }

    [FromQuery]
    public PersonRequestKind? Kind { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public PersonRequestsPage List { get; private set; } = null!;

    public string? Previous => Number > 1 ? Address(Number - 1) : null;

    public string? Next => List.HasMore ? Address(Number + 1) : null;

    public static string Look(PersonRequestState state) => state switch
    {
        PersonRequestState.Received => "state-new",
        PersonRequestState.InProgress => "state-work",
        PersonRequestState.Fulfilled => "state-done",
        _ => "state-wait",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        List = await list.HandleAsync(new ListPersonRequests(!All, Kind, Number), cancellationToken);
    }

    private string Address(int page) => $"{Home}?all={(All ? "true" : "false")}{(Kind is { } kind ? $"&kind={kind}" : "")}&p={page}";
}
