using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServiceDesk.Web.Shared;

/// <summary><c>&lt;icon name="clock"/&gt;</c>: decoration beside words; with <c>label</c> it speaks for itself.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, Name, Label);

    public static TagBuilder Build(string name)
    {
        var svg = new TagBuilder("svg");
        foreach (var (key, value) in Attributes) svg.Attributes[key] = value;
        svg.Attributes["class"] = "ic";
        svg.Attributes["aria-hidden"] = "true";
        svg.InnerHtml.AppendHtml(IconLibrary.Drawing(name));
        return svg;
    }

    private static readonly (string Key, string Value)[] Attributes =
    [
        ("viewBox", "0 0 24 24"), ("fill", "none"), ("stroke", "currentColor"), ("stroke-width", "2"), ("stroke-linecap", "round"), ("stroke-linejoin", "round"),
    ];

    private static void Write(TagHelperOutput output, string name, string? label)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        var extra = output.Attributes.TryGetAttribute("class", out var given) ? $"ic {given.Value}" : "ic";
        output.Attributes.SetAttribute("class", extra);
        foreach (var (key, value) in Attributes) output.Attributes.SetAttribute(key, value);
        if (string.IsNullOrEmpty(label))
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", label);
        }

        output.Content.SetHtmlContent(IconLibrary.Drawing(name));
    }
}
