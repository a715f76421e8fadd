using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Bulk;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.BulkCases;

/// <summary>Confirms a step on many cases: how many, which ones for example, where it will be refused and why. Nothing has happened before the button here.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(
    PreviewBulkHandler preview, StartBulkHandler start, ContinueBulkHandler proceed, CaseChoicesHandler choices, Seals seals, ICurrentUser me, Texts t) : PageModel
{
    private const string Purpose = "bulk-cases";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static readonly IReadOnlyList<CaseOutcome> ReplyOutcomes =
        [CaseOutcome.Granted, CaseOutcome.PartlyGranted, CaseOutcome.Explained, CaseOutcome.Refused, CaseOutcome.ThanksPassedOn];

    public static readonly IReadOnlyList<CaseOutcome> CloseOutcomes =
    [
        CaseOutcome.NoReplyWanted, CaseOutcome.Withdrawn, CaseOutcome.LeftUnexamined, CaseOutcome.ThanksPassedOn,
        CaseOutcome.Granted, CaseOutcome.PartlyGranted, CaseOutcome.Explained, CaseOutcome.Refused,
    ];

    [FromQuery(Name = "do")]
    public BulkStep? Step { get; set; }

    [FromQuery(Name = "id")]
    public List<Guid> CaseIds { get; set; } = [];

    /// <summary>All cases of <see cref="List"/>, not only those ticked.</summary>
    [FromQuery(Name = "all")]
    public bool All { get; set; }

    /// <summary>The list one comes from, as a query string.</summary>
    [FromQuery(Name = "list")]
    public string? List { get; set; }

    [BindProperty]
    public BulkInput Input { get; set; } = new();

    public BulkPreview Preview { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public string Back => string.IsNullOrEmpty(List) ? "/desk" : $"/desk?{List}";

    public int Fit => Preview.Fit.Count();

    /// <summary>Cases meant that the page says nothing of, because the person does not see them.</summary>
    public int Unknown => All ? 0 : Preview.Asked - Preview.Cases.Count;

    /// <summary>Cases beyond what one run takes.</summary>
    public int Beyond => All ? Preview.Asked - Preview.Cases.Count : 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Step is not { } step || (step == BulkStep.Assign && !me.May(Permission.AssignCases)))
            return NotFound();
        (Input.Step, Input.Token) = (step, Guid.CreateVersion7());
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (seals.Open<List<SealedCase>>(Purpose, Input.Cases, Longest)?.Fact is not { } cases)
        {
            ModelState.AddModelError("", t["Desk.Bulk.TooOld"]);
            return await ShowAsync(cancellationToken);
        }

        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken, cases);
        try
        {
            var run = await start.HandleAsync(new StartBulk(Input.Token, Input.AsOrder(), [.. cases.Select(c => new BulkCase(c.Id, c.N, c.V))]), cancellationToken);
            await proceed.HandleAsync(run, cancellationToken);
            return RedirectToPage("/Desk/Cases/ShowBulk/Index", new { id = run, list = List });
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return await ShowAsync(cancellationToken, cases);
        }
    }

    /// <param name="shown">The cases as they were shown before an error: their versions stay what the person saw.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken, List<SealedCase>? shown = null)
    {
        var list = All && shown is null ? CaseListAddress.Read(List, Web.Shared.Desk.DeskViews.Beginning(me)) : null;
        Preview = await preview.HandleAsync(new PreviewBulk(Input.Step, shown is null ? CaseIds : [.. shown.Select(c => c.Id)], list), cancellationToken);
        var seen = (shown ?? []).ToDictionary(c => c.Id, c => c.V);
        ModelState.Remove("Input.Cases");
        Input.Cases = seals.Seal(Purpose, Preview.Fit.Select(c => new SealedCase(c.Id, c.Number, seen.GetValueOrDefault(c.Id, c.Version))).ToList());
        if (Input.Step == BulkStep.Assign)
        {
            var staff = await choices.StaffAsync(cancellationToken);
            Units = [.. staff.Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
            People = [.. staff.SelectMany(u => Named(u))];
        }

        return Page();

        static IEnumerable<SelectListItem> Named(UnitStaff unit)
        {
            var group = new SelectListGroup { Name = unit.Name };
            return unit.People.Select(p => new SelectListItem(p.Name, p.Id.ToString()) { Group = group });
        }
    }
}
