using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases.AboutPeople;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.ListGists;

/// <summary>What somebody complained about gets to know, and the way to answer it.</summary>
[Authorize(Policy = nameof(Permission.KeepOwnAccount))]
public sealed class IndexModel(ListGistsHandler gists, Texts t) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<GistRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await gists.HandleAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            await gists.HandleAsync(new ExplainGist(Input.Key, Input.Text, Input.Token), cancellationToken);
        }
        catch (Exception e) when (e is Refusal or StaleCase)
        {
            ModelState.AddModelError("", e is Refusal refusal ? t[refusal.Key, [.. refusal.Arguments]] : t["Desk.Stale.Error"]);
            Rows = await gists.HandleAsync(cancellationToken);
            return Page();
        }

        this.Notice(t["Desk.AboutMe.Sent"]);
        return RedirectToPage();
    }

    public sealed class Form
    {
        public Guid Key { get; set; }

        public string? Text { get; set; }

        public Guid Token { get; set; }
    }
}
