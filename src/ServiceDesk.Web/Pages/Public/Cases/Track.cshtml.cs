using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>Asks for number and key. A wrong key and an unknown number look the same.</summary>
[EnableRateLimiting(RateLimits.TrackPolicy)]
public sealed class TrackModel(TrackCaseHandler track, ClientSession session, Texts t) : PageModel
{
    [BindProperty]
    public TrackInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await track.FindAsync(Input.Number, Input.Key, cancellationToken) is not { } caseId)
        {
            ModelState.AddModelError("Input.Number", t["Cases.Track.NotFound"]);
            return Page();
        }

        session.Track(caseId);
        return RedirectToPage("Follow");
    }
}

public sealed class TrackInput
{
    public string? Number { get; set; }

    public string? Key { get; set; }
}

internal sealed class TrackInputValidator : AbstractValidator<TrackInput>
{
    public TrackInputValidator(Texts t)
    {
        RuleFor(x => x.Number).Must(x => !string.IsNullOrWhiteSpace(x)).WithMessage(_ => t["Cases.Track.NumberMissing"]);
        RuleFor(x => x.Key).Must(x => !string.IsNullOrWhiteSpace(x)).WithMessage(_ => t["Cases.Track.KeyMissing"]);
    }
}
