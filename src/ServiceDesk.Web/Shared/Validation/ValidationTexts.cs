using System.Globalization;
using FluentValidation.Resources;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared.Validation;

/// <summary>The validation library's sentences in our words: what to do, not what is invalid.</summary>
public sealed class ValidationTexts : LanguageManager
{
    public override string GetString(string key, CultureInfo? culture = null) =>
        Texts.In((culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName).Find($"Shared.Validation.{key}") ?? base.GetString(key, culture);
}
