using System.Security.Cryptography;
using System.Text;
using Npgsql;
using ServiceDesk.Infrastructure.Database.Embedded;

namespace ServiceDesk.Testing;

/// <summary>
/// The embedded server of the whole test run, shared by all test processes of this working copy, and its template: a migrated
/// database with reference rows and the demo staff, cloned for each test class in a fraction of a second.
/// </summary>
internal static class TestPostgres
{
    private static readonly Lazy<Task<EmbeddedPostgres>> Server = new(StartAsync);
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    public static async Task<string> CloneAsync()
    {
        var template = await Template.Value;
        var name = $"test_{Environment.ProcessId}_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database \"{name}\" template \"{template}\"");
        return (await Server.Value).ConnectionStringFor(name) + ";Maximum Pool Size=20;Connection Idle Lifetime=20";
    }

    public static async Task<string> EmptyAsync()
    {
        var name = $"test_{Environment.ProcessId}_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database \"{name}\"");
        return (await Server.Value).ConnectionStringFor(name) + ";Maximum Pool Size=20";
    }

    public static async Task DropAsync(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"drop database if exists \"{new NpgsqlConnectionStringBuilder(connectionString).Database}\" with (force)");
    }

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"servicedesk-tests-{Environment.UserName}-{Hash(Folders.Root)}");
        var server = new EmbeddedPostgres(PostgresBinaries.Find(null, Folders.Web), folder, durable: false);
        try
        {
            await server.StartAsync(CancellationToken.None);
        }
        catch (Infrastructure.StartRefusedException) when (Directory.Exists(Path.Combine(folder, "cluster")))
        {
            // Without fsync a crash of the machine may spoil the cluster; there is nothing in it to keep.
            Directory.Delete(Path.Combine(folder, "cluster"), recursive: true);
            await server.StartAsync(CancellationToken.None);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.StopIfUnusedAsync(CancellationToken.None).Wait(TimeSpan.FromSeconds(20));
        return server;
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var name = "template_" + Hash(string.Concat(new[] { typeof(Infrastructure.Registration), typeof(Application.Shared.ISeed), typeof(Domain.Shared.Refusal), typeof(TestPostgres) }
            .Select(t => t.Assembly.ManifestModule.ModuleVersionId)));
        await using var connection = await OpenAsync();
        await ExecuteAsync(connection, "select pg_advisory_lock(20260618)");
        await using var exists = new NpgsqlCommand($"select 1 from pg_database where datname = '{name}'", connection);
        if (await exists.ExecuteScalarAsync() is null)
        {
            await DropLeftoversAsync(connection);
            var making = name + "_making";
            await ExecuteAsync(connection, $"drop database if exists \"{making}\" with (force)");
            await ExecuteAsync(connection, $"create database \"{making}\"");
            var connectionString = (await Server.Value).ConnectionStringFor(making) + ";Pooling=false";
            await using (var house = new House(Engine.PostgreSql, connectionString))
                await house.PrepareAsync();
            await ExecuteAsync(connection, $"alter database \"{making}\" rename to \"{name}\"");
        }

        await ExecuteAsync(connection, "select pg_advisory_unlock(20260618)");
        return name;
    }

    /// <summary>Databases of test processes that are gone, and templates of older builds.</summary>
    private static async Task DropLeftoversAsync(NpgsqlConnection connection)
    {
        List<string> leftovers = [];
        await using (var list = new NpgsqlCommand(
            "select datname from pg_database d where (datname like 'test\\_%' or datname like 'template\\_%') and not exists (select 1 from pg_stat_activity a where a.datname = d.datname)", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                leftovers.Add(reader.GetString(0));
        }

        foreach (var leftover in leftovers.Where(l => l.StartsWith("template_", StringComparison.Ordinal) || !IsAlive(l)))
            await ExecuteAsync(connection, $"drop database if exists \"{leftover}\" with (force)");
    }

    private static bool IsAlive(string database)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(int.Parse(database.Split('_')[1], System.Globalization.CultureInfo.InvariantCulture));
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection((await Server.Value).ConnectionStringFor("postgres") + ";Pooling=false;Command Timeout=120");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await ExecuteAsync(connection, sql);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
