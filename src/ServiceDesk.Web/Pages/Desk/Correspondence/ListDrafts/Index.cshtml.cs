using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Correspondence.ListDrafts;

/// <summary>Letters and notes one has begun, and those colleagues share with the unit.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ListDraftsHandler list, DiscardDraftHandler discard, Texts t) : PageModel
{
    /// <summary>A draft thrown away a moment ago.</summary>
    [FromQuery(Name = "discarded")]
    public Guid? Discarded { get; set; }

    public IReadOnlyList<DraftRow> Own { get; private set; } = [];

    public IReadOnlyList<DraftRow> Shared { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Own = await list.OwnAsync(cancellationToken);
        Shared = await list.SharedAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostDiscardAsync(Guid draft, CancellationToken cancellationToken) =>
        StepAsync(() => discard.HandleAsync(draft, cancellationToken), $"/desk/drafts?discarded={draft}");

    public Task<IActionResult> OnPostRestoreAsync(Guid draft, CancellationToken cancellationToken) =>
        StepAsync(() => discard.RestoreAsync(draft, cancellationToken), "/desk/drafts");

    private async Task<IActionResult> StepAsync(Func<Task> step, string next)
    {
        try
        {
            await step();
            return Redirect(next);
        }
        catch (Refusal refusal)
        {
            this.Notice(t[refusal.Key, [.. refusal.Arguments]], NoticeKind.Attention);
            return Redirect("/desk/drafts");
        }
    }
}
