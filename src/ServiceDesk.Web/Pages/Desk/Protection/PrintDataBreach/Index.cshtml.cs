using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Breaches;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Web.Pages.Desk.Protection.PrintDataBreach;

/// <summary>A personal-data breach on paper, with its whole chain of events: what the authority asks to see (GDPR art. 33(5)).</summary>
[Authorize(Policy = nameof(Permission.ManageDataBreaches))]
public sealed class IndexModel(ListDataBreachesHandler breaches, ICurrentUser me, TimeProvider time) : PageModel
{
    public DataBreach Item { get; private set; } = null!;

    public DateTimeOffset Now => time.GetUtcNow();

    public string PrintedBy => me.Name;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await breaches.ShowAsync(id, cancellationToken) is not { } item)
            return NotFound();
        Item = item;
        return Page();
    }
}
