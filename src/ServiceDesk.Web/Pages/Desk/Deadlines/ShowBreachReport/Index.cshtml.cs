using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.ShowBreachReport;

/// <summary>How promises were kept: figures, units by months, causes, and what still waits for an explanation.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(ReportBreachesHandler reportBreaches, ListBreachesHandler listBreaches, ICurrentUser me, LocalTime local, TimeProvider time, Texts t) : PageModel
{
    /// <summary>Rows of the list below the boxes; the rest is one link away.</summary>
    private const int Shown = 10;

    /// <summary>A named period; it wins over days of one's own.</summary>
    [BindProperty(SupportsGet = true)]
    public ReportPeriod? Period { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? OwnFrom { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public DateOnly? OwnTo { get; set; }

    /// <summary>Whether the reader chose the days.</summary>
    public bool IsOwnDays { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public BreachReport Report { get; private set; } = null!;

    public BreachPage Open { get; private set; } = null!;

    /// <summary>The rows to explain or to review, those of the reader first.</summary>
    public IEnumerable<BreachRow> OpenRows => Open.Rows.OrderByDescending(r => r.MayExplain || r.MayReview).Take(Shown);

    /// <summary>Who watches the whole house judges no single explanation: of single breaches only the own ones are listed.</summary>
    public bool OnlyNumbers => me.May(Permission.SeeAllBreaches) && !me.May(Permission.ReviewBreaches);

    public DateOnly Today => local.DateOf(time.GetUtcNow());

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (From, To) = (Period ?? ReportPeriod.HalfYear).Days(Today);
        IsOwnDays = Period is null && (OwnFrom ?? OwnTo) is not null;
        if (IsOwnDays && (OwnFrom ?? OwnTo) is { } day)
            (From, To) = (OwnFrom ?? new DateOnly(day.Year, day.Month, 1), OwnTo ?? (Today > day ? Today : day));
        try
        {
            Report = await reportBreaches.HandleAsync(new ReportBreaches(From, To, Unit), cancellationToken);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("from", t[refusal.Key, [.. refusal.Arguments]]);
            IsOwnDays = false;
            (From, To) = ReportPeriod.HalfYear.Days(Today);
            Report = await reportBreaches.HandleAsync(new ReportBreaches(From, To, Unit), cancellationToken);
        }

        Open = await listBreaches.HandleAsync(new ListBreaches { From = From, To = To, UnitId = Unit, Open = true, ForMe = OnlyNumbers }, cancellationToken);
    }

    /// <summary>A rate as <c>96,4 %</c>; a dash when nothing was counted.</summary>
    public string Percent(Rate rate) => rate.Value is { } value ? t["Breaches.Percent", value * 100] : "–";

    /// <summary>Working days, or hours where it took less than one; a dash when nothing was answered.</summary>
    public string Words(HandlingTime? handling) => handling is not { } took ? "–"
        : took.WorkingDays > 0 ? t.Plural("Breaches.WorkingDays", took.WorkingDays)
        : t["Breaches.Hours", Math.Round(took.Elapsed.TotalHours, 1)];

    /// <summary>The list of this report as a file.</summary>
    public string FileLink(string format) => List().Replace("/list?", "/export?", StringComparison.Ordinal) + $"&format={format}";

    /// <summary>The list behind a number.</summary>
    public string List(Guid? unit = null, DateOnly? month = null, string? more = null)
    {
        var from = month is { } first && first > From ? first : From;
        var to = month?.AddMonths(1).AddDays(-1) is { } last && last < To ? last : To;
        return $"/desk/breaches/list?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}{((unit ?? Unit) is { } only ? $"&unit={only}" : "")}{more}";
    }

    /// <summary>Darker for more, by quarters of the largest number; a single breach is never dark.</summary>
    public string Shade(int count)
    {
        var most = Math.Max(1, Report.Units.SelectMany(u => u.ByMonth).DefaultIfEmpty().Max());
        return $"b{Math.Min(count, (int)Math.Ceiling(4.0 * count / most))}";
    }
}
