using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Requests;
using ServiceDesk.Application.Protection.Rights;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.ShowRequest;

/// <summary>One request: whose it is, what has been done, what is left to do, and the answer.</summary>
[Authorize(Policy = nameof(Permission.HandlePersonRequests))]
public sealed class IndexModel(
    ShowPersonRequestHandler show, TendPersonRequestHandler tend, FindPersonCardsHandler find, ExportPersonHandler export, RestrictPersonHandler restrict, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Version of the request the page has shown.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public Guid? CardId { get; set; }

    [BindProperty]
    public IdentityCheck Identity { get; set; }

    [BindProperty]
    public string? IdentityNote { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Restriction { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public AnswerWay Way { get; set; }

    [BindProperty]
    public RefusalGround? Ground { get; set; }

    public PersonRequestDetails Shown { get; private set; } = null!;

    public PersonRequest Item => Shown.Request;

    /// <summary>Cards found; null before anybody looked.</summary>
    public IReadOnlyList<FoundCard>? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Looks for the card; by POST, for what is looked for never stands in an address.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellationToken)
    {
        try
        {
            Found = await find.HandleAsync(Words, cancellationToken);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(nameof(Words), t[refusal.Key, [.. refusal.Arguments]]);
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostCardAsync(CancellationToken cancellationToken) =>
        StepAsync(nameof(Words), () => tend.ChooseCardAsync(Id, Seen, CardId, cancellationToken), "Protection.Request.CardChosen", cancellationToken);

    public Task<IActionResult> OnPostIdentityAsync(CancellationToken cancellationToken) =>
        StepAsync(nameof(IdentityNote), () => tend.CheckIdentityAsync(Id, Seen, Identity, IdentityNote, cancellationToken), "Protection.Request.IdentityDone", cancellationToken);

    public Task<IActionResult> OnPostExtendAsync(CancellationToken cancellationToken) =>
        StepAsync(nameof(Reason), () => tend.ExtendAsync(Id, Seen, Reason, cancellationToken), "Protection.Request.Extended", cancellationToken);

    public Task<IActionResult> OnPostNoteAsync(CancellationToken cancellationToken) =>
        StepAsync(nameof(Note), () => tend.NoteAsync(Id, Seen, Note, cancellationToken), "Protection.Request.Noted", cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        StepAsync("", () => tend.WithdrawAsync(Id, Seen, Note, cancellationToken), "Protection.Request.Withdrawn", cancellationToken);

    public Task<IActionResult> OnPostRestrictAsync(bool on, CancellationToken cancellationToken) =>
        StepAsync(nameof(Restriction), () => restrict.HandleAsync(Id, Seen, on, Restriction, cancellationToken), on ? "Protection.Request.Restricted" : "Protection.Request.Lifted", cancellationToken);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellationToken) =>
        StepAsync(nameof(Answer), () => tend.AnswerAsync(Id, Seen, new PersonAnswer(Answer, Way, Ground), cancellationToken), "Protection.Request.Answered", cancellationToken);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new ArchiveResult(await export.HandleAsync(Id, cancellationToken));
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        }
    }

    private async Task<IActionResult> StepAsync(string field, Func<Task> step, string done, CancellationToken cancellationToken)
    {
        try
        {
            if (!ModelState.IsValid)
                return await LoadAsync(cancellationToken) ? Page() : NotFound();
            await step();
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(refusal.Key.EndsWith("ChangedMeanwhile", StringComparison.Ordinal) ? "" : field, t[refusal.Key, [.. refusal.Arguments]]);
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        }

        this.Notice(t[done]);
        return Redirect($"/desk/protection/requests/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, cancellationToken) is not { } shown)
            return false;
        Shown = shown;
        // A form shown again goes on from what is there now; what was typed stays.
        Seen = shown.Request.Version;
        ModelState.Remove(nameof(Seen));
        return true;
    }
}
