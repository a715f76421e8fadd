using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Breaches;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.BrowseDataBreaches;

/// <summary>The register of personal-data breaches.</summary>
[Authorize(Policy = nameof(Permission.ManageDataBreaches))]
public sealed class IndexModel(ListDataBreachesHandler list, LocalTime local, TimeProvider time) : PageModel
{
    [FromQuery]
    public DataBreachState? State { get; set; }

    [FromQuery]
    public int? Year { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public DataBreachPage List { get; private set; } = null!;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public DateOnly Today => local.DateOf(Now);

    public string? PreviousPage => Number > 1 ? Address("/desk/protection/breaches", $"p={Number - 1}") : null;

    public string? NextPage => Number * ListDataBreachesHandler.PageSize < List.Total ? Address("/desk/protection/breaches", $"p={Number + 1}") : null;

    /// <summary>An address with the filter and something more.</summary>
    public string Address(string path, string more) => $"{path}?{string.Join('&', new[] { State is { } s ? $"state={s}" : null, Year is { } y ? $"year={y}" : null, more }.OfType<string>())}";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        List = await list.HandleAsync(new(State, Year, Number), cancellationToken);
    }
}
