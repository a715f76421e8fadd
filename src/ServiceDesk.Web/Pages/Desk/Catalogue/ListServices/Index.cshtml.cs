using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Catalogue.ListServices;

/// <summary>Services a client may name beside the topic.</summary>
[Authorize(Policy = nameof(Permission.ManageCatalogue))]
public sealed class IndexModel(ListTopicsHandler list, SaveServiceHandler save, Texts t) : PageModel
{
    public IReadOnlyList<ServiceRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await list.ServicesAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid? retire, Guid? offer, CancellationToken cancellationToken)
    {
        try
        {
            await save.OfferAsync(retire ?? offer ?? Guid.Empty, offered: retire is null, cancellationToken);
            this.Notice(t["Catalogue.Saved"]);
            return Redirect("/desk/topics/services");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            await OnGetAsync(cancellationToken);
            return Page();
        }
    }
}
