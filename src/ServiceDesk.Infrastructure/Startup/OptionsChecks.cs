using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Time;

namespace ServiceDesk.Infrastructure.Startup;

/// <summary>Settings that contradict each other stop the start with a sentence for the administrator.</summary>
internal sealed class ServiceDeskOptionsCheck : IValidateOptions<ServiceDeskOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceDeskOptions options)
    {
        List<string> faults = [];
        var zoneKnown = TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out var zone);
        if (!zoneKnown)
            faults.Add($"ServiceDesk:TimeZone: no time zone is called '{options.TimeZone}'.");
        if (string.IsNullOrWhiteSpace(options.Standard))
            faults.Add("ServiceDesk:Standard is empty.");
        if (!Uri.TryCreate(options.PublicAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            faults.Add("ServiceDesk:PublicAddress is not an address that begins with http:// or https://.");
        if (options.Clock.StartAt is { Length: > 0 } startAt)
        {
            if (!options.DemoData)
                faults.Add("ServiceDesk:Clock:StartAt is for demonstrations: it needs ServiceDesk:DemoData = true.");
            if (zoneKnown && !TrainingClock.TryRead(startAt, new LocalTime(zone!), out _))
                faults.Add($"ServiceDesk:Clock:StartAt: '{startAt}' is neither a date (2026-06-18) nor a time (2026-06-18T09:00).");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}

/// <inheritdoc cref="ServiceDeskOptionsCheck"/>
internal sealed class DatabaseOptionsCheck(IConfiguration configuration) : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        if (!Enum.IsDefined(options.Provider))
            return ValidateOptionsResult.Fail("ServiceDesk:Database:Provider is Embedded, PostgreSql or SqlServer.");
        return options.Provider != DatabaseProvider.Embedded && string.IsNullOrWhiteSpace(configuration.GetConnectionString(DatabaseOptions.ConnectionStringName))
            ? ValidateOptionsResult.Fail($"ConnectionStrings:ServiceDesk is empty, but ServiceDesk:Database:Provider is {options.Provider}.")
            : ValidateOptionsResult.Success;
    }
}
