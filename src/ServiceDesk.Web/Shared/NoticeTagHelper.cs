using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared;

/// <summary>Information, attention, failure, success: how loud a notice is.</summary>
public enum NoticeKind
{
    Info,
    Attention,
    Failure,
    Success,
}

/// <summary><c>&lt;notice kind="Failure"&gt;&lt;b&gt;1 atbilde nav izsūtīta.&lt;/b&gt; …&lt;/notice&gt;</c>: edge, icon, one sentence, one link.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper(Texts t) : TagHelper
{
    public NoticeKind Kind { get; set; }

    /// <summary>Another icon than the kind's own.</summary>
    public string? Icon { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var (look, icon) = Kind switch
        {
            NoticeKind.Attention => (" notice-soon", "alert-circle"),
            NoticeKind.Failure => (" notice-late", "alert-triangle"),
            NoticeKind.Success => (" notice-ok", "circle-check"),
            _ => ("", "info-circle"),
        };
        output.TagName = "div";
        var given = output.Attributes.TryGetAttribute("class", out var attribute) ? $" {attribute.Value}" : "";
        output.Attributes.SetAttribute("class", $"notice{look}{given}");
        output.Content.AppendHtml(IconTagHelper.Build(string.IsNullOrEmpty(Icon) ? icon : Icon));
        var body = new TagBuilder("div");
        if (Kind != NoticeKind.Info)
        {
            var spoken = new TagBuilder("span");
            spoken.AddCssClass("vh");
            spoken.InnerHtml.Append(t[$"Shared.Notice.{Kind}"] + ": ");
            body.InnerHtml.AppendHtml(spoken);
        }

        body.InnerHtml.AppendHtml(content);
        output.Content.AppendHtml(body);
    }
}
