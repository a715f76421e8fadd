using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Public.Deadlines.ShowPromises;

/// <summary>The published standard: what clients may count on, with the clause of each promise.</summary>
public sealed class IndexModel(StandardProvider standards, LocalTime local, TimeProvider time) : PageModel
{
    public Rulebook Rulebook { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Today = local.DateOf(time.GetUtcNow());
        Rulebook = await standards.GetAsync(Today, cancellationToken);
    }
}
