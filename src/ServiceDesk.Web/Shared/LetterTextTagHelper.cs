using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServiceDesk.Web.Shared;

/// <summary>The plain text of one of our letters with its line breaks, web addresses as links. What clients write is never linked.</summary>
[HtmlTargetElement("letter-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed partial class LetterTextTagHelper(HtmlEncoder encoder) : TagHelper
{
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pre");
        var text = Text ?? "";
        var at = 0;
        foreach (Match found in Address().Matches(text))
        {
            output.Content.AppendHtml(encoder.Encode(text[at..found.Index]));
            var address = encoder.Encode(found.Value);
            output.Content.AppendHtml($"<a href=\"{address}\" rel=\"noopener noreferrer\">{address}</a>");
            at = found.Index + found.Length;
        }

        output.Content.AppendHtml(encoder.Encode(text[at..]));
    }

    // A full stop or bracket after an address belongs to the sentence.
    [GeneratedRegex(@"https?://[^\s<>""„”«»]*[^\s<>""„”«».,;:!?)\]]")]
    private static partial Regex Address();
}
