using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Desk.Views;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Views.ChangeView;

/// <summary>Name and circle of a saved view; its filters too, when the address brings others from the list.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(ListViewsHandler list, ChangeViewHandler change, ListWords words, ICurrentUser me, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ViewInput Input { get; set; } = new();

    public ViewRow View { get; private set; } = null!;

    public ViewForm Form { get; private set; } = null!;

    /// <summary>The list the view shall hold from now on stands in the address.</summary>
    public bool IsReplaced => Request.Query.ContainsKey("view");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        (Input.Name, Input.Sharing) = (View.Name, View.Sharing);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        try
        {
            await change.HandleAsync(
                new Application.Desk.Views.ChangeView(Id, Input.Name!, Input.Sharing, IsReplaced ? Request.QueryString.Value : null), cancellationToken);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return Page();
        }

        this.Notice(t["Desk.Views.Saved"]);
        return Redirect(DeskViews.Href(Id));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await list.HandleAsync(cancellationToken)).Views.FirstOrDefault(v => v.Id == Id && v.MayChange) is not { } view)
            return false;
        View = view;
        var held = CaseListAddress.Read(IsReplaced ? Request.QueryString.Value : view.Query);
        // A circle somebody else chose stays on offer, so that saving a new name does not narrow it unseen.
        var offered = me.Offered().Append(view.Sharing).Distinct().Order().ToList();
        Form = new ViewForm(Input, words.Title(held), [.. words.Chips(held, await words.NamesAsync(held, cancellationToken))], offered, "/desk/views");
        return true;
    }
}
