using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared;

/// <summary><c>&lt;pager previous="url" next="url" text="1.–13. no 37"/&gt;</c>: paging by key, links only where there is a page.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(Texts t) : TagHelper
{
    public string? Previous { get; set; }

    public string? Next { get; set; }

    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // An expression that yields null arrives here as an empty string.
        var (hasText, hasPrevious, hasNext) = (!string.IsNullOrEmpty(Text), !string.IsNullOrEmpty(Previous), !string.IsNullOrEmpty(Next));
        if (!hasText && !hasPrevious && !hasNext)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager num");
        output.Attributes.SetAttribute("aria-label", t["Shared.Pager.Label"]);
        if (hasText) output.Content.AppendHtml("<span>").Append(Text).AppendHtml("</span>");
        if (hasPrevious) output.Content.AppendHtml(Link(Previous!, "prev", t["Shared.Pager.Previous"]));
        if (hasNext) output.Content.AppendHtml(Link(Next!, "next", t["Shared.Pager.Next"]));
    }

    private static TagBuilder Link(string href, string rel, string text)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = href;
        link.Attributes["rel"] = rel;
        link.InnerHtml.Append(text);
        return link;
    }
}
