using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.Overview;

/// <summary>The data-protection officer's start page: what is due by its clock, and the way to everything else.</summary>
[Authorize(Policy = nameof(Permission.KeepProcessingRecord))]
public sealed class IndexModel(ShowProtectionHandler show, LocalTime local, TimeProvider time) : PageModel
{
    public ProtectionView View { get; private set; } = null!;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public DateOnly Today => local.DateOf(Now);

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await show.HandleAsync(cancellationToken);
}
