using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Quality;
using ServiceDesk.Application.Quality.Improvements;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Quality;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Uploads;

namespace ServiceDesk.Web.Pages.Desk.Quality.ShowImprovement;

/// <summary>One improvement task: the step at hand, what it is about, what proves it, what happened. The step is in the address.</summary>
[Authorize(Policy = nameof(Permission.SeeImprovements))]
[StreamedFiles]
public sealed class IndexModel(
    ShowImprovementHandler show, TendImprovementHandler tend, CaseChoicesHandler choices, Attachments attachments, QualityDesk desk, Texts t) : ImprovementFieldsPage(choices, t)
{
    /// <summary>After this many months the effect is looked at, unless somebody says otherwise.</summary>
    private const int UsualMonths = 3;

    /// <summary>Working time an agreed task usually gets.</summary>
    private const int UsualDays = 30;

    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "do")]
    public ImprovementStep? Chosen { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public ImprovementDetails Details { get; private set; } = null!;

    /// <summary>The step whose form is open.</summary>
    public ImprovementStep? Step { get; private set; }

    /// <summary>Who may do it.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public AttachmentList Kept { get; private set; } = AttachmentList.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var item = Details.Item;
        Input.Fill(item);
        (Input.IsShown, Input.Lv, Input.En, Input.Ru, Input.OwnerId) = (item.Public.IsShown, item.Public.Lv ?? item.Done, item.Public.En, item.Public.Ru, item.OwnerId);
        Input.On = Step switch
        {
            ImprovementStep.Finish => desk.Today.AddMonths(UsualMonths),
            ImprovementStep.Agree or ImprovementStep.Reopen => desk.Today.AddDays(UsualDays),
            _ => item.DueOn,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Chosen is not { } step)
            return BadRequest();
        var files = attachments.Collect(HttpContext, Input.Kept, Input.Removed, ModelState, "Input.Files");
        Kept = new AttachmentList(files, attachments.Keep);
        if (!NumbersAreRight())
            return Page();
        try
        {
            await tend.HandleAsync(step, new(Id, Version)
            {
                Text = Input.Text,
                OwnerId = Input.OwnerId,
                On = Input.On,
                Measured = ImprovementInput.Number(Input.Measured),
                IsEffective = Input.IsEffective,
                Plan = Input.ToPlan(),
                UnitId = Input.UnitId,
                IsRestricted = Input.IsRestricted,
                Address = Input.Address,
                Files = files,
                Public = new ImprovementPublicText { IsShown = Input.IsShown, Lv = Input.Lv, En = Input.En, Ru = Input.Ru },
            }, cancellationToken);
            this.Notice(T["Quality.Saved"]);
            return Redirect($"/desk/improvements/{Id}");
        }
        catch (Refusal refusal)
        {
            Show(refusal);
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, cancellationToken) is not { } details)
            return false;
        Details = details;
        Step = Chosen is { } chosen && details.Steps.Contains(chosen) ? chosen : details.Steps.Count > 0 && Next(details.Steps[0]) ? details.Steps[0] : null;
        if (Step == ImprovementStep.Describe)
            await LoadUnitsAsync(cancellationToken);
        if (Step is ImprovementStep.Agree or ImprovementStep.HandOver)
            People = Grouped(await Choices.PeopleAsync(cancellationToken), details.Item.UnitId);
        return true;
    }

    /// <summary>Steps that carry the task on open by themselves; the others are asked for.</summary>
    private static bool Next(ImprovementStep step) => step is ImprovementStep.Agree or ImprovementStep.Start or ImprovementStep.Finish or ImprovementStep.Check;

    /// <summary>The unit's own people first.</summary>
    private static IReadOnlyList<SelectListItem> Grouped(IReadOnlyList<PersonChoice> people, Guid unitId)
    {
        var groups = people.Select(p => p.UnitName).Distinct().ToDictionary(name => name, name => new SelectListGroup { Name = name });
        return [.. people.OrderBy(p => p.UnitId == unitId ? 0 : 1).Select(p => new SelectListItem(p.Name, p.Id.ToString()) { Group = groups[p.UnitName] })];
    }
}
