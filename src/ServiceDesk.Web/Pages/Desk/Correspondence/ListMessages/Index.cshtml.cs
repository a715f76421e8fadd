using Microsoft.AspNetCore.Authorization;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Correspondence.ListMessages;

/// <summary>Letters in and out: when, which way, what became of them. Texts stand in their cases.</summary>
[Authorize(Policy = nameof(Permission.SeeMessageLog))]
public sealed class IndexModel(ListMessagesHandler list) : MessageFilterPage
{
    public MessageLogPage List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => List = await list.HandleAsync(Query, cancellationToken);
}
