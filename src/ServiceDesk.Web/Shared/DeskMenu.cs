using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Desk;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Shared;

/// <summary>The left menu of the desk, with the count of each view. What a person may not use is absent, not grey.</summary>
public sealed class DeskMenu(ICurrentUser me, CountDeskMenuHandler count, Texts t) : ViewComponent
{
    public sealed record Item(string Href, string Text, string? Icon, bool Current, int? Count = null, string? Look = null);

    public sealed record Section(string Heading, IReadOnlyList<Item> Items);

    public async Task<IViewComponentResult> InvokeAsync()
    {
        List<Section> sections = [];
        if (me.May(Permission.UseDesk))
        {
            var counts = await count.HandleAsync(HttpContext.RequestAborted);
            sections.Add(new Section(t["Shared.Desk.Work"], [.. Work(counts)]));
        }

        if (me.May(Permission.SeeUnitBreaches) || me.May(Permission.SeeAllBreaches))
            sections.Add(new Section(t["Shared.Desk.Quality"], [Link("/desk/breaches", t["Shared.Desk.Breaches"], "chart-bar")]));
        List<Item> system = [];
        if (me.May(Permission.ManageCalendar)) system.Add(Link("/desk/calendar", t["Shared.Desk.Calendar"], "calendar"));
        if (me.May(Permission.ManageStandard)) system.Add(Link("/desk/standard", t["Deadlines.Standard.Menu"], "scale"));
        if (me.May(Permission.SeeStatus)) system.Add(Link("/desk/status", t["Shared.Desk.Status"], "server"));
        if (system.Count > 0) sections.Add(new Section(t["Shared.Desk.System"], system));
        return View("/Pages/Shared/_DeskMenu.cshtml", sections);
    }

    private IEnumerable<Item> Work(DeskMenuCounts counts)
    {
        yield return Link("/desk", t["Shared.Desk.List"], "inbox", exact: true);
        yield return ListView("mine", t["Shared.Desk.Mine"], counts.Mine);
        yield return ListView("unit", t["Shared.Desk.UnitWork"], counts.Unit);
        yield return ListView("today", t["Shared.Desk.DueToday"], counts.Today, counts.Today > 0 ? "c-today" : null);
        yield return ListView("overdue", t["Shared.Desk.Overdue"], counts.Overdue, counts.Overdue > 0 ? "c-late" : null);
        yield return ListView("promises", t["Shared.Desk.Promises"], counts.Promises);
        yield return ListView("unassigned", t["Shared.Desk.Unassigned"], counts.Unassigned);
        if (counts.Failed > 0 && me.May(Permission.ManageOutbox))
            yield return Link("/desk/outbox", t["Shared.Desk.Failed"], "mail-x") with { Count = counts.Failed, Look = "c-late" };
        if (me.May(Permission.RegisterCases)) yield return Link("/desk/register", t["Shared.Action.Register"], "phone-plus");
        yield return Link("/desk/notices", t["Shared.Desk.Notices"], "bell") with { Count = counts.Notices };
    }

    private Item ListView(string view, string text, int number, string? look = null) => new(
        $"/desk?view={view}", text, null, Request.Path.Equals("/desk", StringComparison.OrdinalIgnoreCase) && Request.Query["view"] == view, number, look);

    private Item Link(string href, string text, string icon, bool exact = false)
    {
        var current = exact
            ? Request.Path.StartsWithSegments("/desk/cases", StringComparison.OrdinalIgnoreCase) || (Request.Path.Equals(href, StringComparison.OrdinalIgnoreCase) && !Request.Query.ContainsKey("view"))
            : Request.Path.StartsWithSegments(href, StringComparison.OrdinalIgnoreCase);
        return new Item(href, text, icon, current);
    }
}
