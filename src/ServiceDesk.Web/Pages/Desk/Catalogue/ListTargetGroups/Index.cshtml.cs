using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Catalogue.ListTargetGroups;

/// <summary>Target groups of clients: their order, how many clients are in each, which are offered.</summary>
[Authorize(Policy = nameof(Permission.ManageCatalogue))]
public sealed class IndexModel(TargetGroupsHandler groups, Texts t) : PageModel
{
    public IReadOnlyList<TargetGroupRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await groups.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid? up, Guid? down, Guid? retire, Guid? offer, CancellationToken cancellationToken)
    {
        try
        {
            if (up is { } higher)
                await groups.MoveAsync(higher, Direction.Up, cancellationToken);
            else if (down is { } lower)
                await groups.MoveAsync(lower, Direction.Down, cancellationToken);
            else
                await groups.OfferAsync(retire ?? offer ?? Guid.Empty, offered: retire is null, cancellationToken);
            this.Notice(t["Catalogue.Saved"]);
            return Redirect("/desk/target-groups");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            await OnGetAsync(cancellationToken);
            return Page();
        }
    }
}
