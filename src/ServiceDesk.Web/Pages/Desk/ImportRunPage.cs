using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk;

/// <summary>One reading of a file: its progress, its report, and after a trial the button that takes the records over.</summary>
public abstract class ImportRunPage(ImportKind kind, ShowImportHandler show, ConfirmImportHandler confirm, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ImportWords Words { get; } = ImportWords.Of(kind);

    public ShownImport Shown { get; private set; } = null!;

    public bool IsUnderWay => Shown.Run.State is ImportState.Waiting or ImportState.Running;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(kind, Id, cancellationToken) is not { } shown)
            return NotFound();
        Shown = shown;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Redirect($"{Words.Address}/{await confirm.HandleAsync(new ConfirmImport(kind, Id), cancellationToken)}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return await OnGetAsync(cancellationToken);
        }
    }
}

/// <summary>The report of a reading, written as it is read from the database.</summary>
public abstract class ImportReportPage(ImportKind kind, ShowImportHandler show) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await show.HandleAsync(kind, id, cancellationToken) is { Run: var run }
            ? new SheetResult(SheetFormat.Find("csv")!, $"import-{run.AskedAt:yyyyMMdd-HHmm}", run.FileName, (sheet, token) => show.WriteAsync(run, sheet, token))
            : NotFound();
}
