using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients.Companies;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Companies;

/// <summary>
/// What both engines share: a passing table on a connection of its own, filled the engine's fast way, then plain SQL both understand.
/// A killed reading leaves nothing behind.
/// </summary>
internal abstract class CompanyShelf(ServiceDeskDbContext db) : ICompanyShelf
{
    protected const string Arrivals = "#arrivals";

    private const int MostRepeated = 5_000;
    private const int Patience = 900;
    private const int FewRows = 20;

    protected static readonly Column[] CompanyColumns =
    [
        new("Record", ColumnKind.Number), new("Code", ColumnKind.Text, 11), new("Name", ColumnKind.Text, Company.MaxNameLength), new("ComparedName", ColumnKind.Text, Company.MaxNameLength),
        new("Form", ColumnKind.Text, 40), new("FormText", ColumnKind.Text, CompanyProceeding.MaxTextLength), new("Address", ColumnKind.Text, Company.MaxAddressLength), new("PostalCode", ColumnKind.Text, 8),
        new("RegisteredOn", ColumnKind.Day), new("TerminatedOn", ColumnKind.Day), new("Closing", ColumnKind.Text, 40), new("Fingerprint", ColumnKind.Key),
    ];

    protected static readonly Column[] ProceedingColumns =
    [
        new("Record", ColumnKind.Number), new("Id", ColumnKind.Key), new("File", ColumnKind.Text, 40), new("Code", ColumnKind.Text, 11), new("Kind", ColumnKind.Text, 40),
        new("Text", ColumnKind.Text, CompanyProceeding.MaxTextLength), new("StartedOn", ColumnKind.Day), new("EndedOn", ColumnKind.Day),
    ];

    public Task<Shelved> ShelveAsync(IAsyncEnumerable<ArrivedCompany> companies, Shelving how, CancellationToken cancellationToken)
    {
        const string pair = "\"#arrivals\" a JOIN \"Companies\" c ON c.\"Code\" = a.\"Code\"";
        var plan = new Plan("Code", """
            SELECT count(*) FROM "Companies" WHERE "GoneAt" IS NULL
            """,
            $"SELECT count(*) FROM {pair} WHERE c.\"Fingerprint\" = a.\"Fingerprint\" AND c.\"GoneAt\" IS NULL",
            $"SELECT count(*) FROM {pair} WHERE c.\"Fingerprint\" <> a.\"Fingerprint\" OR c.\"GoneAt\" IS NOT NULL",
            """
            SELECT count(*) FROM "Companies" c WHERE c."GoneAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "#arrivals" a WHERE a."Code" = c."Code")
            """,
            [
                """
                UPDATE "Companies" SET "GoneAt" = @now
                WHERE "GoneAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "#arrivals" a WHERE a."Code" = "Companies"."Code")
                """,
                """
                UPDATE "Companies" SET "Name" = a."Name", "ComparedName" = a."ComparedName", "Form" = a."Form", "FormText" = a."FormText", "Address" = a."Address", "PostalCode" = a."PostalCode",
                    "RegisteredOn" = a."RegisteredOn", "TerminatedOn" = a."TerminatedOn", "Closing" = a."Closing", "Fingerprint" = a."Fingerprint", "ChangedAt" = @now, "GoneAt" = NULL
                FROM "#arrivals" a
                WHERE a."Code" = "Companies"."Code" AND ("Companies"."Fingerprint" <> a."Fingerprint" OR "Companies"."GoneAt" IS NOT NULL)
                """,
                """
                INSERT INTO "Companies" ("Code", "Name", "ComparedName", "Form", "FormText", "Address", "PostalCode", "RegisteredOn", "TerminatedOn", "Closing", "Fingerprint", "ChangedAt")
                SELECT a."Code", a."Name", a."ComparedName", a."Form", a."FormText", a."Address", a."PostalCode", a."RegisteredOn", a."TerminatedOn", a."Closing", a."Fingerprint", @now
                FROM "#arrivals" a WHERE NOT EXISTS (SELECT 1 FROM "Companies" c WHERE c."Code" = a."Code")
                """,
            ]);
        return ShelveAsync(CompanyColumns, (connection, token) => FillAsync(connection, CompanyColumns, companies, Cells, token), plan, null, how, cancellationToken);
    }

    public Task<Shelved> ShelveAsync(CompanyFileKind file, IAsyncEnumerable<ArrivedProceeding> proceedings, Shelving how, CancellationToken cancellationToken)
    {
        var plan = new Plan("Id", """
            SELECT count(*) FROM "CompanyProceedings" WHERE "File" = @file
            """,
            """
            SELECT count(*) FROM "CompanyProceedings" p JOIN "#arrivals" a ON a."Id" = p."Id"
            """,
            null,
            """
            SELECT count(*) FROM "CompanyProceedings" p WHERE p."File" = @file AND NOT EXISTS (SELECT 1 FROM "#arrivals" a WHERE a."Id" = p."Id")
            """,
            [
                """
                DELETE FROM "CompanyProceedings" WHERE "File" = @file AND NOT EXISTS (SELECT 1 FROM "#arrivals" a WHERE a."Id" = "CompanyProceedings"."Id")
                """,
                """
                INSERT INTO "CompanyProceedings" ("Id", "File", "Code", "Kind", "Text", "StartedOn", "EndedOn")
                SELECT a."Id", a."File", a."Code", a."Kind", a."Text", a."StartedOn", a."EndedOn"
                FROM "#arrivals" a WHERE NOT EXISTS (SELECT 1 FROM "CompanyProceedings" p WHERE p."Id" = a."Id")
                """,
            ]);
        return ShelveAsync(ProceedingColumns, (connection, token) => FillAsync(connection, ProceedingColumns, proceedings, p => Cells(p, file), token), plan, file.ToString(), how, cancellationToken);
    }

