using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Quality;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Quality;

/// <summary>The fields of what an improvement is about, as typed.</summary>
public class ImprovementInput
{
    public string? Title { get; set; }

    public string? Why { get; set; }

    public string? Goal { get; set; }

    public string? Steps { get; set; }

    public string? Measure { get; set; }

    /// <summary>A number with a comma or a point.</summary>
    public string? Baseline { get; set; }

    public string? Target { get; set; }

    public string? WatchKey { get; set; }

    public Guid? UnitId { get; set; }

    public bool IsRestricted { get; set; }

    /// <summary>The plan; numbers that are none are left out, for <see cref="Wrong"/> has told.</summary>
    public ImprovementPlan ToPlan() => new()
    {
        Title = Title ?? "",
        Why = Why,
        Goal = Goal ?? "",
        Steps = Steps,
        Measure = Measure,
        Baseline = Number(Baseline),
        Target = Number(Target),
        WatchKey = WatchKey,
    };

    public void Fill(Improvement item)
    {
        var plan = item.Plan;
        (Title, Why, Goal, Steps, Measure, WatchKey) = (plan.Title, plan.Why, plan.Goal, plan.Steps, plan.Measure, plan.WatchKey);
        (Baseline, Target, UnitId, IsRestricted) = (Typed(plan.Baseline), Typed(plan.Target), item.UnitId, item.IsRestricted);
    }

    /// <summary>Names of the fields that hold no number.</summary>
    public virtual IEnumerable<string> Wrong() => WrongOf((nameof(Baseline), Baseline), (nameof(Target), Target));

    protected static IEnumerable<string> WrongOf(params (string Name, string? Text)[] fields) => fields.Where(f => !string.IsNullOrWhiteSpace(f.Text) && Number(f.Text) is null).Select(f => "Input." + f.Name);

    /// <summary>The number typed; null when nothing or no number was.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(text?.Trim().Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace(',', '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000_000m ? number : null;

    /// <summary>A number as one types it in Latvian.</summary>
    public static string? Typed(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(string refusal) => refusal switch
    {
        "Quality.Refusal.TitleMissing" => "Input.Title",
        "Quality.Refusal.GoalMissing" => "Input.Goal",
        "Quality.Refusal.MeasureMissing" => "Input.Measure",
        "Quality.Refusal.TargetIsBaseline" => "Input.Target",
        "Quality.Refusal.UnitUnknown" => "Input.UnitId",
        "Quality.Refusal.OwnerMissing" or "Quality.Refusal.EmployeeUnknown" or "Quality.Refusal.OwnerIsTheSame" => "Input.OwnerId",
        "Quality.Refusal.DayMissing" or "Quality.Refusal.DayIsOver" => "Input.On",
        "Quality.Refusal.MeasuredMissing" => "Input.Measured",
        "Quality.Refusal.EffectMissing" => "Input.IsEffective",
        "Quality.Refusal.AddressMissing" or "Quality.Refusal.AddressWrong" => "Input.Address",
        "Quality.Refusal.PublicTextMissing" => "Input.Lv",
        "Quality.Refusal.ReasonMissing" or "Quality.Refusal.TextMissing" or "Quality.Refusal.DoneMissing" or "Quality.Refusal.FindingMissing" => "Input.Text",
        _ => "",
    };
}

/// <summary>A page with the fields of a plan.</summary>
public abstract class ImprovementFieldsPage(CaseChoicesHandler choices, Texts t) : PageModel
{
    [BindProperty]
    public StepInput Input { get; set; } = new();

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    protected Texts T { get; } = t;

    protected CaseChoicesHandler Choices { get; } = choices;

    protected async Task LoadUnitsAsync(CancellationToken cancellationToken) =>
        Units = [.. (await Choices.UnitsAsync(cancellationToken)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];

    /// <summary>Tells of fields that hold no number; true when all do.</summary>
    protected bool NumbersAreRight()
    {
        foreach (var field in Input.Wrong())
            ModelState.AddModelError(field, T["Quality.Refusal.NumberWrong"]);
        return ModelState.IsValid;
    }

    /// <summary>Shows a refusal beside its field.</summary>
    protected void Show(Refusal refusal) => ModelState.AddModelError(ImprovementInput.FieldOf(refusal.Key), T[refusal.Key, [.. refusal.Arguments]]);
}

/// <summary>The fields of a step: each step reads what it needs.</summary>
public sealed class StepInput : ImprovementInput
{
    public Guid Token { get; set; }

    public string? Text { get; set; }

    public Guid? OwnerId { get; set; }

    public DateOnly? On { get; set; }

    public string? Measured { get; set; }

    public bool? IsEffective { get; set; }

    public string? Address { get; set; }

    public bool IsShown { get; set; }

    public string? Lv { get; set; }

    public string? En { get; set; }

    public string? Ru { get; set; }

    public IFormFile? Files { get; set; }

    /// <summary>Sealed references to files sent before.</summary>
    public List<string> Kept { get; set; } = [];

    /// <summary>Places in <see cref="Kept"/> to leave out.</summary>
    public List<int> Removed { get; set; } = [];

    public override IEnumerable<string> Wrong() => [.. base.Wrong(), .. WrongOf((nameof(Measured), Measured))];
}
