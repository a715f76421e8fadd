using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.BrowseBreaches;

/// <summary>The breaches behind a number of the report.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(ListBreachesHandler listBreaches, LocalTime local, TimeProvider time) : BreachFilterPage
{
    /// <summary>Last row of the page before: due date and key.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public BreachPage Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Found = await listBreaches.HandleAsync(Query(local.DateOf(time.GetUtcNow())) with { After = Key(After) }, cancellationToken);

    /// <summary>This list with another state, from its beginning; or its next page.</summary>
    public string Link(string? state, BreachKey? after = null) =>
        Address("/desk/breaches/list", state) + (after is null ? "" : $"&after={after.DueOn:yyyy-MM-dd}_{after.Id}");

    private static BreachKey? Key(string? text) =>
        text?.Split('_') is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dueOn) && Guid.TryParse(id, out var key)
            ? new BreachKey(dueOn, key)
            : null;
}
