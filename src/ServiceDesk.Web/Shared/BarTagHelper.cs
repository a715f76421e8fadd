using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServiceDesk.Web.Shared;

/// <summary><c>&lt;bar value="24" max="31"/&gt;</c>: a decorative bar beside the number that says the same. Drawn as svg, so no style attribute is needed.</summary>
[HtmlTargetElement("bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarTagHelper : TagHelper
{
    public double Value { get; set; }

    public double Max { get; set; } = 100;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var share = Max <= 0 ? 0 : Math.Clamp(Value / Max, 0, 1) * 100;
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "track");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        var fill = new TagBuilder("rect") { TagRenderMode = TagRenderMode.SelfClosing };
        fill.Attributes["width"] = share.ToString("0.##", CultureInfo.InvariantCulture) + "%";
        fill.Attributes["height"] = "100%";
        output.Content.SetHtmlContent(fill);
    }
}
