using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Staff;

namespace ServiceDesk.Web.Pages.Public.Catalogue;

public sealed class ContactsModel(ListUnitContactsHandler units) : PageModel
{
    public IReadOnlyList<UnitContact> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Units = await units.HandleAsync(cancellationToken);
}
