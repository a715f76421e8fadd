using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ServiceDesk.Testing;

/// <summary>
/// The databases of one test class: <c>class CaseTests(Databases databases) : IClassFixture&lt;Databases&gt;</c>. Each engine's database is
/// made when the first test asks for it and shared by the tests of the class; they hold reference rows and the demo staff.
/// </summary>
public sealed class Databases : IAsyncLifetime
{
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Dictionary<Engine, string> connectionStrings = [];

    /// <summary>A house on this class's database of the engine; other services or a shared clock where a test needs them.</summary>
    public async Task<House> OpenAsync(Engine engine, Action<IServiceCollection>? configure = null, FakeTime? time = null) =>
        new(engine, await ConnectionStringAsync(engine), configure, time);

    /// <summary>A house on a fresh database that no other test touches.</summary>
    public static async Task<FreshHouse> OpenFreshAsync(Engine engine) => new(engine, await MakeAsync(engine));

    /// <summary>A house on a PostgreSQL database without a single table.</summary>
    public static async Task<FreshHouse> OpenEmptyAsync(Action<IServiceCollection>? configure = null) =>
        new(Engine.PostgreSql, await TestPostgres.EmptyAsync(), configure);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var (engine, connectionString) in connectionStrings)
            await DropAsync(engine, connectionString);
        one.Dispose();
    }

    internal static async Task<string> MakeAsync(Engine engine)
    {
        if (engine == Engine.PostgreSql)
            return await TestPostgres.CloneAsync();
        Assert.SkipWhen(SqlServer.ConnectionString is null, "SERVICEDESK_TEST_SQLSERVER is not set.");
        var builder = new SqlConnectionStringBuilder(SqlServer.ConnectionString) { InitialCatalog = $"test_{Guid.NewGuid():N}" };
        await using var house = new House(engine, builder.ConnectionString);
        await house.PrepareAsync();
        return builder.ConnectionString;
    }

    internal static async Task DropAsync(Engine engine, string connectionString)
    {
        if (engine == Engine.PostgreSql)
        {
            await TestPostgres.DropAsync(connectionString);
            return;
        }

        SqlConnection.ClearAllPools();
        var builder = new SqlConnectionStringBuilder(connectionString);
        var database = builder.InitialCatalog;
        builder.InitialCatalog = "master";
        await using var connection = new SqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"drop database if exists [{database}]";
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> ConnectionStringAsync(Engine engine)
    {
        await one.WaitAsync();
        try
        {
            if (!connectionStrings.TryGetValue(engine, out var connectionString))
                connectionStrings[engine] = connectionString = await MakeAsync(engine);
            return connectionString;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>A house that takes its database with it.</summary>
    public sealed class FreshHouse(Engine engine, string connectionString, Action<IServiceCollection>? configure = null) : IAsyncDisposable
    {
        public House House { get; } = new(engine, connectionString, configure);

        /// <summary>Another node on the same database.</summary>
        public House Another() => new(engine, connectionString, configure);

        public async ValueTask DisposeAsync()
        {
            await House.DisposeAsync();
            await DropAsync(engine, connectionString);
        }
    }
}
