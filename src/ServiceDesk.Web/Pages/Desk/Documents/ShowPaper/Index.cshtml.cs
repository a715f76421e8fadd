using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Documents.ShowPaper;

/// <summary>The paper on screen: the same page that is printed. It brings its own styles and fonts, so it gets its own, stricter rules.</summary>
[Authorize(Policy = nameof(Permission.SeeDocuments))]
public sealed class IndexModel(ShowPaperHandler show) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(id, cancellationToken) is not { } html)
            return NotFound();
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";
        return Content(html, MediaTypeNames.Text.Html, Encoding.UTF8);
    }
}
