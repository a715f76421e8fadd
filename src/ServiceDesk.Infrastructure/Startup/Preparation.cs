using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceDesk.Application.Shared;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Database.Embedded;

namespace ServiceDesk.Infrastructure.Startup;

/// <summary>What happens between building the site and opening its door: database, tables, reference rows, demo rows.</summary>
public sealed class Preparation(IServiceProvider services)
{
    /// <summary>Runs the steps in order; <paramref name="tell"/> gets a line for each.</summary>
    /// <exception cref="StartRefusedException">The site cannot run; the message says what to do.</exception>
    public async Task RunAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        Directory.CreateDirectory(services.GetRequiredService<IOptions<ServiceDeskOptions>>().Value.DataFolder);
        if (options.Provider == DatabaseProvider.Embedded)
            await StartEmbeddedAsync(tell, cancellationToken);
        else
            tell($"database: {options.Provider}");

        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>().Database;
        try
        {
            if (options.Migrates && !await database.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken))
                await database.GetService<IRelationalDatabaseCreator>().CreateAsync(cancellationToken);

            // Nodes that start together wait for each other here.
            await using var one = await DatabaseLock.TakeAsync(database, cancellationToken);
            await MigrateAsync(database, options.Migrates, tell, cancellationToken);
            await SeedAsync(tell, cancellationToken);
        }
        catch (System.Data.Common.DbException e)
        {
            throw new StartRefusedException("The database does not answer as it should: " + e.Message, e);
        }
    }

    /// <summary>After a command that opens no door: an embedded server started for it stops again, unless a site uses it.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider != DatabaseProvider.Embedded)
            return;
        var server = services.GetRequiredService<EmbeddedPostgres>();
        // The server notices a moment later that our own connections are closed.
        NpgsqlConnection.ClearAllPools();
        for (var tries = 0; tries < 10 && await server.OthersAsync(cancellationToken) > 0; tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        await server.StopIfUnusedAsync(cancellationToken);
    }

    private async Task StartEmbeddedAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        tell($"packages: embedded PostgreSQL in {services.GetRequiredService<PostgresBinaries>().Folder}");
        tell("database: starting the embedded PostgreSQL ...");
        var server = services.GetRequiredService<EmbeddedPostgres>();
        await server.StartAsync(cancellationToken);
        await server.EnsureDatabaseAsync(DatabaseConnection.EmbeddedDatabase, cancellationToken);
    }

    private static async Task MigrateAsync(DatabaseFacade database, bool migrates, Action<string> tell, CancellationToken cancellationToken)
    {
        var pending = (await database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
            return;
        if (!migrates)
        {
            throw new StartRefusedException(
                $"The database lacks {pending.Count} migration(s): {string.Join(", ", pending)}. "
                + "Run the script of docs/runbooks/migrate-by-hand.md, or set ServiceDesk:Database:MigrateAtStart to true.");
        }

        tell($"migrations: {string.Join(", ", pending)} ...");
        await database.MigrateAsync(cancellationToken);
    }

    private async Task SeedAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        var demo = services.GetRequiredService<IOptions<ServiceDeskOptions>>().Value.DemoData;
        tell("seeds: reference data ...");
        var demoTold = false;
        foreach (var type in SeedTypes(services).Where(t => demo || !typeof(IDemoSeed).IsAssignableFrom(t)))
        {
            if (!demoTold && typeof(IDemoSeed).IsAssignableFrom(type))
            {
                tell("demo data: Lejasupes novads ...");
                demoTold = true;
            }

            // A scope for each: a seed never sees what another one tracked.
            await using var scope = services.CreateAsyncScope();
            await ((ISeed)scope.ServiceProvider.GetRequiredService(type)).SeedAsync(cancellationToken);
        }
    }

    private static List<Type> SeedTypes(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetServices<ISeed>().OrderBy(s => s.Order).Select(s => s.GetType()).ToList();
    }
}
