using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Catalogue;

namespace ServiceDesk.Web.Pages.Public.Catalogue;

public sealed class HomeModel(ShowHomeHandler show) : PageModel
{
    public Home Home { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Home = await show.HandleAsync(cancellationToken);
}
