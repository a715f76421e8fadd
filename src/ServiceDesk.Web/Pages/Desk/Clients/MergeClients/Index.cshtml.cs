using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients.Duplicates;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.MergeClients;

/// <summary>Two cards side by side: of each value of which only one can stay, one is chosen.</summary>
[Authorize(Policy = nameof(Permission.MergeClients))]
public sealed class IndexModel(CompareClientsHandler compare, MergeClientsHandler merge, ListDuplicatesHandler list, Texts t, Dates dates) : PageModel
{
    [FromRoute]
    public Guid One { get; set; }

    [FromRoute]
    public Guid Other { get; set; }

    /// <summary>The first card of the address is to stay, whatever else speaks for the other.</summary>
    [FromQuery]
    public bool Ordered { get; set; }

    /// <summary>What somebody has chosen; by field, whether the other card's value is taken.</summary>
    [BindProperty(Name = "take")]
    public Dictionary<MergeField, bool> Take { get; set; } = [];

    public ComparedClients Cards { get; private set; } = null!;

    public IReadOnlyList<MergeRow> Rows { get; private set; } = [];

    public bool TakesOther(MergeRow row) => Take.TryGetValue(row.Field, out var taken) ? taken : row.PrefersOther;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await compare.HandleAsync(One, Other, Ordered, cancellationToken) is not { } cards)
            return NotFound();
        Cards = cards;
        Rows = MergeRow.Of(cards, t, dates);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int survivorVersion, int otherVersion, CancellationToken cancellationToken)
    {
        try
        {
            var fromOther = Take.Where(c => c.Value).Select(c => c.Key).ToHashSet();
            await merge.HandleAsync(new Application.Clients.Duplicates.MergeClients(One, survivorVersion, Other, otherVersion, fromOther), cancellationToken);
            this.Notice(t["Clients.Merge.Merged"]);
            return Redirect($"/desk/clients/{One}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            Ordered = true;
            return await OnGetAsync(cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostNotSameAsync(CancellationToken cancellationToken)
    {
        try
        {
            await list.SayNotSameAsync(One, Other, cancellationToken);
            this.Notice(t["Clients.Duplicates.Remembered"]);
            return Redirect("/desk/clients/duplicates");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return await OnGetAsync(cancellationToken);
        }
    }
}
