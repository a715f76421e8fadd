using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ServiceDesk.Web.Shared;

/// <summary>
/// Up to five choices as visible cards: <c>&lt;choices for="Input.Kind" legend="…"&gt;&lt;choice value="Complaint" label="…" hint="…"/&gt;&lt;/choices&gt;</c>.
/// </summary>
[HtmlTargetElement("choices", Attributes = "for")]
public sealed class ChoicesTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Legend { get; set; } = "";

    public string? Hint { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = FieldContext.For(View, For, !string.IsNullOrEmpty(Hint));
        field.Attach(context);
        var choices = await output.GetChildContentAsync();
        output.TagName = "fieldset";
        var given = output.Attributes.TryGetAttribute("class", out var attribute) ? $" {attribute.Value}" : "";
        output.Attributes.SetAttribute("class", $"fs{(field.Error is null ? "" : " has-err")}{given}");
        if (field.DescribedBy is { } ids) output.Attributes.SetAttribute("aria-describedby", ids);

        var legend = new TagBuilder("legend");
        legend.InnerHtml.Append(Legend);
        output.Content.AppendHtml(legend);
        if (field.Hint(Hint) is { } hint) output.Content.AppendHtml(hint);
        if (field.ErrorLine() is { } error) output.Content.AppendHtml(error);
        var cards = new TagBuilder("div");
        cards.AddCssClass("pick");
        cards.InnerHtml.AppendHtml(choices);
        output.Content.AppendHtml(cards);
    }
}

/// <summary>One card of <see cref="ChoicesTagHelper"/>; content, if any, follows the words inside the card.</summary>
[HtmlTargetElement("choice", ParentTag = "choices")]
public sealed class ChoiceTagHelper : TagHelper
{
    public object? Value { get; set; }

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = FieldContext.Around(context) ?? throw new InvalidOperationException("choice stands inside choices");
        var value = Text(Value);
        var inner = await output.GetChildContentAsync();
        output.TagName = "label";
        output.TagMode = TagMode.StartTagAndEndTag;

        var radio = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        radio.AddCssClass("form-check-input");
        radio.Attributes["type"] = "radio";
        radio.Attributes["name"] = field.Name;
        radio.Attributes["value"] = value;
        radio.Attributes["id"] = field.Choices++ == 0 ? field.Id : $"{field.Id}-{field.Choices}";
        if (string.Equals(value, Text(field.Value), StringComparison.OrdinalIgnoreCase)) radio.Attributes["checked"] = "checked";
        output.Content.AppendHtml(radio);

        var words = new TagBuilder("span");
        var name = new TagBuilder("b");
        name.InnerHtml.Append(Label);
        words.InnerHtml.AppendHtml(name);
        if (!string.IsNullOrEmpty(Hint))
        {
            var small = new TagBuilder("small");
            small.InnerHtml.Append(Hint);
            words.InnerHtml.AppendHtml(small);
        }

        words.InnerHtml.AppendHtml(inner);
        output.Content.AppendHtml(words);
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
