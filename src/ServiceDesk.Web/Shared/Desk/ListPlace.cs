using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Shared.Desk;

/// <summary>
/// On the page of a case: the way back to the list it was opened from, at the same place, and to the cases above and below. The
/// list comes in the address; it stays known in a cookie, so that a letter sent on the way loses neither it nor the neighbours.
/// </summary>
public sealed class ListPlace(FindNeighboursHandler neighbours, ICurrentUser me) : ViewComponent
{
    private const string Cookie = "desk-list";
    private const int MaxLength = 2500;

    /// <summary>What is shown.</summary>
    /// <param name="Back">Address of the list.</param>
    /// <param name="Previous">Address of the case above, or null.</param>
    /// <param name="Next">Address of the case below, or null.</param>
    public sealed record Links(string Back, string? Previous, string? Next);

    public async Task<IViewComponentResult> InvokeAsync(Guid caseId)
    {
        var (kept, keptCase, keptNeighbours) = Kept();
        var list = Request.Query["list"].ToString() is { Length: > 0 and <= MaxLength } given ? given : kept;
        if (list is null)
            return View("/Pages/Desk/Cases/_ListPlace.cshtml", new Links("/desk", null, null));

        // A case closed meanwhile stands in the list no longer; its neighbours do.
        var found = await neighbours.HandleAsync(caseId, CaseListAddress.Read(list, DeskViews.Beginning(me)), HttpContext.RequestAborted)
            ?? (keptCase == caseId ? keptNeighbours : new Neighbours(null, null));
        HttpContext.Response.Cookies.Append(Cookie, string.Join('|', Uri.EscapeDataString(list), caseId, found.Previous, found.Next), new CookieOptions
        {
            HttpOnly = true,
            Secure = Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/desk",
            IsEssential = true,
        });
        return View("/Pages/Desk/Cases/_ListPlace.cshtml", new Links($"/desk?{list}#c-{caseId}", To(found.Previous), To(found.Next)));

        string? To(Guid? id) => id is { } there ? QueryHelpers.AddQueryString($"/desk/cases/{there}", "list", list) : null;
    }

    private (string? List, Guid CaseId, Neighbours Neighbours) Kept()
    {
        var parts = (Request.Cookies[Cookie] ?? "").Split('|');
        return parts is [{ Length: > 0 and <= 2 * MaxLength } list, var id, var previous, var next]
            ? (Uri.UnescapeDataString(list), Key(id) ?? Guid.Empty, new Neighbours(Key(previous), Key(next)))
            : (null, Guid.Empty, new Neighbours(null, null));

        static Guid? Key(string text) => Guid.TryParse(text, out var key) ? key : null;
    }
}
