using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Accounts.ListAccounts;

/// <summary>Who can sign in, with which roles, and how well the door is locked.</summary>
[Authorize(Policy = nameof(Permission.ManageAccounts))]
public sealed class IndexModel(ListAccountsHandler list) : PageModel
{
    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public Role? Role { get; set; }

    [FromQuery]
    public AccountState? State { get; set; }

    [FromQuery(Name = "page")]
    public int? Number { get; set; }

    public AccountList List { get; private set; } = null!;

    public int PageNumber => Math.Clamp(Number ?? 1, 1, 10_000);

    public int Pages => Math.Max(1, (List.Total + List.PageSize - 1) / List.PageSize);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Role is not null || State is not null;

    public string? Previous => PageNumber > 1 ? Address(PageNumber - 1) : null;

    public string? Next => PageNumber < Pages ? Address(PageNumber + 1) : null;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        List = await list.HandleAsync(new AccountFilter(Q, Role, State, PageNumber), cancellationToken);

    private string Address(int page) => $"/desk/accounts?q={Uri.EscapeDataString(Q ?? "")}&role={Role}&state={State}&page={page}";
}
