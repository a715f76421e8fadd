using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.ListImports;

/// <summary>Takes the file of an older register and tries it; earlier readings below. The framework keeps a large file on the disk, not in memory.</summary>
[Authorize(Policy = nameof(Permission.ImportRegisters))]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexModel(ListImportsHandler list, TryImportHandler tryImport, Texts t) : PageModel
{
    private const long MostBytes = 512L * 1024 * 1024;

    [BindProperty]
    public IFormFile? Register { get; set; }

    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Runs = await list.HandleAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Register is null)
                throw new Refusal("Cases.Import.FileMissing");
            await using var content = Register.OpenReadStream();
            var id = await tryImport.HandleAsync(new TryImport(Register.FileName, content), cancellationToken);
            return Redirect($"/desk/import/{id}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(nameof(Register), t[refusal.Key, [.. refusal.Arguments]]);
            await OnGetAsync(cancellationToken);
            return Page();
        }
    }
}
