using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Archive;
using ServiceDesk.Application.Archive.Acts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Archive.ShowAct;

/// <summary>An act of the archive: its files, whether it is signed, and its carrying out.</summary>
[Authorize(Policy = nameof(Permission.FileDocuments))]
public sealed class IndexModel(ListArchiveActsHandler acts, ListNomenclaturesHandler list, CarryOutActHandler carry, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    public ArchiveActRow Act { get; private set; } = null!;

    public IReadOnlyList<ArchiveFileRow> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        try
        {
            if (Act.Kind == ArchiveActKind.Destruction && !Sure)
                throw new Refusal("Archive.Refusal.Unsure");
            var contents = await carry.HandleAsync(Id, cancellationToken);
            this.Notice(Act.Kind == ArchiveActKind.Destruction ? t.Plural("Archive.DestroyedContents", contents) : t["Archive.Saved"]);
            return Redirect($"/desk/archive/acts/{Id}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await acts.OfAsync(Id, cancellationToken) is not { } found)
            return false;
        (Act, Files) = (found, await list.FilesAsync(await acts.FilesOfAsync(Id, cancellationToken), cancellationToken));
        return true;
    }
}
