using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk;

/// <summary>Takes a file of a kind and tries it; earlier readings below. The framework keeps a large file on the disk, not in memory.</summary>
public abstract class ImportListPage(ImportKind kind, ListImportsHandler list, TryImportHandler tryImport, Texts t) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public ImportWords Words { get; } = ImportWords.Of(kind);

    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Runs = await list.HandleAsync(kind, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Upload is null)
                throw new Refusal("Cases.Import.FileMissing");
            await using var content = Upload.OpenReadStream();
            return Redirect($"{Words.Address}/{await tryImport.HandleAsync(new TryImport(kind, Upload.FileName, content), cancellationToken)}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(nameof(Upload), t[refusal.Key, [.. refusal.Arguments]]);
            await OnGetAsync(cancellationToken);
            return Page();
        }
    }
}
