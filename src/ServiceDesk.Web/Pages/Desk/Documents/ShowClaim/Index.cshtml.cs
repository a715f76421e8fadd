using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Documents.Claims;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Documents.Claims;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Documents.ShowClaim;

/// <summary>What became of one claim, and what happens next.</summary>
[Authorize(Policy = nameof(Permission.SeeDocuments))]
public sealed class IndexModel(ShowClaimHandler show, NoteClaimStepHandler note, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The step whose form is open.</summary>
    [BindProperty(SupportsGet = true)]
    public ClaimStepKind? Step { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public NewsInput News { get; set; } = new();

    public ClaimView View { get; private set; } = null!;

    /// <summary>Who may decide a dispute about this claim.</summary>
    public IEnumerable<ClaimForum> Forums => View.Course.IsOurs ? [ClaimForum.Court] : Enum.GetValues<ClaimForum>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Step is { } step && !View.Possible.Contains(step))
            return Redirect($"/desk/claims/{Id}");
        News.On = View.Today;
        if (Forums.Count() == 1)
            News.Forum = ClaimForum.Court;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Step is not { } step)
            return BadRequest();
        if (ModelState.IsValid)
        {
            try
            {
                await note.HandleAsync(Id, Version, News.Of(step), cancellationToken);
                this.Notice(t["Documents.Claims.Noted"]);
                return Redirect($"/desk/claims/{Id}");
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            }
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    private static string FieldOf(string key) => key switch
    {
        "Documents.Refusal.ClaimDayMissing" or "Documents.Refusal.ClaimDay" => "News.On",
        "Documents.Refusal.ClaimAmount" or "Documents.Refusal.ClaimAmountMissing" => "News.Amount",
        "Documents.Refusal.ClaimDecisionMissing" => "News.Decision",
        "Documents.Refusal.ClaimSettleBy" => "News.SettleBy",
        "Documents.Refusal.ClaimForumMissing" or "Documents.Refusal.ClaimForum" => "News.Forum",
        "Cases.Refusal.ReasonMissing" or "Documents.Refusal.ReasonTooLong" => "News.Text",
        _ => "",
    };

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, cancellationToken) is not { } found)
            return false;
        View = found;
        return true;
    }

    public sealed class NewsInput
    {
        public DateOnly? On { get; set; }

        public ClaimDecision? Decision { get; set; }

        public decimal? Amount { get; set; }

        public DateOnly? SettleBy { get; set; }

        public ClaimForum? Forum { get; set; }

        public string? Number { get; set; }

        public string? Text { get; set; }

        public ClaimNews Of(ClaimStepKind step) => new(step, On) { Decision = Decision, Amount = Amount, SettleBy = SettleBy, Forum = Forum, Number = Number, Text = Text };
    }
}
