using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.ShowImport;

/// <summary>One reading of an older register: its progress, its report, and after a trial the button that takes the records over.</summary>
[Authorize(Policy = nameof(Permission.ImportRegisters))]
public sealed class IndexModel(ShowImportHandler show, ConfirmImportHandler confirm, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ShownImport Shown { get; private set; } = null!;

    public bool IsUnderWay => Shown.Run.State is ImportState.Waiting or ImportState.Running;

    public string StateLook => Look(Shown.Run.State);

    public static string Look(ImportState state) => state switch
    {
        ImportState.Waiting => "state-new",
        ImportState.Running => "state-work",
        ImportState.Done => "state-done",
        _ => "state-failed",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, cancellationToken) is not { } shown)
            return NotFound();
        Shown = shown;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Redirect($"/desk/import/{await confirm.HandleAsync(new ConfirmImport(Id), cancellationToken)}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return await OnGetAsync(cancellationToken);
        }
    }
}
