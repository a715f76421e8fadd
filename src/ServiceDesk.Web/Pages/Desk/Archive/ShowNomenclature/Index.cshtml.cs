using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Archive;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Archive.ShowNomenclature;

/// <summary>The nomenclature of a year: its files, its approval, its closing.</summary>
[Authorize(Policy = nameof(Permission.FileDocuments))]
public sealed class IndexModel(ListNomenclaturesHandler list, KeepNomenclatureHandler keep, ArchiveDesk desk, Texts t) : PageModel
{
    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public string? Agreement { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public NomenclatureRow Shown { get; private set; } = null!;

    public IReadOnlyList<ArchiveFileRow> Files { get; private set; } = [];

    public bool MayClose => desk.Today.Year > Year;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? step, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        try
        {
            if (step == "close")
                this.Notice(t.Plural("Archive.YearClosed", await keep.CloseYearAsync(Year, Version, cancellationToken)));
            else
            {
                await keep.ApproveAsync(Year, Agreement, Version, cancellationToken);
                this.Notice(t["Archive.Approved"]);
            }

            return Redirect($"/desk/archive/{Year}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(refusal.Key == "Archive.Refusal.AgreementMissing" ? nameof(Agreement) : "", t[refusal.Key, [.. refusal.Arguments]]);
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await list.OfAsync(Year, cancellationToken) is not { } found)
            return false;
        (Shown, Files) = (found, await list.FilesAsync(Year, cancellationToken));
        return true;
    }
}
