using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Correspondence.ListPreparedTexts;

/// <summary>Letter templates, text modules or useful links: what there is, and who changed it last.</summary>
[Authorize(Policy = nameof(Permission.ManageTemplates))]
public sealed class IndexModel(ShowPreparedTextsHandler show) : PageModel
{
    public PreparedTextKind Sort => PreparedTextPages.SortOf(Request.Path);

    public IReadOnlyList<PreparedTextRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await show.ListAsync(Sort, cancellationToken);
}
