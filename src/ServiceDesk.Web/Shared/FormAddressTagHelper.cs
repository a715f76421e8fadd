using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServiceDesk.Web.Shared;

/// <summary>
/// A form that names no address is sent to the page it stands on, to its main step. Left to the browser it would go to the address
/// in the bar, and after another form of the page was refused that one names the other form's step.
/// </summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class FormAddressTagHelper : TagHelper
{
    /// <summary>After the framework has said which forms have an address and written their token.</summary>
    public override int Order => 1000;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        if (output.Attributes.ContainsName("action") || !HttpMethods.IsPost(output.Attributes["method"]?.Value?.ToString() ?? "") || !request.Query.ContainsKey("handler"))
            return;
        var others = QueryString.Create(request.Query.Where(part => part.Key != "handler"));
        output.Attributes.SetAttribute("action", $"{request.PathBase}{request.Path}{others}");
    }
}
