using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Deadlines.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.ImportCalendar;

/// <summary>Days read from files, to be confirmed, edited or rejected before the calendar has them.</summary>
[Authorize(Policy = nameof(Permission.ManageCalendar))]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexModel(ShowProposalsHandler show, ImportCalendarHandler import, DecideProposalHandler decide, Texts t) : PageModel
{
    private const int MostBytes = 4 * ImportCalendarHandler.MostBytes;

    [FromQuery]
    public Guid? Reading { get; set; }

    [BindProperty]
    public IFormFile? Days { get; set; }

    [BindProperty]
    public string? Pasted { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public ProposalsView View { get; private set; } = null!;

    public string NameOf(CalendarReading reading) =>
        reading.FileName.Length > 0 ? reading.FileName : t[reading.IsICalendar ? "Deadlines.Import.PastedICalendar" : "Deadlines.Import.PastedTable"];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        View = await show.HandleAsync(Reading, cancellationToken);
        return Reading is not null && View.Reading is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string? step, List<Guid> ids, Guid? reject, Guid? again, Guid? take, Guid? keep, CancellationToken cancellationToken)
    {
        try
        {
            if (step == "bring")
                return Redirect($"/desk/calendar/import?reading={await BringAsync(cancellationToken)}");
            if (step == "all")
                return Redirect("/desk/calendar/import/confirm");
            if (step == "chosen")
                return ids.Count == 0 ? throw new Refusal("Deadlines.Refusal.NoDayChosen") : Redirect("/desk/calendar/import/confirm?" + string.Join('&', ids.Select(id => $"ids={id}")));

            var (chosen, decision, done) = (reject, again, take, keep) switch
            {
                ({ } one, _, _, _) => (one, ProposalDecision.Reject, "Deadlines.Import.Rejected"),
                (_, { } one, _, _) => (one, ProposalDecision.Reconsider, "Deadlines.Import.Reconsidered"),
                (_, _, { } one, _) => (one, ProposalDecision.TakeDifference, "Deadlines.Import.Taken"),
                (_, _, _, { } one) => (one, ProposalDecision.KeepDecision, "Deadlines.Import.Kept"),
                _ => (Guid.Empty, ProposalDecision.Reject, "Deadlines.Import.Rejected"),
            };
            await decide.HandleAsync(new DecideProposal(chosen == Guid.Empty ? ids : [chosen], decision), cancellationToken);
            this.Notice(t[done]);
            return Redirect("/desk/calendar/import");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(step == "bring" ? nameof(Days) : "", t[refusal.Key, [.. refusal.Arguments]]);
            View = await show.HandleAsync(null, cancellationToken);
            return Page();
        }
    }

    private async Task<Guid> BringAsync(CancellationToken cancellationToken)
    {
        if (Days is null && string.IsNullOrWhiteSpace(Pasted))
            throw new Refusal("Deadlines.Import.Empty");
        await using var content = Days?.OpenReadStream() ?? new MemoryStream(Encoding.UTF8.GetBytes(Pasted!));
        return await import.HandleAsync(new Application.Deadlines.Imports.ImportCalendar(Days?.FileName ?? "", content, Source), cancellationToken);
    }
}
