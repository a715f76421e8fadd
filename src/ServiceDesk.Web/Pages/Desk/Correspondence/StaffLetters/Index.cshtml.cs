using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Correspondence.StaffLetters;

/// <summary>Letters to colleagues, and what to do with those that could not be sent.</summary>
[Authorize(Policy = nameof(Permission.SeeMessageLog))]
public sealed class IndexModel(StaffLettersHandler letters, ListMessagesHandler log, Texts t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public OutgoingState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public StaffLettersPage List { get; private set; } = null!;

    public string Href(MessageCursor? after)
    {
        var parts = new[] { State is { } state ? $"state={state}" : null, after is null ? null : MessageFilterPage.Text(after) }.OfType<string>().ToList();
        return parts.Count == 0 ? "/desk/messages/staff" : "/desk/messages/staff?" + string.Join('&', parts);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!log.SeesStaffLetters)
            return Forbid();
        List = await letters.HandleAsync(new(State, MessageFilterPage.CursorOf(After)), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? again, Guid? drop, CancellationToken cancellationToken)
    {
        try
        {
            await letters.ResolveAsync(again ?? drop ?? Guid.Empty, again is not null, cancellationToken);
            this.Notice(t[again is not null ? "Correspondence.Log.SentAgain" : "Correspondence.Log.Dropped"]);
            return Redirect(Href(null));
        }
        catch (Refusal refusal) when (log.SeesStaffLetters)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return await OnGetAsync(cancellationToken);
        }
        catch (Refusal)
        {
            return Forbid();
        }
    }
}
