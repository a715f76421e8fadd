using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Clients.Companies;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.ShowCompanyImport;

/// <summary>One reading of a file of the Enterprise Register: its progress, its report, and after a trial the button that writes it.</summary>
[Authorize(Policy = nameof(Permission.ManageCompanies))]
public sealed class IndexModel(ShowCompanyImportHandler show, SendCompaniesHandler send, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ShownCompanyImport Shown { get; private set; } = null!;

    public bool IsUnderWay => Shown.Run.State is ImportState.Waiting or ImportState.Running;

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
            return Redirect($"/desk/companies/imports/{await send.ConfirmAsync(Id, cancellationToken)}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return await OnGetAsync(cancellationToken);
        }
    }
}