    /// <summary>Makes the passing table.</summary>
    protected abstract string CreateTable(IReadOnlyList<Column> columns);

    /// <summary>Said after the table is filled, so that the plan is a good one; may be empty.</summary>
    protected abstract string AfterFilling { get; }

    /// <summary>Pours rows into the passing table.</summary>
    protected abstract Task FillAsync<T>(DbConnection connection, IReadOnlyList<Column> columns, IAsyncEnumerable<T> rows, Func<T, object?[]> cells, CancellationToken cancellationToken);

    private async Task<Shelved> ShelveAsync(
        IReadOnlyList<Column> columns, Func<DbConnection, CancellationToken, Task> fill, Plan plan, string? file, Shelving how, CancellationToken cancellationToken)
    {
        await using var connection = (DbConnection)Activator.CreateInstance(db.Database.GetDbConnection().GetType(), db.Database.GetConnectionString())!;
        await db.Database.CreateExecutionStrategy().ExecuteAsync(connection.OpenAsync, cancellationToken);
        // A pooled connection keeps a passing table until it is closed for good.
        await ExecuteAsync($"DROP TABLE IF EXISTS \"{Arrivals}\"");
        await ExecuteAsync(CreateTable(columns));
        try
        {
            await fill(connection, cancellationToken);
            if (AfterFilling.Length > 0)
                await ExecuteAsync(AfterFilling);
            var repeated = await RepeatedAsync();
            var arrived = await CountAsync($"SELECT count(*) FROM \"{Arrivals}\"");
            var known = await CountAsync(plan.Known);
            var same = await CountAsync(plan.Same);
            var changed = plan.Changed is null ? 0 : await CountAsync(plan.Changed);
            var gone = await CountAsync(plan.Gone);
            if (arrived == 0)
                throw new Refusal("Clients.Companies.Empty");
            if (known > FewRows && gone * 100L > known * (long)how.MostGonePercent)
                throw new Refusal("Clients.Companies.TooManyGone");
            if (!how.IsTrial)
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                foreach (var step in plan.Steps)
                    await ExecuteAsync(step, transaction);
                await transaction.CommitAsync(cancellationToken);
            }

            return new Shelved(arrived - same - changed, changed, same, gone, repeated);
        }
        finally
        {
            await using var drop = Command($"DROP TABLE IF EXISTS \"{Arrivals}\"");
            if (connection.State == ConnectionState.Open)
                await drop.ExecuteNonQueryAsync(CancellationToken.None);
        }

        async Task<List<(int, string)>> RepeatedAsync()
        {
            var earlier = $"EXISTS (SELECT 1 FROM \"{Arrivals}\" e WHERE e.\"{plan.Key}\" = \"{Arrivals}\".\"{plan.Key}\" AND e.\"Record\" < \"{Arrivals}\".\"Record\")";
            List<(int, string)> found = [];
            await using (var command = Command($"SELECT \"Record\", \"Code\" FROM \"{Arrivals}\" WHERE {earlier} ORDER BY \"Record\""))
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (found.Count < MostRepeated && await reader.ReadAsync(cancellationToken))
                    found.Add((reader.GetInt32(0), reader.GetString(1)));
            }

            if (found.Count > 0)
                await ExecuteAsync($"DELETE FROM \"{Arrivals}\" WHERE {earlier}");
            return found;
        }

        async Task<int> CountAsync(string sql)
        {
            await using var command = Command(sql);
            return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        }

        async Task ExecuteAsync(string sql, DbTransaction? transaction = null)
        {
            await using var command = Command(sql);
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        DbCommand Command(string sql)
        {
            var command = connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = (sql, Patience);
            if (sql.Contains("@now", StringComparison.Ordinal))
                Add("@now", how.At.ToUniversalTime());
            if (sql.Contains("@file", StringComparison.Ordinal))
                Add("@file", file!);
            return command;

            void Add(string name, object value)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }
        }
    }

    private static object?[] Cells(ArrivedCompany c) =>
        [c.Record, c.Code, c.Name, c.ComparedName, c.Form, c.FormText, c.Address, c.PostalCode, c.RegisteredOn, c.TerminatedOn, c.Closing?.ToString(), c.Fingerprint];

    private static object?[] Cells(ArrivedProceeding p, CompanyFileKind file) => [p.Record, p.Id, file.ToString(), p.Code, p.Kind.ToString(), p.Text, p.StartedOn, p.EndedOn];

    protected enum ColumnKind
    {
        Number,
        Text,
        Day,
        Key,
    }

    protected sealed record Column(string Name, ColumnKind Kind, int Length = 0);

    private sealed record Plan(string Key, string Known, string Same, string? Changed, string Gone, string[] Steps);
}
