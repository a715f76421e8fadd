using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Shared.Desk;

/// <summary>What stands under the client of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Hints">Cards that may be the client's.</param>
public sealed record ClientHintsShown(CaseDetails Case, IReadOnlyList<ClientHint> Hints);

/// <summary>On the page of a case without a card: cards that may be the client's, each attached by one press; and the way to find another.</summary>
public sealed class ClientHints(SuggestClientsHandler suggest, ICurrentUser me) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(CaseDetails item)
    {
        if (!item.MayHandle || item.ClientIsHidden || !me.MayAttachClients())
            return Content("");
        var hints = item.Client is null ? await suggest.HandleAsync(item.Contact, HttpContext.RequestAborted) : [];
        return View("/Pages/Desk/Cases/ShowCase/_ClientHints.cshtml", new ClientHintsShown(item, hints));
    }
}
