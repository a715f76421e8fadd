using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ServiceDesk.Application.Protection.Map;
using ServiceDesk.Application.Protection.Rights;

namespace ServiceDesk.Infrastructure.Protection;

/// <summary>A mapped column with its place in the database.</summary>
internal sealed record StoredColumn(MappedColumn Map, IProperty Property, string Column);

/// <summary>
/// The statements that reach a person's rows. Names come from the database model, values are keys of ours: nothing typed by anybody
/// becomes part of a statement.
/// </summary>
internal sealed class PersonSql(IModel model, PersonScope scope)
{
    private static readonly PersonalDataMap Map = PersonalDataMap.Current;

    /// <summary>The tables of a person's rows, in the order of the map.</summary>
    public IEnumerable<(MappedEntity Entity, IEntityType Type)> Tables =>
        Map.Entities.Where(e => e.IsOwned).Select(e => (e, Find(e.Name)));

    public static string Table(IEntityType type) => Quoted(type.GetTableName()!);

    public static string Quoted(string name) => $"\"{name}\"";

    public IReadOnlyList<StoredColumn> Columns(MappedEntity entity, IEntityType type)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        return [.. entity.Columns.Select(c => Property(type, c.Name) is { } property ? new StoredColumn(c, property, Quoted(property.GetColumnName(table)!)) : null).OfType<StoredColumn>()];
    }

    /// <summary>Which rows are the person's.</summary>
    public string Condition(MappedEntity entity)
    {
        if (entity.Name == PersonalDataMap.Root)
            return In("Id", scope.Cards);
        if (entity.Name == "Case")
            return In("Id", scope.Cases);
        return string.Join(" OR ", entity.Owners.Select(o =>
        {
            var parent = Map.Find(o.Entity)!;
            var target = o.IsText ? $"LOWER(REPLACE(CAST({Quoted(o.Target)} AS varchar(36)), '-', ''))" : Quoted(o.Target);
            return $"{Quoted(o.Column)} IN (SELECT {target} FROM {Table(Find(o.Entity))} WHERE {Condition(parent)})";
        }));
    }

    private static string In(string column, IReadOnlyList<Guid> keys) =>
        keys.Count == 0 ? "1 = 0" : $"{Quoted(column)} IN ({string.Join(", ", keys.Select(k => $"'{k:D}'"))})";

    private static IProperty? Property(ITypeBase type, string path)
    {
        var parts = path.Split('.');
        foreach (var part in parts[..^1])
        {
            if (type.FindComplexProperty(part) is not { } complex)
                return null;
            type = complex.ComplexType;
        }

        return type.FindProperty(parts[^1]);
    }

    private IEntityType Find(string name) => model.GetEntityTypes().First(t => t.ClrType.Name == name);
}
