using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Pages.Desk.Cases.ShowCase;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Correspondence.TakeOverDraft;

/// <summary>A colleague's draft: read, and gone on with.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(TakeOverDraftHandler takeOver, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public SharedDraft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await takeOver.ReadAsync(Id, cancellationToken) is not { } draft)
            return NotFound();
        Draft = draft;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int version, CancellationToken cancellationToken)
    {
        if (await takeOver.ReadAsync(Id, cancellationToken) is not { } draft)
            return NotFound();
        try
        {
            await takeOver.HandleAsync(Id, version, cancellationToken);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            Draft = draft;
            return Page();
        }

        this.Notice(t["Desk.Draft.TakeOverDone", draft.AuthorName]);
        return Redirect($"/desk/cases/{draft.CaseId}?w={ComposerState.WordOf(draft.Tab)}#write");
    }
}
