using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Web.Shared;

/// <summary>
/// <c>&lt;why-date for="@clock.Explanation"&gt;…&lt;/why-date&gt;</c>: a details block with the day strip, the sentence given as content,
/// the rule with its clause, and whether the calendar is confirmed.
/// </summary>
[HtmlTargetElement("why-date")]
public sealed class WhyDateTagHelper(Texts t, DayStripHtml html) : TagHelper
{
    public DueDateExplanation? For { get; set; }

    /// <summary>Shown unfolded.</summary>
    public bool Open { get; set; }

    /// <summary>The date was missed.</summary>
    public bool Failed { get; set; }

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
        output.Content.AppendHtml(html.Build(DayStrip.Of(For, Failed)));
        var text = new TagBuilder("p");
        text.AddCssClass("xs muted");
        if (!sentence.IsEmptyOrWhiteSpace) text.InnerHtml.AppendHtml(sentence).Append(" ");
        text.InnerHtml.Append(t["Shared.Why.Rule", For.Rule.Name.In(t.Language), For.Rule.Clause]);
        text.InnerHtml.Append(" " + t[For.CalendarConfirmed ? "Shared.Why.CalendarConfirmed" : "Shared.Why.CalendarOpen"]);
        output.Content.AppendHtml(text);
    }
}
