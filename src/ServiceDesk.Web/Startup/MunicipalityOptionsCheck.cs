using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Startup;

/// <summary>A municipality without a name, with unreadable hours or an unknown language does not start.</summary>
public sealed class MunicipalityOptionsCheck : IValidateOptions<MunicipalityOptions>
{
    public ValidateOptionsResult Validate(string? name, MunicipalityOptions options)
    {
        List<string> faults = [];
        if (string.IsNullOrWhiteSpace(options.Name) || string.IsNullOrWhiteSpace(options.FullName)) faults.Add("Name and FullName must be given.");
        if (!options.PublicLanguageCodes.Contains("lv") || options.PublicLanguageCodes.Except(Texts.Languages).Any())
            faults.Add("PublicLanguages must hold lv and may hold en and ru.");
        try
        {
            OpeningTimes.Parse(options.Hours);
        }
        catch (FormatException fault)
        {
            faults.Add(fault.Message);
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Select(fault => $"{MunicipalityOptions.Section}: {fault}"));
    }
}
