using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Deadlines.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.EditProposal;

/// <summary>Corrects a proposed day; the next reading of the file leaves the correction alone.</summary>
[Authorize(Policy = nameof(Permission.ManageCalendar))]
public sealed class IndexModel(ShowProposalsHandler show, DecideProposalHandler decide, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public CalendarExceptionKind Kind { get; set; }

    [BindProperty]
    public DateOnly? PairOn { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public CalendarProposal Proposal { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await show.FindAsync(Id, cancellationToken) is not { } proposal)
            return NotFound();
        Proposal = proposal;
        (Seen, On, Kind, PairOn, Name, Source) = (proposal.Version, proposal.On, proposal.Kind, proposal.PairOn, proposal.Name, proposal.Source);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await show.FindAsync(Id, cancellationToken) is not { } proposal)
            return NotFound();
        Proposal = proposal;
        if (!ModelState.IsValid)
            return Page();
        try
        {
            var on = On ?? throw new Refusal("Deadlines.Refusal.DateNeeded");
            await decide.HandleAsync(new Application.Deadlines.Imports.EditProposal(Id, Seen, on, Kind, Name, Source, PairOn), cancellationToken);
            this.Notice(t["Deadlines.Import.EditDone"]);
            return Redirect("/desk/calendar/import");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            return Page();
        }
    }

    private static string FieldOf(string refusal) => refusal switch
    {
        "Deadlines.Refusal.DateNeeded" or "Deadlines.Refusal.DateOutOfRange" => nameof(On),
        "Deadlines.Refusal.PairIsTheSameDay" => nameof(PairOn),
        "Deadlines.Refusal.ExceptionReason" => nameof(Name),
        "Deadlines.Refusal.ExceptionSource" => nameof(Source),
        _ => "",
    };
}
