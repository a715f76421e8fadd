using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared.Validation;

/// <summary>Sentences for what cannot be read from a form at all, and the filter that runs the validators.</summary>
public sealed class TranslatedBinding(Texts t) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        options.Filters.Add<FluentValidationPageFilter>();
        options.Filters.Add<ExpiredFormFilter>();
        // Our validators say what is missing.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;

        var messages = options.ModelBindingMessageProvider;
        messages.SetMissingBindRequiredValueAccessor(_ => t["Shared.Binding.Missing"]);
        messages.SetMissingKeyOrValueAccessor(() => t["Shared.Binding.Missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => t["Shared.Binding.Missing"]);
        messages.SetValueMustNotBeNullAccessor(_ => t["Shared.Binding.Missing"]);
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => t["Shared.Binding.Invalid", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => t["Shared.Binding.Invalid", value]);
        messages.SetValueIsInvalidAccessor(value => t["Shared.Binding.Invalid", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => t["Shared.Binding.Unknown"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => t["Shared.Binding.Unknown"]);
        messages.SetValueMustBeANumberAccessor(_ => t["Shared.Binding.Number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => t["Shared.Binding.Number"]);
    }
}
