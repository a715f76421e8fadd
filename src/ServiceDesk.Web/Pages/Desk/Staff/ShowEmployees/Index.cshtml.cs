using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;

namespace ServiceDesk.Web.Pages.Desk.Staff.ShowEmployees;

/// <summary>Who works here; a head sees the own units.</summary>
[Authorize(Policy = nameof(Permission.SeeStaff))]
public sealed class IndexModel(ShowEmployeesHandler show) : PageModel
{
    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public Guid? Unit { get; set; }

    [FromQuery]
    public bool Left { get; set; }

    [FromQuery(Name = "page")]
    public int? Number { get; set; }

    public EmployeeList List { get; private set; } = null!;

    public int PageNumber => Math.Clamp(Number ?? 1, 1, 10_000);

    public int Pages => Math.Max(1, (List.Total + List.PageSize - 1) / List.PageSize);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Unit is not null || Left;

    public string? Previous => PageNumber > 1 ? Address(PageNumber - 1) : null;

    public string? Next => PageNumber < Pages ? Address(PageNumber + 1) : null;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        List = await show.ListAsync(new EmployeeFilter(Q, Unit, Left, PageNumber), cancellationToken);

    private string Address(int page) => $"/desk/employees?q={Uri.EscapeDataString(Q ?? "")}&unit={Unit}&left={(Left ? "true" : "false")}&page={page}";
}
