using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Clients.CountHeardFrom;

/// <summary>How clients learnt of us, as bars.</summary>
[Authorize(Policy = nameof(Permission.RegisterCases))]
public sealed class IndexModel(CountHeardFromHandler count, ICurrentUser me) : PageModel
{
    public HeardFromFigures Figures { get; private set; } = null!;

    public int Most => Figures.Bars.Count == 0 ? 0 : Figures.Bars[0].Count;

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancellationToken)
    {
        if (!me.SeesAllClients())
            return Forbid();
        Figures = await count.HandleAsync(year, cancellationToken);
        return Page();
    }
}
