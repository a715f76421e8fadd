using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Surveys.Invite;

/// <summary>Personal links by e-mail: addresses, letters, reminders, what did not arrive, how many answered.</summary>
[Authorize(Policy = nameof(Permission.ManageSurveys))]
public sealed class IndexModel(InviteToSurveyHandler invite, EditWaveHandler waves, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Addresses { get; set; }

    [BindProperty]
    public string Language { get; set; } = "lv";

    public SurveyWave Wave { get; private set; } = null!;

    public InvitationNumbers Numbers { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => DoAsync(async () =>
    {
        var added = await invite.AddAsync(Id, Addresses, Language, cancellationToken);
        if (added.Wrong.Count == 0)
            return t["Surveys.Invite.Added", added.Added, added.Known];
        // What is no address stays in the field, the others are in.
        Addresses = string.Join('\n', added.Wrong);
        ModelState.Remove(nameof(Addresses));
        ModelState.AddModelError(nameof(Addresses), t["Surveys.Invite.Wrong", added.Added, added.Wrong.Count]);
        return null;
    }, cancellationToken);

    public Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken) =>
        DoAsync(async () => t.Plural("Surveys.Invite.Written", await invite.SendAsync(Id, cancellationToken)), cancellationToken);

    public Task<IActionResult> OnPostRemindAsync(CancellationToken cancellationToken) =>
        DoAsync(async () => t.Plural("Surveys.Invite.Written", await invite.RemindAsync(Id, cancellationToken)), cancellationToken);

    private async Task<IActionResult> DoAsync(Func<Task<string?>> step, CancellationToken cancellationToken)
    {
        if (await waves.FindAsync(Id, cancellationToken) is null)
            return NotFound();
        try
        {
            if (await step() is { } said)
            {
                this.Notice(said);
                return Redirect($"/desk/surveys/{Id}/invitations");
            }
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await waves.FindAsync(Id, cancellationToken) is not { } found)
            return false;
        (Wave, Numbers) = (found.Wave, await invite.ShowAsync(Id, cancellationToken));
        return true;
    }
}
