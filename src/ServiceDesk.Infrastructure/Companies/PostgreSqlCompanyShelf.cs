using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Companies;

/// <summary>PostgreSQL: binary COPY.</summary>
internal sealed class PostgreSqlCompanyShelf(ServiceDeskDbContext db) : CompanyShelf(db)
{
    protected override string AfterFilling => $"ANALYZE \"{Arrivals}\"";

    protected override string CreateTable(IReadOnlyList<Column> columns) =>
        $"CREATE TEMPORARY TABLE \"{Arrivals}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\" {c.Kind switch { ColumnKind.Number => "integer", ColumnKind.Day => "date", ColumnKind.Key => "uuid", _ => "text" }}"))})";

    protected override async Task FillAsync<T>(
        DbConnection connection, IReadOnlyList<Column> columns, IAsyncEnumerable<T> rows, Func<T, object?[]> cells, CancellationToken cancellationToken)
    {
        var types = columns.Select(c => c.Kind switch { ColumnKind.Number => NpgsqlDbType.Integer, ColumnKind.Day => NpgsqlDbType.Date, ColumnKind.Key => NpgsqlDbType.Uuid, _ => NpgsqlDbType.Text }).ToArray();
        await using var copy = await ((NpgsqlConnection)connection).BeginBinaryImportAsync(
            $"COPY \"{Arrivals}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        copy.Timeout = TimeSpan.FromMinutes(15);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await copy.StartRowAsync(cancellationToken);
            var values = cells(row);
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is { } value)
                    await copy.WriteAsync(value, types[i], cancellationToken);
                else
                    await copy.WriteNullAsync(cancellationToken);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
