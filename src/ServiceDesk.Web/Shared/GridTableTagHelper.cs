using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServiceDesk.Web.Shared;

/// <summary>Puts a table that may be wider than a phone into an area that scrolls by itself; work lists and stacked tables fit without.</summary>
[HtmlTargetElement("table", Attributes = "class")]
public sealed class GridTableTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var look = output.Attributes["class"]?.Value?.ToString()?.Split(' ') ?? [];
        if (!look.Contains("grid-t") || look.Contains("worklist") || look.Contains("stack")) return;
        output.PreElement.SetHtmlContent("<div class=\"scroll\">");
        output.PostElement.SetHtmlContent("</div>");
    }
}
