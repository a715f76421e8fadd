using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Retention;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.BrowseRetention;

/// <summary>Lists of records past their term; a button looks for more without waiting for the night.</summary>
[Authorize(Policy = nameof(Permission.ApproveRetention))]
public sealed class IndexModel(ListRetentionHandler list, ProposeRetentionHandler propose, Texts t) : PageModel
{
    public IReadOnlyList<RetentionListRow> Lists { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lists = await list.HandleAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var found = await propose.HandleAsync(cancellationToken);
        this.Notice(found == 0 ? t["Protection.Retention.NothingFound"] : t.Plural("Protection.Retention.Found", found), found == 0 ? NoticeKind.Info : NoticeKind.Success);
        return Redirect("/desk/protection/retention");
    }
}
