using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>One node at a time, held by the database for as long as the connection lives: nothing is left behind by a killed node.</summary>
internal sealed class DatabaseLock : IAsyncDisposable
{
    private const string Name = "ServiceDesk start";
    private readonly DbConnection connection;

    private DatabaseLock(DbConnection connection) => this.connection = connection;

    public static async Task<DatabaseLock> TakeAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var connection = (DbConnection)Activator.CreateInstance(database.GetDbConnection().GetType(), database.GetConnectionString())!;
        await database.CreateExecutionStrategy().ExecuteAsync(connection.OpenAsync, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = database.IsSqlServer()
            ? $"exec sp_getapplock @Resource = '{Name}', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 600000"
            : $"select pg_advisory_lock(hashtext('{Name}'))";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new DatabaseLock(connection);
    }

    // A pooled connection keeps its session locks on PostgreSQL until it is reset: close it for good.
    public async ValueTask DisposeAsync()
    {
        await using var command = connection.CreateCommand();
        command.CommandText = connection is Microsoft.Data.SqlClient.SqlConnection
            ? $"exec sp_releaseapplock @Resource = '{Name}', @LockOwner = 'Session'"
            : $"select pg_advisory_unlock(hashtext('{Name}'))";
        if (connection.State == ConnectionState.Open)
            await command.ExecuteNonQueryAsync();
        await connection.DisposeAsync();
    }
}
