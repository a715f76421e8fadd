using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Web.Shared;

/// <summary><c>&lt;day-strip for="@Model.Explanation"/&gt;</c>: how the date was counted, one cell per day; a list with full sentences for screen readers.</summary>
[HtmlTargetElement("day-strip", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayStripTagHelper(DayStripHtml html) : TagHelper
{
    public DueDateExplanation? For { get; set; }

    /// <summary>A strip that no rule explains, for example of a promised date; in place of <see cref="For"/>.</summary>
    public DayStrip? Strip { get; set; }

    /// <summary>The date was missed.</summary>
    public bool Failed { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var strip = Strip ?? (For is null ? null : DayStrip.Of(For, Failed));
        output.TagName = null;
        if (strip is not null) output.Content.SetHtmlContent(html.Build(strip));
    }
}

/// <summary>Writes a strip; shared by the bare strip and "why this date?".</summary>
public sealed class DayStripHtml(Texts t, Dates dates, TimeProvider time)
{
    public IHtmlContent Build(DayStrip strip)
    {
        var today = dates.DateOf(time.GetUtcNow());
        var cells = strip.Cells();
        var list = new TagBuilder("ol");
        list.AddCssClass($"strip{(strip.Failed ? " fail" : "")}{(cells.Count > 7 ? " long" : "")}");
        list.Attributes["aria-label"] = t["Shared.Strip.Label"];
        foreach (var cell in cells) list.InnerHtml.AppendHtml(Item(strip, cell, today));
        return list;
    }

    private TagBuilder Item(DayStrip strip, StripCell cell, DateOnly day)
    {
        var today = cell.From <= day && day <= cell.To;
        var item = new TagBuilder("li");
        if (today && cell.Kind != StripCellKind.Arrival) item.AddCssClass("now");
        if (Look(cell.Kind) is { } look) item.AddCssClass(look);
        if (cell.Kind == StripCellKind.Gap)
        {
            item.InnerHtml.Append(t.Plural(strip.WorkingDays ? "Shared.Strip.MoreWorking" : "Shared.Strip.More", cell.Ordinal));
            return item;
        }

        item.InnerHtml.AppendHtml(Part("wd", Weekdays(cell)));
        item.InnerHtml.AppendHtml(Part("dn", cell.From == cell.To ? $"{cell.From.Day}" : $"{cell.From.Day}–{cell.To.Day}"));
        item.InnerHtml.AppendHtml(Part("tx", Caption(cell, today)));
        item.InnerHtml.AppendHtml(Part("vh", Spoken(cell, today)));
        return item;
    }

    private static string? Look(StripCellKind kind) => kind switch
    {
        StripCellKind.Arrival or StripCellKind.Start => "got",
        StripCellKind.Off => "off",
        StripCellKind.Gap => "gap",
        StripCellKind.Due => "end",
        _ => null,
    };

    private string Weekdays(StripCell cell) => (cell.To.DayNumber - cell.From.DayNumber) switch
    {
        0 => dates.WeekdayShort(cell.From),
        1 => $"{dates.WeekdayShort(cell.From)} {dates.WeekdayShort(cell.To)}",
        _ => $"{dates.WeekdayShort(cell.From)}–{dates.WeekdayShort(cell.To)}",
    };

    private string Caption(StripCell cell, bool today) => cell.Kind switch
    {
        StripCellKind.Arrival => today ? t["Shared.Strip.Today"] : t["Shared.Strip.Received"],
        StripCellKind.Start => t["Shared.Strip.Start"],
        StripCellKind.Off => Free(cell.Reason),
        _ when cell.Ordinal == 0 => today ? t["Shared.Strip.Today"] : t["Shared.Strip.Due"],
        _ => today ? $"{cell.Ordinal}. {t["Shared.Strip.Today"]}" : $"{cell.Ordinal}.",
    };

    /// <summary>A word short enough for a cell.</summary>
    private string Free(DayReason reason) => reason switch
    {
        DayReason.PublicHoliday or DayReason.OneOffHoliday or DayReason.SubstituteDay => t["Shared.Strip.Holiday"],
        DayReason.MovedOut => t["Shared.Strip.MovedOut"],
        DayReason.Closed => t["Shared.Strip.Closed"],
        _ => t["Shared.Strip.DayOff"],
    };

    private string Spoken(StripCell cell, bool today)
    {
        List<string> parts = [Named(cell.From) + (cell.From == cell.To ? "" : " – " + Named(cell.To))];
        if (cell.Kind == StripCellKind.Arrival) parts.Add(t["Shared.Strip.Received"]);
        if (cell.Kind == StripCellKind.Start) parts.Add(t["Shared.Strip.StartSpoken"]);
        if (cell.Kind == StripCellKind.Off) parts.Add(Free(cell.Reason));
        if (cell.Ordinal > 0) parts.Add(t["Shared.Strip.Counted", cell.Ordinal]);
        if (cell.Reason == DayReason.MovedIn) parts.Add(t["Shared.Strip.MovedIn"]);
        if (cell.Kind == StripCellKind.Due) parts.Add(t["Shared.Strip.Due"]);
        if (today) parts.Add(t["Shared.Strip.Today"]);
        return string.Join(", ", parts);
    }

    private string Named(DateOnly day) => $"{dates.Weekday(day)}, {dates.DayAndMonth(day)}";

    private static TagBuilder Part(string look, string text)
    {
        var span = new TagBuilder("span");
        span.AddCssClass(look);
        if (look != "vh") span.Attributes["aria-hidden"] = "true";
        span.InnerHtml.Append(text);
        return span;
    }
}
