using System.Diagnostics;
using Npgsql;
using ServiceDesk.Infrastructure.Database.Embedded;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Database;

/// <summary>The server of the embedded database, with folders and crashes as they come.</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("servicedesk pg ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Starts_in_a_path_with_a_space_and_stops_when_nobody_uses_it()
    {
        await using var server = Server("data one");
        await server.StartAsync(TestContext.Current.CancellationToken);
        await server.EnsureDatabaseAsync("trial", TestContext.Current.CancellationToken);
        Assert.Equal(1, await ScalarAsync(server, "trial", "select 1"));

        await server.StopIfUnusedAsync(TestContext.Current.CancellationToken);
        Assert.False(File.Exists(PidFile("data one")));
    }

    [Fact]
    public async Task Starts_where_the_path_is_too_long_or_too_odd_for_a_socket()
    {
        var name = "Jāņa „mape” " + new string('x', 120);
        await using var server = Server(name);
        await server.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await ScalarAsync(server, "postgres", "select 1"));
        await server.StopIfUnusedAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Three_first_starts_at_once_make_one_cluster_and_the_last_user_stops_it()
    {
        EmbeddedPostgres[] servers = [Server("shared"), Server("shared"), Server("shared")];
        await Task.WhenAll(servers.Select(s => s.StartAsync(TestContext.Current.CancellationToken)));

        await servers[0].StopIfUnusedAsync(TestContext.Current.CancellationToken);
        await servers[1].StopIfUnusedAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await ScalarAsync(servers[2], "postgres", "select 1"));
        await servers[2].StopIfUnusedAsync(TestContext.Current.CancellationToken);
        Assert.False(File.Exists(PidFile("shared")));
    }

    [Fact]
    public async Task A_server_killed_under_us_is_noticed_and_comes_back_with_what_was_confirmed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Kills by signal.");
        await using var server = Server("killed");
        await server.StartAsync(TestContext.Current.CancellationToken);
        await ScalarAsync(server, "postgres", "create table kept(id int)");
        await ScalarAsync(server, "postgres", "insert into kept values (7)");

        Process.GetProcessById(int.Parse(File.ReadLines(PidFile("killed")).First(), null)).Kill();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => server.WaitUntilGoneAsync(TestContext.Current.CancellationToken));
        NpgsqlConnection.ClearAllPools();
        await server.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(7, await ScalarAsync(server, "postgres", "select id from kept"));
        await server.StopIfUnusedAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_pid_file_that_names_somebody_elses_process_does_not_stand_in_the_way()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads /proc.");
        await using var server = Server("stale");
        await server.StartAsync(TestContext.Current.CancellationToken);
        var lines = await File.ReadAllLinesAsync(PidFile("stale"), TestContext.Current.CancellationToken);
        await server.StopIfUnusedAsync(TestContext.Current.CancellationToken);
        lines[0] = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(PidFile("stale"), lines, TestContext.Current.CancellationToken);

        await server.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, await ScalarAsync(server, "postgres", "select 1"));
        await server.StopIfUnusedAsync(TestContext.Current.CancellationToken);
    }

    private EmbeddedPostgres Server(string name) => new(PostgresBinaries.Find(null, Folders.Web), Path.Combine(folder, name));

    private string PidFile(string name) => Path.Combine(folder, name, "cluster", "postmaster.pid");

    private static async Task<object?> ScalarAsync(EmbeddedPostgres server, string database, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionStringFor(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
