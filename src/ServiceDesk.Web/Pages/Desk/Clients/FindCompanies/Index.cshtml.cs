using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Clients.Companies;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients.Companies;

namespace ServiceDesk.Web.Pages.Desk.Clients.FindCompanies;

/// <summary>Looks companies up in the Enterprise Register's open data. What is asked stands in the address: the register is public.</summary>
[Authorize(Policy = nameof(Permission.SeeClients))]
public sealed class IndexModel(FindCompaniesHandler find, ShowCompanyShelfHandler shelf, ICurrentUser me) : PageModel
{
    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    public IReadOnlyList<FoundCompany> Found { get; private set; } = [];

    public ShownShelf Shelf { get; private set; } = null!;

    public bool IsAsked => !string.IsNullOrWhiteSpace(Words);

    public bool IsMore => Found.Count == FindCompaniesHandler.Most;

    public bool MayImport => me.May(Permission.ManageCompanies);

    public static string Look(CompanyStanding standing) => standing switch
    {
        CompanyStanding.Active => "state-done",
        CompanyStanding.LegalProtection => "state-interim",
        _ => "state-failed",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Shelf = await shelf.HandleAsync(cancellationToken);
        Found = await find.HandleAsync(new Application.Clients.Companies.FindCompanies(Words), cancellationToken);
    }
}
