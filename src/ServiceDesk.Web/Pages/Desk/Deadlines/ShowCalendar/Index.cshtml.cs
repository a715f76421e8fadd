using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.ShowCalendar;

/// <summary>The working calendar of a year with its exceptions and their history.</summary>
[Authorize(Policy = nameof(Permission.ManageCalendar))]
public sealed class IndexModel(ShowCalendarYearHandler show, Texts t) : PageModel
{
    public CalendarYearView Year { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancellationToken)
    {
        try
        {
            Year = await show.HandleAsync(new(year), cancellationToken);
            return Page();
        }
        catch (Refusal)
        {
            return NotFound();
        }
    }

    /// <summary>Weeks of a month, Monday first; null outside the month.</summary>
    public IEnumerable<CalendarDay?[]> Weeks(int month)
    {
        var days = Year.Days.Where(d => d.Date.Month == month).ToList();
        var lead = ((int)days[0].Date.DayOfWeek + 6) % 7;
        return Enumerable.Repeat<CalendarDay?>(null, lead).Concat(days).Chunk(7).Select(week => week.Length == 7 ? week : [.. week, .. new CalendarDay?[7 - week.Length]]);
    }

    public string? Look(CalendarDay day) => day.Reason switch
    {
        DayReason.Working => day.IsShortened ? "short" : null,
        DayReason.Weekend => "free",
        DayReason.MovedIn or DayReason.MovedOut or DayReason.LocalWorking => "moved",
        _ => "holiday",
    } + (day.Date == Year.Today ? " now" : "");

    /// <summary>What the day is in words; null for an ordinary working day or weekend.</summary>
    public string? Words(CalendarDay day)
    {
        var what = day.Reason switch
        {
            DayReason.Working or DayReason.Weekend => null,
            DayReason.PublicHoliday => t.Of(day.Holiday),
            _ => t.Of(day.Reason),
        };
        return day.IsShortened ? string.Join(", ", new[] { what, t["Deadlines.Calendar.Shortened"] }.OfType<string>()) : what;
    }
}
