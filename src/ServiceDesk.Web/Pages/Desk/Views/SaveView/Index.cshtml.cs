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

namespace ServiceDesk.Web.Pages.Desk.Views.SaveView;

/// <summary>Saves the list one comes from under a name. The list stands in the address of this page.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(SaveViewHandler save, ListWords words, ICurrentUser me, Texts t) : PageModel
{
    [BindProperty]
    public ViewInput Input { get; set; } = new();

    public ViewForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (me.EmployeeId is null)
            return NotFound();
        var list = CaseListAddress.Read(Request.QueryString.Value);
        Form = new ViewForm(Input, words.Title(list), [.. words.Chips(list, await words.NamesAsync(list, cancellationToken))], me.Offered(), $"/desk?{CaseListAddress.Write(list)}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await OnGetAsync(cancellationToken);
        try
        {
            var id = await save.HandleAsync(new Application.Desk.Views.SaveView(Input.Name!, Request.QueryString.Value, Input.Sharing), cancellationToken);
            this.Notice(t["Desk.Views.Saved"]);
            return Redirect(DeskViews.Href(id));
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return await OnGetAsync(cancellationToken);
        }
    }
}
