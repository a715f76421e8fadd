using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases.Presence;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Cases.NotePresence;

/// <summary>Signs of life of an open case page, asked for by script only; the answer is who else is there.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(NotePresenceHandler presence) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>An address somebody typed leads to the case.</summary>
    public IActionResult OnGet() => Redirect($"/desk/cases/{Id}");

    public async Task<IActionResult> OnPostAsync(bool writing, CancellationToken cancellationToken) =>
        await presence.HandleAsync(new Application.Cases.Presence.NotePresence(Id, writing), cancellationToken) is { } present ? Partial("_Present", present) : NotFound();

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellationToken)
    {
        await presence.LeaveAsync(Id, cancellationToken);
        return new NoContentResult();
    }
}
