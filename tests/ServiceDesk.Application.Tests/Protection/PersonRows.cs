using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ServiceDesk.Application.Protection.Map;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Application.Tests.Protection;

/// <summary>A column of a person with the mark written into it.</summary>
internal sealed record Marked(string Entity, MappedColumn Column, string Mark);

/// <summary>
/// One row of one person in every table the map says a person has rows in, made from the database model alone: a table added tomorrow is
/// in it without a line written here. Every personal column holds a mark of its own.
/// </summary>
internal sealed class PersonRows(ServiceDeskDbContext db)
{
    private static readonly PersonalDataMap Map = PersonalDataMap.Current;

    private readonly Dictionary<string, Guid> keys = new(StringComparer.Ordinal);

    public List<Marked> Marks { get; } = [];

    public Guid Card => keys[PersonalDataMap.Root];

    public Guid Case => keys["Case"];

    public async Task InsertAsync()
    {
        await db.Database.OpenConnectionAsync();
        foreach (var entity in Map.Entities.Where(e => e.IsOwned))
            await InsertAsync(Find(entity.Name));
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>All texts of all tables, by table.</summary>
    public async Task<Dictionary<string, string>> EverythingAsync()
    {
        Dictionary<string, string> all = new(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct())
        {
            await using var command = Command($"SELECT * FROM \"{table}\"");
            await using var reader = await command.ExecuteReaderAsync();
            List<string> values = [];
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    values.Add(reader.IsDBNull(i) ? "" : Text(reader, i));
            }

            all[table] = string.Join('\n', values);
        }

        await db.Database.CloseConnectionAsync();
        return all;
    }

    private static string Text(DbDataReader reader, int place) => reader.GetFieldType(place) == typeof(DateTime) && reader.GetDataTypeName(place) == "date"
        ? reader.GetFieldValue<DateOnly>(place).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        : reader.GetValue(place) switch { string[] many => string.Join(' ', many), DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), var other => other.ToString() ?? "" };

    private async Task<Guid> InsertAsync(IEntityType type)
    {
        var name = type.ClrType.Name;
        if (keys.TryGetValue(name, out var there))
            return there;
        var key = keys[name] = Guid.CreateVersion7();
        List<(string Column, object Value)> values = [];
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        foreach (var (path, property) in Properties(type, ""))
        {
            if (property.GetColumnName(table) is not { } column || property.GetComputedColumnSql() is not null || await ValueAsync(type, path, property, key) is not { } value)
                continue;
            values.Add((column, value));
            // A row that shares its key with another, as a contract with its document, is known by that one.
            if (property.IsPrimaryKey() && type.FindPrimaryKey()!.Properties.Count == 1 && value is Guid shared)
                key = keys[name] = shared;
        }

        await using var command = Command(
            $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", values.Select(v => $"\"{v.Column}\""))}) VALUES ({string.Join(", ", values.Select((_, i) => $"@p{i}"))})");
        for (var i = 0; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", values[i].Value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
        return key;
    }

    private async Task<object?> ValueAsync(IEntityType type, string path, IProperty property, Guid key)
    {
        var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var entity = Map.Find(type.ClrType.Name);
        if (property.IsPrimaryKey() && clr == typeof(Guid) && !property.IsForeignKey())
            return key;
        if (entity?.Owners.FirstOrDefault(o => o.Column == path) is { } owner)
        {
            var owned = await InsertAsync(Find(owner.Entity));
            return owner.IsText ? owned.ToString("N") : owned;
        }

        if (property.IsForeignKey())
        {
            var principal = property.GetContainingForeignKeys().First().PrincipalEntityType;
            return principal == type && property.IsNullable ? null : property.IsNullable ? null : await AnyAsync(principal);
        }

        if (entity?.Columns.FirstOrDefault(c => c.Name == path) is { } column && column.Nature is DataNature.OfClient or DataNature.FreeText && !clr.IsEnum && !property.IsPrimitiveCollection)
            return Mark(type.ClrType.Name, column, clr, property);
        return property.IsNullable ? null : Plain(clr, property);
    }

    private object? Mark(string entity, MappedColumn column, Type clr, IProperty property)
    {
        if (clr == typeof(DateOnly))
        {
            var day = new DateOnly(1901, 1, 1).AddDays(Marks.Count);
            Marks.Add(new Marked(entity, column, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
            return day;
        }

        if (property.GetProviderClrType() is { } provider && provider != typeof(string))
            return property.IsNullable ? null : Plain(clr, property);
        if (clr != typeof(string) && property.GetValueConverter() is null && property.GetTypeMapping().Converter is null)
            return property.IsNullable ? null : Plain(clr, property);
        var mark = $"k{Marks.Count:000}";
        Marks.Add(new Marked(entity, column, mark));
        return mark;
    }

    private static object Plain(Type clr, IProperty property) => clr switch
    {
        _ when clr.IsEnum => Enum.GetNames(clr)[0],
        _ when property.IsPrimitiveCollection && property.GetColumnType() == "uuid[]" => Array.Empty<Guid>(),
        _ when property.IsPrimitiveCollection => property.GetTypeMapping().ElementTypeMapping is not null && property.GetColumnType().EndsWith("[]", StringComparison.Ordinal) ? Array.Empty<string>() : "[]",
        _ when clr == typeof(string) => "x",
        _ when clr == typeof(Guid) => Guid.CreateVersion7(),
        _ when clr == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
        _ when clr == typeof(DateOnly) => new DateOnly(2026, 1, 1),
        _ when clr == typeof(TimeOnly) => new TimeOnly(8, 0),
        _ when clr.IsValueType => Activator.CreateInstance(clr)!,
        _ => "{}",
    };

    /// <summary>A row that is there already, or one made for it.</summary>
    private async Task<Guid> AnyAsync(IEntityType type)
    {
        if (keys.TryGetValue(type.ClrType.Name, out var made))
            return made;
        await using (var command = Command($"SELECT \"Id\" FROM \"{type.GetTableName()}\""))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            if (await reader.ReadAsync())
                return reader.GetGuid(0);
        }

        return await InsertAsync(type);
    }

    private IEntityType Find(string name) => db.Model.GetEntityTypes().First(t => t.ClrType.Name == name);

    private static IEnumerable<(string Path, IProperty Property)> Properties(ITypeBase type, string path) =>
        type.GetProperties().Select(p => (path + p.Name, p)).Concat(type.GetComplexProperties().SelectMany(c => Properties(c.ComplexType, $"{path}{c.Name}.")));

    private DbCommand Command(string text)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        return command;
    }
}
