using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Retention;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Web.Pages.Desk.Protection.BrowseTerms;

/// <summary>How long each kind of record is kept.</summary>
[Authorize(Policy = nameof(Permission.ApproveRetention))]
public sealed class IndexModel(SaveRetentionRuleHandler rules) : PageModel
{
    public IReadOnlyList<RetentionRule> Rules { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rules = await rules.ListAsync(cancellationToken);
}
