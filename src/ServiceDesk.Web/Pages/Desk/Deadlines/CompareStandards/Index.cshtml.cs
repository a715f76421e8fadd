using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.CompareStandards;

/// <summary>Two versions of the standard, field by field; without a choice the last change.</summary>
[Authorize(Policy = nameof(Permission.ManageStandard))]
public sealed class IndexModel(CompareStandardsHandler compare, ShowStandardHandler show) : PageModel
{
    public StandardComparison Shown { get; private set; } = null!;

    public IReadOnlyList<int> Numbers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? from, int? to, CancellationToken cancellationToken)
    {
        var overview = await show.HandleAsync(cancellationToken);
        Numbers = [.. overview.Versions.Select(v => v.Number).Order()];
        var newest = overview.Newest.Version;
        if (await compare.HandleAsync(from ?? Math.Max(1, newest - 1), to ?? newest, cancellationToken) is not { } shown)
            return NotFound();
        Shown = shown;
        return Page();
    }
}
