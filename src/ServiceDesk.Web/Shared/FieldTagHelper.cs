using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared;

/// <summary>
/// <c>&lt;field for="Input.Email" label="…" hint="…" optional="true"&gt;&lt;input asp-for="Input.Email"/&gt;&lt;/field&gt;</c>:
/// label above, hint under it, error above the control, all tied together for screen readers.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(Texts t) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public bool Optional { get; set; }

    /// <summary>A label as large as a fieldset's legend, for the one question a page asks.</summary>
    public bool Large { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = FieldContext.For(View, For, !string.IsNullOrEmpty(Hint));
        field.Attach(context);
        var control = await output.GetChildContentAsync();
        output.TagName = "div";
        var given = output.Attributes.TryGetAttribute("class", out var attribute) ? $" {attribute.Value}" : "";
        output.Attributes.SetAttribute("class", $"field{(field.Error is null ? "" : " has-err")}{given}");

        var label = new TagBuilder("label");
        label.AddCssClass(Large ? "form-label form-label-lg" : "form-label");
        label.Attributes["for"] = field.Id;
        label.InnerHtml.Append(Label);
        if (Optional)
        {
            var note = new TagBuilder("span");
            note.AddCssClass("hint");
            note.InnerHtml.Append($" ({t["Shared.Field.Optional"]})");
            label.InnerHtml.AppendHtml(note);
        }

        output.Content.AppendHtml(label);
        if (field.Hint(Hint) is { } hint) output.Content.AppendHtml(hint);
        if (field.ErrorLine() is { } error) output.Content.AppendHtml(error);
        output.Content.AppendHtml(control);
    }
}

/// <summary>Inside a field, a control gets our class and points at hint and error.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
public sealed class FieldControlTagHelper : TagHelper
{
    /// <summary>After the framework's own helpers, which settle id, name, type and value.</summary>
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (FieldContext.Around(context) is not { } field) return;
        output.Attributes.RemoveAll("data-val");
        var kind = output.Attributes["type"]?.Value?.ToString();
        if (kind is "hidden") return;
        var look = kind is "checkbox" or "radio" ? "form-check-input" : output.TagName == "select" ? "form-select" : "form-control";
        var given = output.Attributes["class"]?.Value?.ToString()?.Replace("input-validation-error", "", StringComparison.Ordinal).Trim();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(given) ? look : $"{look} {given}");
        if (field.DescribedBy is { } ids) output.Attributes.SetAttribute("aria-describedby", ids);
        if (field.Error is not null) output.Attributes.SetAttribute("aria-invalid", "true");
    }
}
