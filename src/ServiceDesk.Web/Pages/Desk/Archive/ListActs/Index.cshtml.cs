using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Archive.Acts;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Archive.ListActs;

/// <summary>Acts of the archive, and approved lists that wait for one.</summary>
[Authorize(Policy = nameof(Permission.FileDocuments))]
public sealed class IndexModel(ListArchiveActsHandler list) : PageModel
{
    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public ArchiveActPage List { get; private set; } = null!;

    public string? PreviousPage => Number > 1 ? $"/desk/archive/acts?p={Number - 1}" : null;

    public string? NextPage => List.HasMore ? $"/desk/archive/acts?p={Number + 1}" : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        List = await list.HandleAsync(Number, cancellationToken);
    }
}
