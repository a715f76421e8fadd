using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>"Tas nav atrisināts": once after closing the client says what is not; the case goes on.</summary>
[EnableRateLimiting(RateLimits.TrackPolicy)]
public sealed class NotSolvedModel(TrackCaseHandler track, AddClientMessageHandler add, ClientSession session, Texts t) : PageModel
{
    [BindProperty]
    public NotSolvedInput Input { get; set; } = new();

    public TrackedCase Case { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        if (!ModelState.IsValid)
            return Page();
        try
        {
            var added = await add.HandleAsync(new AddClientMessage(Case.Id, Input.Text!, [], NotSolved: true), cancellationToken);
            if (added.Fate == ClientMessageFate.NewCase)
            {
                session.Submit(added.CaseId);
                this.Notice(t["Cases.NotSolved.MadeNew", Case.Number]);
                return RedirectToPage("Done");
            }

            this.Notice(t["Cases.NotSolved.Thanks"]);
            return RedirectToPage("Follow");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return Page();
        }
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = session.Tracked is { } caseId ? await track.HandleAsync(caseId, cancellationToken) : null;
        if (found is null)
        {
            this.Notice(t["Cases.Track.SessionOver"], NoticeKind.Info);
            return RedirectToPage("Track");
        }

        Case = found;
        return found.MayDispute ? null : RedirectToPage("Follow");
    }
}

/// <summary>What is not solved.</summary>
public sealed class NotSolvedInput
{
    public string? Text { get; set; }
}

internal sealed class NotSolvedInputValidator : AbstractValidator<NotSolvedInput>
{
    public NotSolvedInputValidator(Texts t)
    {
        RuleFor(x => x.Text).Must(x => !string.IsNullOrWhiteSpace(x)).WithMessage(_ => t["Cases.NotSolved.TextMissing"]);
        RuleFor(x => x.Text).MaximumLength(Message.MaxLength).WithMessage(x => t["Cases.Submit.TextTooLong", Message.MaxLength, x.Text?.Length]);
    }
}
