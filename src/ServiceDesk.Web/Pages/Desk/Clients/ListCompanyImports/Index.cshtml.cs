using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Clients.Companies;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.ListCompanyImports;

/// <summary>Takes a file of the Enterprise Register; earlier readings below. The framework keeps a large file on the disk, not in memory.</summary>
[Authorize(Policy = nameof(Permission.ManageCompanies))]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexModel(ShowCompanyShelfHandler shelf, SendCompaniesHandler send, ICurrentUser me, Texts t) : PageModel
{
    private const long MostBytes = 512L * 1024 * 1024;

    [BindProperty]
    public IFormFile? Register { get; set; }

    [BindProperty]
    public bool TryOnly { get; set; }

    public bool MayLookUp => me.May(Permission.SeeClients);

    public ShownShelf Shelf { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Shelf = await shelf.HandleAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Register is null)
                throw new Refusal("Clients.Companies.FileMissing");
            await using var content = Register.OpenReadStream();
            return Redirect($"/desk/companies/imports/{await send.HandleAsync(new SendCompanies(Register.FileName, content, TryOnly), cancellationToken)}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(nameof(Register), t[refusal.Key, [.. refusal.Arguments]]);
            await OnGetAsync(cancellationToken);
            return Page();
        }
    }
}
