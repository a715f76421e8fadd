using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.BrowseBreaches;

/// <summary>The breaches behind a number of the report.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(ListBreachesHandler listBreaches, LocalTime local, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public BreachCause? Cause { get; set; }

    /// <summary><c>owed</c>: without explanation; <c>open</c>: not accepted yet; <c>mine</c>: waiting for the reader; else all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>Only the law's terms, or only promises.</summary>
    [BindProperty(SupportsGet = true)]
    public bool? Law { get; set; }

    /// <summary>Last row of the page before: due date and key.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public BreachPage Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var (from, to) = ReportPeriod.HalfYear.Days(local.DateOf(time.GetUtcNow()));
        From ??= from;
        To ??= to;
        Found = await listBreaches.HandleAsync(new ListBreaches
        {
            From = From.Value,
            To = To.Value,
            UnitId = Unit,
            Cause = Cause,
            Statute = Law,
            Unexplained = State == "owed" ? true : null,
            Open = State == "open",
            ForMe = State == "mine",
            After = Key(After),
        }, cancellationToken);
    }

    /// <summary>This list with another state, from its beginning; or its next page.</summary>
    public string Link(string? state, BreachKey? after = null)
    {
        var link = $"/desk/breaches/list?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}";
        if (Unit is { } unit)
            link += $"&unit={unit}";
        if (Cause is { } cause)
            link += $"&cause={cause}";
        if (Law is { } law)
            link += law ? "&law=true" : "&law=false";
        if (state is not null)
            link += $"&state={Uri.EscapeDataString(state)}";
        return after is null ? link : $"{link}&after={after.DueOn:yyyy-MM-dd}_{after.Id}";
    }

    private static BreachKey? Key(string? text) =>
        text?.Split('_') is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dueOn) && Guid.TryParse(id, out var key)
            ? new BreachKey(dueOn, key)
            : null;
}
