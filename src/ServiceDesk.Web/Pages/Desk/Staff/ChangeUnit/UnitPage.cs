using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases;

namespace ServiceDesk.Web.Pages.Desk.Staff.ChangeUnit;

/// <summary>The fields of a unit, for a new one and for one there is.</summary>
public abstract class UnitPage : PageModel
{
    [BindProperty]
    public UnitInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Parents { get; protected set; } = [];

    public IReadOnlyList<PersonChoice> Heads { get; protected set; } = [];
}
