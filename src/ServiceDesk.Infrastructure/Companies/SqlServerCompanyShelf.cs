using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Companies;

/// <summary>SQL Server: SqlBulkCopy, some thousand rows at a time.</summary>
internal sealed class SqlServerCompanyShelf(ServiceDeskDbContext db) : CompanyShelf(db)
{
    private const int Batch = 5_000;

    protected override string AfterFilling => "";

    // The passing table lives in tempdb, whose collation may be another.
    protected override string CreateTable(IReadOnlyList<Column> columns) =>
        $"CREATE TABLE \"{Arrivals}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\" {c.Kind switch { ColumnKind.Number => "int", ColumnKind.Day => "date", ColumnKind.Key => "uniqueidentifier", _ => $"nvarchar({c.Length}) COLLATE DATABASE_DEFAULT" }} NULL"))})";

    protected override async Task FillAsync<T>(
        DbConnection connection, IReadOnlyList<Column> columns, IAsyncEnumerable<T> rows, Func<T, object?[]> cells, CancellationToken cancellationToken)
    {
        using var copy = new SqlBulkCopy((SqlConnection)connection) { DestinationTableName = Arrivals, BulkCopyTimeout = 900 };
        using var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var column in columns)
        {
            table.Columns.Add(column.Name, column.Kind switch { ColumnKind.Number => typeof(int), ColumnKind.Day => typeof(DateTime), ColumnKind.Key => typeof(Guid), _ => typeof(string) });
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            table.Rows.Add([.. cells(row).Select(value => value is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : value ?? DBNull.Value)]);
            if (table.Rows.Count == Batch)
                await SendAsync();
        }

        await SendAsync();

        async Task SendAsync()
        {
            await copy.WriteToServerAsync(table, cancellationToken);
            table.Clear();
        }
    }
}
