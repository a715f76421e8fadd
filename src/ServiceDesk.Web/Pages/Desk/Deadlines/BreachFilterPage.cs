using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Web.Pages.Desk.Deadlines;

/// <summary>Which breaches, as the address says it: the same for the list and for its files.</summary>
public abstract class BreachFilterPage : PageModel
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

    [BindProperty(SupportsGet = true)]
    public string? Rule { get; set; }

    [BindProperty(SupportsGet = true)]
    public Channel? Channel { get; set; }

    /// <summary>What is asked for; the last half-year when no days are given.</summary>
    protected ListBreaches Query(DateOnly today)
    {
        var (from, to) = ReportPeriod.HalfYear.Days(today);
        From ??= from;
        To ??= to;
        return new ListBreaches
        {
            From = From.Value,
            To = To.Value,
            UnitId = Unit,
            Cause = Cause,
            RuleId = Rule,
            Channel = Channel,
            Statute = Law,
            Unexplained = State == "owed" ? true : null,
            Open = State == "open",
            ForMe = State == "mine",
        };
    }

    /// <summary>The same choice on a page, perhaps in another state.</summary>
    protected string Address(string page, string? state)
    {
        var link = $"{page}?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}";
        if (Unit is { } unit)
            link += $"&unit={unit}";
        if (Cause is { } cause)
            link += $"&cause={cause}";
        if (Rule is { Length: > 0 } rule)
            link += $"&rule={Uri.EscapeDataString(rule)}";
        if (Channel is { } channel)
            link += $"&channel={channel}";
        if (Law is { } law)
            link += law ? "&law=true" : "&law=false";
        return state is null ? link : $"{link}&state={Uri.EscapeDataString(state)}";
    }

    /// <summary>This list as a file.</summary>
    public string FileLink(string format) => Address("/desk/breaches/export", State) + $"&format={format}";
}
