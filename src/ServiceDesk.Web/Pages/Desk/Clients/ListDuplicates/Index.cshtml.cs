using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients.Duplicates;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.ListDuplicates;

/// <summary>Cards that may be of the same client: to compare, to put aside, and merges to undo.</summary>
[Authorize(Policy = nameof(Permission.MergeClients))]
public sealed class IndexModel(ListDuplicatesHandler list, UndoClientMergeHandler undo, Texts t) : PageModel
{
    private const string Path = "/desk/clients/duplicates";

    [FromQuery]
    public DuplicateState State { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<DuplicateRow> Rows { get; private set; } = [];

    public IReadOnlyList<MergeRow> Merges { get; private set; } = [];

    public int Total { get; private set; }

    public int PageSize => ListDuplicatesHandler.PageSize;

    public string? Previous => Number > 1 ? $"{Path}?state={State}&p={Number - 1}" : null;

    public string? Next => Number * PageSize < Total ? $"{Path}?state={State}&p={Number + 1}" : null;

    public string Shown => t["Clients.Duplicates.Page", ((Number - 1) * PageSize) + 1, Math.Min(Number * PageSize, Total), Total];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Max(1, Number);
        if (State == DuplicateState.Merged)
        {
            (Merges, Total) = await list.MergesAsync(null, Number, cancellationToken);
            return;
        }

        var page = await list.HandleAsync(State, Number, cancellationToken);
        (Rows, Total) = (page.Rows, page.Total);
    }

    public Task<IActionResult> OnPostNotSameAsync(Guid one, Guid other, CancellationToken cancellationToken) =>
        DoAsync(() => list.SayNotSameAsync(one, other, cancellationToken), "Clients.Duplicates.Remembered", cancellationToken);

    public Task<IActionResult> OnPostOpenAgainAsync(Guid one, Guid other, CancellationToken cancellationToken) =>
        DoAsync(() => list.OpenAgainAsync(one, other, cancellationToken), "Clients.Duplicates.OpenedAgain", cancellationToken);

    public Task<IActionResult> OnPostUndoAsync(Guid mergeId, bool areTwoClients, CancellationToken cancellationToken) =>
        DoAsync(() => undo.HandleAsync(new UndoClientMerge(mergeId, areTwoClients), cancellationToken), "Clients.Merge.Undone", cancellationToken);

    private async Task<IActionResult> DoAsync(Func<Task> step, string done, CancellationToken cancellationToken)
    {
        try
        {
            await step();
            this.Notice(t[done]);
            return Redirect($"{Path}?state={State}&p={Number}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            await OnGetAsync(cancellationToken);
            return Page();
        }
    }
}
