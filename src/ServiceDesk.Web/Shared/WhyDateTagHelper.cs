using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared;

/// <summary>
/// <c>&lt;why-date for="strip" rule="Atbilde klientam" clause="SIG 21.1" calendar-confirmed="true"&gt;3 darba dienas…&lt;/why-date&gt;</c>:
/// a details block with the day strip, the sentence given as content, rule, clause and state of the calendar.
/// </summary>
[HtmlTargetElement("why-date")]
public sealed class WhyDateTagHelper(Texts t, Dates dates) : TagHelper
{
    public DayStrip? For { get; set; }

    public string? Rule { get; set; }

    public string? Clause { get; set; }

    public bool CalendarConfirmed { get; set; } = true;

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (For is null)
        {
            output.SuppressOutput();
            return;
        }

        var sentence = await output.GetChildContentAsync();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "why");
        if (Open) output.Attributes.SetAttribute("open", "open");

        var summary = new TagBuilder("summary");
        summary.InnerHtml.Append(t["Shared.Why.Title"]);
        output.Content.AppendHtml(summary);
        output.Content.AppendHtml(new DayStripTagHelper(t, dates).Build(For));
        var text = new TagBuilder("p");
        text.AddCssClass("xs muted");
        text.InnerHtml.AppendHtml(sentence);
        if (Rule is not null) text.InnerHtml.Append(" " + (Clause is null ? t["Shared.Why.Rule", Rule] : t["Shared.Why.RuleWithClause", Rule, Clause]));
        text.InnerHtml.Append(" " + t[CalendarConfirmed ? "Shared.Why.CalendarConfirmed" : "Shared.Why.CalendarOpen"]);
        output.Content.AppendHtml(text);
    }
}
