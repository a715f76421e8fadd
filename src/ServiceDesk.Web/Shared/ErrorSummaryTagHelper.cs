using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared;

/// <summary><c>&lt;error-summary/&gt;</c>: what to correct, each line a link to its field. Nothing when nothing is wrong.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(Texts t) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View.ViewData.ModelState
            .SelectMany(entry => (entry.Value?.Errors ?? []).Select(error => (Field: entry.Key, error.ErrorMessage)))
            .Where(error => error.ErrorMessage.Length > 0)
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "err-sum");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("id", "errors");
        output.Attributes.SetAttribute("aria-labelledby", "errors-title");

        var title = new TagBuilder("h2");
        title.Attributes["id"] = "errors-title";
        title.InnerHtml.AppendHtml(IconTagHelper.Build("alert-triangle"));
        title.InnerHtml.Append(Title(errors.Count));
        var list = new TagBuilder("ul");
        foreach (var (field, message) in errors) list.InnerHtml.AppendHtml(Line(field, message));
        output.Content.AppendHtml(title);
        output.Content.AppendHtml(list);
    }

    private string Title(int count) => count switch
    {
        1 => t["Shared.Errors.SummaryOne"],
        2 => t["Shared.Errors.SummaryTwo"],
        3 => t["Shared.Errors.SummaryThree"],
        _ => t.Plural("Shared.Errors.Summary", count),
    };

    private static TagBuilder Line(string field, string message)
    {
        var item = new TagBuilder("li");
        if (field.Length == 0)
        {
            item.InnerHtml.Append(message);
            return item;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_");
        link.InnerHtml.Append(message);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
