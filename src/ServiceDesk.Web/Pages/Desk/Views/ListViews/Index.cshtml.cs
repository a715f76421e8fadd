using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Desk.Views;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Views.ListViews;

/// <summary>A person's saved views: their order in the menu, what is left out of it, what was deleted and can come back.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(ListViewsHandler list, ArrangeViewsHandler arrange, DeleteViewHandler delete, RestoreViewHandler restore, Texts t) : PageModel
{
    public ViewList List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => List = await list.HandleAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(Guid id, ViewMove move, CancellationToken cancellationToken) =>
        StepAsync(() => arrange.HandleAsync(new ArrangeViews(id, move), cancellationToken), null, cancellationToken);

    public Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken) =>
        StepAsync(() => delete.HandleAsync(id, cancellationToken), "Desk.Views.DeletedNow", cancellationToken);

    public Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellationToken) =>
        StepAsync(() => restore.HandleAsync(id, cancellationToken), "Desk.Views.Restored", cancellationToken);

    private async Task<IActionResult> StepAsync(Func<Task> step, string? done, CancellationToken cancellationToken)
    {
        try
        {
            await step();
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            await OnGetAsync(cancellationToken);
            return Page();
        }

        if (done is not null)
            this.Notice(t[done]);
        return Redirect("/desk/views");
    }
}
