using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using ServiceDesk.Application.Protection.Map;
using ServiceDesk.Application.Protection.Rights;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Search;

namespace ServiceDesk.Infrastructure.Protection;

/// <summary>The map of personal data as statements on the database.</summary>
internal sealed class PersonStore(ServiceDeskDbContext db) : IPersonStore
{
    private static readonly string[] Orders = ["Ordinal", "ReceivedAt", "WrittenAt", "At", "AddedAt", "CreatedAt"];

    public async IAsyncEnumerable<PersonTable> ReadAsync(PersonScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sql = new PersonSql(db.Model, scope);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            foreach (var (entity, type) in sql.Tables)
            {
                if (await ReadAsync(sql, entity, type, cancellationToken) is { Rows.Count: > 0 } table)
                    yield return table;
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task<IReadOnlyList<string>> EraseAsync(PersonScope scope, string word, CancellationToken cancellationToken)
    {
        var sql = new PersonSql(db.Model, scope);
        var hashes = await HashesAsync(sql, cancellationToken);
        foreach (var (entity, type) in sql.Tables)
        {
            var statement = entity.RowsGo
                ? $"DELETE FROM {PersonSql.Table(type)} WHERE {sql.Condition(entity)}"
                : Update(sql, entity, type) is { } set ? $"UPDATE {PersonSql.Table(type)} SET {set} WHERE {sql.Condition(entity)}" : null;
            if (statement is not null)
                await db.Database.ExecuteSqlRawAsync(statement, [word], cancellationToken);
        }

        db.ChangeTracker.Clear();
        await MakeWordsAsync(scope.Cases, cancellationToken);
        return await UnusedAsync(hashes, cancellationToken);
    }

    private async Task<PersonTable?> ReadAsync(PersonSql sql, MappedEntity entity, IEntityType type, CancellationToken cancellationToken)
    {
        var columns = sql.Columns(entity, type).Where(c => c.Map.IsExported).ToList();
        if (columns.Count == 0)
            return null;
        var key = type.FindPrimaryKey() is { Properties: [{ ClrType: var clr } id] } && clr == typeof(Guid) ? PersonSql.Quoted(id.GetColumnName()) : "NULL";
        var owner = entity.Owners.FirstOrDefault(o => !o.IsText) is { } path ? PersonSql.Quoted(path.Column) : "NULL";
        var order = Orders.FirstOrDefault(o => type.FindProperty(o) is not null) is { } by ? PersonSql.Quoted(by) : "1";
        await using var command = Command($"SELECT {key}, {owner}, {string.Join(", ", columns.Select(c => c.Column))} FROM {PersonSql.Table(type)} WHERE {sql.Condition(entity)} ORDER BY {order}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<PersonRow> rows = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new PersonRow(
                await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetGuid(0),
                await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetGuid(1),
                [.. columns.Select((c, i) => Value(reader, i + 2, c.Property))]));
        }

        return new PersonTable(entity.Name, [.. columns.Select(c => new PersonColumn(c.Property.Name, Nullable.GetUnderlyingType(c.Property.ClrType) ?? c.Property.ClrType, c.Map.Nature))], rows);
    }

    private static object? Value(DbDataReader reader, int place, IProperty property)
    {
        if (reader.IsDBNull(place))
            return null;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(DateOnly))
            return reader.GetFieldValue<DateOnly>(place);
        if (type == typeof(DateTimeOffset))
            return reader.GetFieldValue<DateTimeOffset>(place);
        var value = reader.GetValue(place);
        if (property.IsPrimitiveCollection)
            return value as string[] ?? JsonSerializer.Deserialize<string[]>((string)value) ?? [];
        return value;
    }

    /// <summary>A part of a card or a case does not raise its version here: the card and the case are themselves among the tables.</summary>
    private static string? Update(PersonSql sql, MappedEntity entity, IEntityType type)
    {
        List<string> sets = [];
        foreach (var column in sql.Columns(entity, type))
        {
            switch (column.Map.Erasing)
            {
                case Erasing.Clear:
                    sets.Add($"{column.Column} = {(column.Property.IsNullable ? "NULL" : "''")}");
                    break;
                case Erasing.Replace:
                    sets.Add($"{column.Column} = CASE WHEN {column.Column} IS NULL THEN NULL ELSE {{0}} END");
                    break;
            }
        }

        if (sets.Count == 0)
            return null;
        if (typeof(IVersioned).IsAssignableFrom(type.ClrType))
            sets.Add("\"Version\" = \"Version\" + 1");
        return string.Join(", ", sets);
    }

    private async Task<HashSet<string>> HashesAsync(PersonSql sql, CancellationToken cancellationToken)
    {
        HashSet<string> hashes = new(StringComparer.Ordinal);
        foreach (var (entity, type) in sql.Tables.Where(t => HoldsFiles(t.Type)))
        {
            await using var command = Command($"SELECT \"Hash\" FROM {PersonSql.Table(type)} WHERE {sql.Condition(entity)}");
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                hashes.Add(reader.GetString(0).Trim());
        }

        return hashes;
    }

    public async Task<IReadOnlyList<string>> UnusedAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellationToken)
    {
        List<string> used = [];
        foreach (var type in db.Model.GetEntityTypes().Where(HoldsFiles))
        {
            foreach (var some in hashes.Chunk(500))
            {
                await using var command = Command($"SELECT \"Hash\" FROM {PersonSql.Table(type)} WHERE \"Hash\" IN ({string.Join(", ", some.Select(h => $"'{h}'"))})");
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                    used.Add(reader.GetString(0).Trim());
            }
        }

        return [.. hashes.Except(used)];
    }

    /// <summary>Files of the store are named by a hash and a file name beside it; a hash alone is something else.</summary>
    private static bool HoldsFiles(IEntityType type) => type.FindProperty("Hash") is not null && type.FindProperty("FileName") is not null;

    private async Task MakeWordsAsync(IReadOnlyList<Guid> cases, CancellationToken cancellationToken)
    {
        foreach (var some in cases.Chunk(100))
        {
            foreach (var item in await db.Set<Case>().AsNoTracking().Where(c => some.Contains(c.Id)).ToListAsync(cancellationToken))
                db.Set<CaseWords>().Add(new CaseWords(item));
            foreach (var message in await db.Set<Message>().AsNoTracking().Where(m => some.Contains(m.CaseId)).Select(m => new { m.CaseId, m.Text }).ToListAsync(cancellationToken))
                db.Set<CaseWords>().Local.First(w => w.CaseId == message.CaseId).Include(message.Text);
            await db.SaveChangesAsync(cancellationToken);
        }

        db.ChangeTracker.Clear();
    }

    private DbCommand Command(string text)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
