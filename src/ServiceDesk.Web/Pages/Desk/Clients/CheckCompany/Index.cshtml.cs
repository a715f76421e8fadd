using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Clients.Companies;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.CheckCompany;

/// <summary>What the Enterprise Register says of a client, now and at earlier checks.</summary>
[Authorize(Policy = nameof(Permission.SeeClients))]
public sealed class IndexModel(ShowCompanyChecksHandler show, CheckCompanyHandler check, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ShownCompanyChecks Shown { get; private set; } = null!;

    public static IEnumerable<CompanyWarnings> Warnings(CompanyCheck check) =>
        Enum.GetValues<CompanyWarnings>().Where(w => w != CompanyWarnings.None && check.Warnings.HasFlag(w));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, cancellationToken) is not { } shown)
            return NotFound();
        Shown = shown;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            await check.HandleAsync(new Application.Clients.Companies.CheckCompany(Id), cancellationToken);
            return Redirect($"/desk/clients/{Id}/company");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return await OnGetAsync(cancellationToken);
        }
    }
}
