using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Documents;

/// <summary>A page with one step on a registered document.</summary>
public abstract class DocumentStepPage(ShowDocumentHandler show, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public DocumentView View { get; private set; } = null!;

    protected Texts T => t;

    /// <summary>Whether the step can be taken on what was found.</summary>
    protected virtual bool IsPossible => View is { MayWrite: true, Document.State: DocumentState.Registered };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) && IsPossible ? Page() : NotFound();

    /// <summary>Takes the step and goes back to the document; what was refused stands beside its field and nothing typed is lost.</summary>
    protected async Task<IActionResult> TakeAsync(Func<Task> step, string done, Func<string, string> fieldOf, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            try
            {
                await step();
                this.Notice(t[done]);
                return Redirect($"/desk/documents/{Id}");
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError(fieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            }
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, cancellationToken) is not { } found)
            return false;
        View = found;
        return true;
    }
}
