using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared;

/// <summary><c>&lt;due-badge for="row.Due" sub="Solījums · 3 d. d."/&gt;</c>: icon, words and colour of the earliest open clock.</summary>
[HtmlTargetElement("due-badge", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DueBadgeTagHelper(Texts t, Dates dates) : TagHelper
{
    public DueBadge? For { get; set; }

    /// <summary>Words instead of the usual ones, for example "Atbildēt rīt, 20.11.".</summary>
    public string? Text { get; set; }

    /// <summary>The second line: which clock this is.</summary>
    public string? Sub { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (For is null)
        {
            output.SuppressOutput();
            return;
        }

        var (kind, icon) = Look(For.State);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes.TryGetAttribute("class", out var attribute) ? $" {attribute.Value}" : "";
        output.Attributes.SetAttribute("class", $"due due-{kind}{given}");
        output.Content.AppendHtml(IconTagHelper.Build(icon));
        output.Content.Append(string.IsNullOrEmpty(Text) ? For.Text(t, dates) : Text);
        if (string.IsNullOrEmpty(Sub)) return;
        var second = new TagBuilder("span");
        second.AddCssClass("t2 num");
        second.InnerHtml.Append(Sub);
        output.PostElement.AppendHtml(second);
    }

    private static (string Kind, string Icon) Look(DueState state) => state switch
    {
        DueState.Overdue => ("late", "alert-triangle"),
        DueState.Today => ("today", "bell-ringing"),
        DueState.Soon => ("soon", "clock"),
        DueState.Promised => ("promise", "calendar-check"),
        DueState.Waiting => ("wait", "hourglass"),
        DueState.InTime => ("ok", "circle-check"),
        DueState.Done => ("done", "check"),
        _ => throw new InvalidOperationException($"No look for {state}"),
    };
}
