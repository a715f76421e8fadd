using ServiceDesk.Application.Desk;

namespace ServiceDesk.Web.Shared.Desk;

/// <summary>The menu's numbers, counted once for a request however many parts of the page show them.</summary>
public sealed class DeskCounts(CountDeskMenuHandler count)
{
    private Task<DeskMenuCounts>? counting;

    public Task<DeskMenuCounts> GetAsync(CancellationToken cancellationToken) => counting ??= count.HandleAsync(cancellationToken);
}
