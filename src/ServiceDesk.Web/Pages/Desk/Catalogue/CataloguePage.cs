using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Catalogue;

/// <summary>A form of one topic, service or route: without a key it makes a new one; below stands its history with a button that takes the last change back.</summary>
public abstract class CataloguePage(ShowHistoryHandler history, ChangedThing thing, Texts t) : PageModel
{
    [FromRoute]
    public Guid? Id { get; set; }

    /// <summary>Version the page showed.</summary>
    [BindProperty]
    public int? Seen { get; set; }

    public IReadOnlyList<ChangeRow> History { get; private set; } = [];

    protected abstract string Back { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FillAsync(cancellationToken))
            return NotFound();
        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? step, CancellationToken cancellationToken)
    {
        if (Id is { } id && !await ExistsAsync(id, cancellationToken))
            return NotFound();
        try
        {
            if (step == "undo" && Id is { } taken)
            {
                await UndoAsync(taken, cancellationToken);
                this.Notice(t["Catalogue.History.Undone"]);
                return Redirect($"{Back}/edit/{taken}");
            }

            if (ModelState.IsValid && await SaveAsync(step, cancellationToken))
            {
                this.Notice(t["Catalogue.Saved"]);
                return Redirect(Back);
            }
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            if (step == "undo")
            {
                ModelState.Clear();
                ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
                await FillAsync(cancellationToken);
            }
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    /// <summary>Fills an untouched form; false when there is no such thing.</summary>
    protected abstract Task<bool> FillAsync(CancellationToken cancellationToken);

    protected abstract Task<bool> ExistsAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Saves; false when something is to be asked first.</summary>
    protected abstract Task<bool> SaveAsync(string? step, CancellationToken cancellationToken);

    protected abstract Task UndoAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Reads what the selects offer.</summary>
    protected abstract Task OfferAsync(CancellationToken cancellationToken);

    protected virtual string FieldOf(string refusal) => "";

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        await OfferAsync(cancellationToken);
        if (Id is { } id)
            History = await history.HandleAsync(thing, id, cancellationToken);
    }
}
