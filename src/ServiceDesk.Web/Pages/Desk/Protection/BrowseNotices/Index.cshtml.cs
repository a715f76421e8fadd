using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Notices;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Protection.BrowseNotices;

/// <summary>The privacy notices of all collecting points.</summary>
[Authorize(Policy = nameof(Permission.ManagePrivacyNotices))]
public sealed class IndexModel(EditPrivacyNoticeHandler notices) : PageModel
{
    public IReadOnlyList<NoticePoint> Points { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Points = await notices.ListAsync(cancellationToken);
}
