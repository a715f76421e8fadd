using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Public.Deadlines.ShowPromises;

/// <summary>The published standard: what clients may count on, with the clause of each promise.</summary>
public sealed class IndexModel(StandardProvider standards, LocalTime local, TimeProvider time) : PageModel
{
    public Rulebook Rulebook { get; private set; } = null!;

    /// <summary>What the law says today, submissions first.</summary>
    public IReadOnlyList<StatutoryTerm> Law { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        Rulebook = await standards.GetAsync(today, cancellationToken);
        Law = [.. Rulebook.Statute.Where(s => s.HoldsOn(today)).OrderByDescending(s => s.Rule.FormalOnly).ThenByDescending(s => s.Rule.Starts == RuleStart.Receipt)];
    }
}
