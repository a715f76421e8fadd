using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Archive;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Archive.ListNomenclatures;

/// <summary>The years of the archive; begins the nomenclature of another.</summary>
[Authorize(Policy = nameof(Permission.FileDocuments))]
public sealed class IndexModel(ListNomenclaturesHandler list, KeepNomenclatureHandler keep, ArchiveDesk desk, Texts t) : PageModel
{
    [BindProperty]
    public int? Year { get; set; }

    [BindProperty]
    public bool Copy { get; set; } = true;

    public IReadOnlyList<NomenclatureRow> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Years = await list.HandleAsync(cancellationToken);
        Year = Math.Max(desk.Today.Year, Years.Count > 0 ? Years[0].Year + 1 : 0);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            var copied = await keep.BeginAsync(Year ?? 0, Copy, cancellationToken);
            this.Notice(t.Plural("Archive.Begun", copied));
            return Redirect($"/desk/archive/{Year}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(nameof(Year), t[refusal.Key, [.. refusal.Arguments]]);
            Years = await list.HandleAsync(cancellationToken);
            return Page();
        }
    }
}
