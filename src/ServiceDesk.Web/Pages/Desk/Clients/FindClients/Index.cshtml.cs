using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Clients.FindClients;

/// <summary>
/// Finds a client while the phone rings. What is typed is sent, never put into an address: names and numbers do not belong in the logs of
/// web servers. A script asks for the options of a field; without scripts this is a page like any other.
/// </summary>
[Authorize(Policy = nameof(Permission.SeeClients))]
public sealed class IndexModel(FindClientsHandler find, ICurrentUser me) : PageModel
{
    private const int OnPage = 20;

    /// <summary>What is typed.</summary>
    [BindProperty(Name = "q")]
    public string? Typed { get; set; }

    public FoundClients? Found { get; private set; }

    public bool MayRegister => me.May(Permission.RegisterCases) && me.MayAttachClients();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(bool offersNew, CancellationToken cancellationToken)
    {
        var byScript = Request.Headers.ContainsKey("HX-Request");
        Found = await find.HandleAsync(new Application.Clients.Lookup.FindClients(Typed, byScript ? FindClientsHandler.Usual : OnPage), cancellationToken);
        return byScript ? Partial("_Options", new FoundOptions(Found, Typed?.Trim() ?? "", offersNew && !Found.IsTooShort && !Found.ByCode && me.May(Permission.KeepClients))) : Page();
    }
}
