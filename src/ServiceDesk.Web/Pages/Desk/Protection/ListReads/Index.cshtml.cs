using Microsoft.AspNetCore.Authorization;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Protection.ListReads;

/// <summary>The access log: who read complaints, cards, personal codes and lists, when and why.</summary>
[Authorize(Policy = nameof(Permission.SeeAccessLog))]
public sealed class IndexModel(ListReadsHandler list) : ReadFilterPage
{
    private const string Home = "/desk/protection/access-log";

    public ReadsPage List { get; private set; } = null!;

    public string? NextPage => List.Next is { } next ? Address(Home, ("after", $"{next.At.UtcTicks}_{next.Id:N}")) : null;

    public string? FirstPage => string.IsNullOrEmpty(After) ? null : Address(Home);

    public string ExportAddress(string format) => Address(Home + "/export", ("format", format));

    /// <summary>Everything about one thing.</summary>
    public static string Of(ReadRow row) => $"{Home}?thing={row.Thing}&key={Uri.EscapeDataString(row.Key)}";

    public async Task OnGetAsync(CancellationToken cancellationToken) => List = await list.HandleAsync(Query, cancellationToken);
}
