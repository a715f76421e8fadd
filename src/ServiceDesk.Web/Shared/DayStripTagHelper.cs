using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared;

/// <summary><c>&lt;day-strip for="Model.Strip"/&gt;</c>: how the date was counted, one cell per day; a list with full sentences for screen readers.</summary>
[HtmlTargetElement("day-strip", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayStripTagHelper(Texts t, Dates dates) : TagHelper
{
    public DayStrip? For { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (For is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = null;
        output.Content.SetHtmlContent(Build(For));
    }

    public IHtmlContent Build(DayStrip strip)
    {
        var cells = strip.Cells();
        var list = new TagBuilder("ol");
        list.AddCssClass($"strip{(strip.Failed ? " fail" : "")}{(cells.Count > 7 ? " long" : "")}");
        list.Attributes["aria-label"] = t["Shared.Strip.Label"];
        foreach (var cell in cells) list.InnerHtml.AppendHtml(Item(strip, cell));
        return list;
    }

    private TagBuilder Item(DayStrip strip, StripCell cell)
    {
        var today = cell.From <= strip.Today && strip.Today <= cell.To;
        var item = new TagBuilder("li");
        var kind = cell.Kind switch
        {
            StripCellKind.Received => "got",
            StripCellKind.Off => "off",
            StripCellKind.Gap => "gap",
            StripCellKind.Due => "end",
            _ => "",
        };
        if (today && cell.Kind != StripCellKind.Received) kind += " now";
        if (kind.Length > 0) item.AddCssClass(kind.Trim());

        if (cell.Kind == StripCellKind.Gap)
        {
            item.InnerHtml.Append(t.Plural(strip.WorkingDays ? "Shared.Strip.MoreWorking" : "Shared.Strip.More", cell.Number));
            return item;
        }

        item.InnerHtml.AppendHtml(Visible("wd", cell.From == cell.To || cell.To.DayNumber - cell.From.DayNumber > 1
            ? dates.WeekdayShort(cell.From) + (cell.From == cell.To ? "" : "–" + dates.WeekdayShort(cell.To))
            : $"{dates.WeekdayShort(cell.From)} {dates.WeekdayShort(cell.To)}"));
        item.InnerHtml.AppendHtml(Visible("dn", cell.From == cell.To ? $"{cell.From.Day}" : $"{cell.From.Day}–{cell.To.Day}"));
        item.InnerHtml.AppendHtml(Visible("tx", Caption(cell, today)));
        var spoken = new TagBuilder("span");
        spoken.AddCssClass("vh");
        spoken.InnerHtml.Append(Spoken(cell, today));
        item.InnerHtml.AppendHtml(spoken);
        return item;
    }

    private string Caption(StripCell cell, bool today) => cell.Kind switch
    {
        StripCellKind.Received => today ? t["Shared.Strip.Today"] : t["Shared.Strip.Received"],
        StripCellKind.Off => cell.Reason ?? t["Shared.Strip.DayOff"],
        _ when cell.Number == 0 => today ? t["Shared.Strip.Today"] : t["Shared.Strip.Due"],
        _ => today ? $"{cell.Number}. {t["Shared.Strip.Today"]}" : $"{cell.Number}.",
    };

    private string Spoken(StripCell cell, bool today)
    {
        var day = cell.From == cell.To
            ? $"{dates.Weekday(cell.From)}, {dates.DayAndMonth(cell.From)}"
            : $"{dates.Weekday(cell.From)}, {dates.DayAndMonth(cell.From)} – {dates.Weekday(cell.To)}, {dates.DayAndMonth(cell.To)}";
        List<string> parts = [day];
        if (cell.Kind == StripCellKind.Received) parts.Add(t["Shared.Strip.Received"]);
        if (cell.Kind == StripCellKind.Off) parts.Add(cell.Reason ?? t[cell.From == cell.To ? "Shared.Strip.DayOff" : "Shared.Strip.DaysOff"]);
        if (cell.Number > 0) parts.Add(t["Shared.Strip.Counted", cell.Number]);
        if (cell.Kind == StripCellKind.Due) parts.Add(t["Shared.Strip.Due"]);
        if (today) parts.Add(t["Shared.Strip.Today"]);
        return string.Join(", ", parts);
    }

    private static TagBuilder Visible(string cssClass, string text)
    {
        var span = new TagBuilder("span");
        span.AddCssClass(cssClass);
        span.Attributes["aria-hidden"] = "true";
        span.InnerHtml.Append(text);
        return span;
    }
}
