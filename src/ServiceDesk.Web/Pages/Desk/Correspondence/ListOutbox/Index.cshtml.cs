using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Web.Pages.Desk.Correspondence.ListOutbox;

/// <summary>Letters on their way out: what failed stands first, because a client waits for it.</summary>
[Authorize(Policy = nameof(Permission.ManageOutbox))]
public sealed class IndexModel(ListOutboxHandler list) : PageModel
{
    public static IReadOnlyList<OutgoingState> Shown { get; } = [OutgoingState.Failed, OutgoingState.Queued, OutgoingState.Sent];

    [FromQuery]
    public OutgoingState? State { get; set; }

    [FromQuery]
    public Guid? After { get; set; }

    public OutgoingState View { get; private set; }

    public OutboxPage List { get; private set; } = null!;

    public string? NextPage => List.Next is { } next ? $"{Href(View)}&after={next}" : null;

    public string? FirstPage => After is null ? null : Href(View);

    public static string Href(OutgoingState state) => $"/desk/outbox?state={state.ToString().ToLowerInvariant()}";

    public int? Count(OutgoingState state) => state switch
    {
        OutgoingState.Failed => List.Failed,
        OutgoingState.Queued => List.Queued,
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = State is { } wanted && Shown.Contains(wanted) ? wanted : OutgoingState.Failed;
        List = await list.HandleAsync(new Application.Correspondence.ListOutbox(View, After), cancellationToken);
    }
}
