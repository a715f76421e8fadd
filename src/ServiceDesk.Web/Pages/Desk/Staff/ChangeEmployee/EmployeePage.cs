using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases;

namespace ServiceDesk.Web.Pages.Desk.Staff.ChangeEmployee;

/// <summary>The fields of an employee, for a new one and for one there is.</summary>
public abstract class EmployeePage : PageModel
{
    [BindProperty]
    public EmployeeInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Units { get; protected set; } = [];
}
