using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>
/// What holds for every entity of ours (not for Identity's): enums are stored as words, instants as UTC,
/// strings have a length, keys are made by the domain, and versioned aggregates refuse stale saves.
/// </summary>
internal static class HouseConventions
{
    private const int DefaultStringLength = 400;

    private static readonly ValueConverter<DateTimeOffset, DateTimeOffset> Utc = new(v => v.ToUniversalTime(), v => v.ToUniversalTime());

    public static void ApplyHouseConventions(this ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.Namespace?.StartsWith("ServiceDesk.Domain", StringComparison.Ordinal) == true))
        {
            foreach (var property in type.GetProperties().Concat(type.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties())))
                Apply(property);

            if (typeof(IVersioned).IsAssignableFrom(type.ClrType))
                type.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;

            if (type.FindPrimaryKey() is { Properties: [{ ClrType: var keyType } key] } && keyType == typeof(Guid))
                key.ValueGenerated = ValueGenerated.Never;
        }
    }

    private static void Apply(IMutableProperty property)
    {
        var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (clr.IsEnum)
        {
            property.SetProviderClrType(typeof(string));
            property.SetMaxLength(property.GetMaxLength() ?? 40);
        }
        else if (clr == typeof(DateTimeOffset))
        {
            property.SetValueConverter(Utc);
        }
        else if (clr == typeof(string) && property.GetMaxLength() is null)
        {
            property.SetMaxLength(DefaultStringLength);
        }
    }
}
