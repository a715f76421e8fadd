using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Public.Deadlines.ExplainDueDate;

/// <summary>Any day and hour: by when we answer, and how that was counted.</summary>
public sealed class IndexModel(ExplainDueDateHandler explain, StandardProvider standards, LocalTime local, TimeProvider time, Texts t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? Date { get; set; }

    [BindProperty(SupportsGet = true)]
    public TimeOnly? Time { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rule { get; set; }

    public IReadOnlyList<SelectListItem> Rules { get; private set; } = [];

    public ExplainedDueDate? Answer { get; private set; }

    /// <summary>The local time we reckon with when the one given does not exist because clocks went forward.</summary>
    public TimeOnly? MovedTo { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var now = local.At(time.GetUtcNow());
        var today = DateOnly.FromDateTime(now);
        Date ??= ModelState.IsValid ? today : null;
        var day = Date >= WorkingCalendar.First && Date < WorkingCalendar.Last ? Date.Value : today;
        var rulebook = await standards.GetAsync(day, cancellationToken);
        var external = rulebook.Standard.Rules.Where(r => r.Audience == Audience.External);
        Rules = [.. external.Concat(rulebook.Statute.Where(s => s.HoldsOn(day)).Select(s => s.Rule)).Select(r => new SelectListItem(r.Name.In(t.Language), r.Id))];
        Rule ??= Rules[0].Value;
        if (!ModelState.IsValid)
            return;

        try
        {
            var form = Time is null ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm";
            Answer = await explain.HandleAsync(new(null, Rule, Date!.Value.ToDateTime(Time ?? default).ToString(form, CultureInfo.InvariantCulture)), cancellationToken);
            var reckoned = TimeOnly.FromDateTime(local.At(Answer.ReceivedAt));
            MovedTo = Time is { } given && (given.Hour, given.Minute) != (reckoned.Hour, reckoned.Minute) ? reckoned : null;
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(refusal.Key == "Deadlines.Refusal.UnknownRule" ? nameof(Rule) : nameof(Date), t[refusal.Key, [.. refusal.Arguments]]);
        }
    }
}
