using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Catalogue.ListTopics;

/// <summary>Topics on two levels with who answers, their order and what became of them.</summary>
[Authorize(Policy = nameof(Permission.ManageCatalogue))]
public sealed class IndexModel(ListTopicsHandler list, SaveTopicHandler save, Texts t) : PageModel
{
    public IReadOnlyList<TopicRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await list.TopicsAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid? up, Guid? down, Guid? retire, Guid? offer, CancellationToken cancellationToken)
    {
        try
        {
            if (up is { } higher)
                await save.MoveAsync(higher, Direction.Up, cancellationToken);
            else if (down is { } lower)
                await save.MoveAsync(lower, Direction.Down, cancellationToken);
            else if ((retire ?? offer) is { } id)
                await save.OfferAsync(id, offered: retire is null, cancellationToken);
            this.Notice(t["Catalogue.Saved"]);
            return Redirect("/desk/topics");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            await OnGetAsync(cancellationToken);
            return Page();
        }
    }
}
