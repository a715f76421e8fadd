using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServiceDesk.Web.Shared;

/// <summary>What a field tells the control inside it: its name, the ids of hint and error, and what is wrong.</summary>
internal sealed class FieldContext(string name, string id, string? hintId, string? error, object? value)
{
    public string Name { get; } = name;

    public string Id { get; } = id;

    public string? Error { get; } = error;

    public object? Value { get; } = value;

    /// <summary>The first radio of a group carries the bare id, so that the error summary can jump to it.</summary>
    public int Choices { get; set; }

    public string? DescribedBy { get; } = string.Join(' ', new[] { hintId, error is null ? null : id + "-error" }.Where(part => part is not null)) is { Length: > 0 } ids ? ids : null;

    public static FieldContext For(ViewContext view, ModelExpression expression, bool hasHint)
    {
        var name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var error = view.ViewData.ModelState.TryGetValue(name, out var state) && state.ValidationState == ModelValidationState.Invalid
            ? state.Errors.Select(e => e.ErrorMessage).FirstOrDefault(message => message.Length > 0)
            : null;
        var value = state?.AttemptedValue ?? expression.Model;
        return new FieldContext(name, id, hasHint ? id + "-hint" : null, error, value);
    }

    public static FieldContext? Around(TagHelperContext context) => context.Items.TryGetValue(typeof(FieldContext), out var field) ? (FieldContext)field : null;

    public void Attach(TagHelperContext context) => context.Items[typeof(FieldContext)] = this;

    public TagBuilder? Hint(string? text) => string.IsNullOrEmpty(text) ? null : Part("span", "hint", Id + "-hint", text);

    public TagBuilder? ErrorLine()
    {
        if (Error is null) return null;
        var line = Part("p", "err", Id + "-error", null);
        line.InnerHtml.AppendHtml(IconTagHelper.Build("alert-circle"));
        line.InnerHtml.Append(Error);
        return line;
    }

    private static TagBuilder Part(string element, string cssClass, string id, string? text)
    {
        var part = new TagBuilder(element);
        part.AddCssClass(cssClass);
        part.Attributes["id"] = id;
        if (text is not null) part.InnerHtml.Append(text);
        return part;
    }
}
