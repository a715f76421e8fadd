using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServiceDesk.Web.Shared;

/// <summary>
/// A privacy notice as officials write it: lines that begin with <c>## </c> are headings, with <c>- </c> list entries, an empty line ends a
/// paragraph, web and e-mail addresses become links. Everything else is text.
/// </summary>
[HtmlTargetElement("notice-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed partial class NoticeTextTagHelper(HtmlEncoder encoder) : TagHelper
{
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var list = false;
        List<string> paragraph = [];
        foreach (var line in (Text ?? "").ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Append(""))
        {
            var entry = line.StartsWith("- ", StringComparison.Ordinal);
            if ((entry || line.Length == 0 || line.StartsWith("## ", StringComparison.Ordinal)) && paragraph.Count > 0)
            {
                output.Content.AppendHtml($"<p>{string.Join("<br>", paragraph)}</p>");
                paragraph.Clear();
            }

            if (list && !entry)
                output.Content.AppendHtml("</ul>");
            if (entry && !list)
                output.Content.AppendHtml("<ul>");
            list = entry;
            if (entry)
                output.Content.AppendHtml($"<li>{Linked(line[2..])}</li>");
            else if (line.StartsWith("## ", StringComparison.Ordinal))
                output.Content.AppendHtml($"<h2>{Linked(line[3..])}</h2>");
            else if (line.Length > 0)
                paragraph.Add(Linked(line));
        }
    }

    private string Linked(string text)
    {
        var made = new System.Text.StringBuilder();
        var at = 0;
        foreach (Match found in Address().Matches(text))
        {
            made.Append(encoder.Encode(text[at..found.Index]));
            var shown = encoder.Encode(found.Value);
            made.Append(System.Globalization.CultureInfo.InvariantCulture, $"<a href=\"{(found.Value.Contains("://", StringComparison.Ordinal) ? "" : "mailto:")}{shown}\">{shown}</a>");
            at = found.Index + found.Length;
        }

        return made.Append(encoder.Encode(text[at..])).ToString();
    }

    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]]|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")]
    private static partial Regex Address();
}
