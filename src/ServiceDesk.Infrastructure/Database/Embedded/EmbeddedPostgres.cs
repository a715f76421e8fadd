using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace ServiceDesk.Infrastructure.Database.Embedded;

/// <summary>
/// A PostgreSQL server that belongs to one data folder. Started when it is not running, used as it is when it is: the server
/// outlives a killed site, and the site outlives a killed server (<see cref="EmbeddedPostgresKeeper"/>).
/// </summary>
/// <param name="binaries">The programs.</param>
/// <param name="root">Folder of the cluster, the log and the socket.</param>
/// <param name="durable">False only for tests: no fsync.</param>
public sealed class EmbeddedPostgres(PostgresBinaries binaries, string root, bool durable = true) : IAsyncDisposable
{
    private const string Owner = "servicedesk";
    private const long LargestLog = 10 * 1024 * 1024;
    private static readonly bool OverPort = OperatingSystem.IsWindows();

    private readonly EmbeddedPostgresPlace place = new(Path.GetFullPath(root));

    // Held from start to stop: tells other instances that the server is in use, and breaks when the server dies.
    private NpgsqlConnection? presence;

    /// <summary>How to reach a database of this server.</summary>
    public string ConnectionStringFor(string database)
    {
        var builder = new NpgsqlConnectionStringBuilder { Username = Owner, Database = database, Timeout = 15, ApplicationName = "ServiceDesk" };
        if (OverPort)
        {
            builder.Host = "127.0.0.1";
            builder.Port = RunningPort() ?? 0;
            builder.Password = File.Exists(place.Password) ? File.ReadAllText(place.Password) : "";
        }
        else
        {
            builder.Host = place.SocketFolder;
        }

        return builder.ConnectionString;
    }

    /// <summary>Starts the server unless it runs already.</summary>
    /// <exception cref="StartRefusedException">It does not start; the message carries the end of its log.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        place.Create();
        await using var one = await LockAsync(cancellationToken);
        binaries.MakeLinks();
        if (!place.HasCluster)
            await CreateClusterAsync(cancellationToken);
        if (await ConnectAsync(cancellationToken))
            return;
        RemoveStalePid();
        await StartServerAsync(cancellationToken);
        if (!await ConnectAsync(cancellationToken))
            throw new StartRefusedException("The embedded PostgreSQL started but does not answer. Its log: " + place.Log);
    }

    /// <summary>Completes (or throws) when the server goes away.</summary>
    public async Task WaitUntilGoneAsync(CancellationToken cancellationToken)
    {
        while (presence is not null)
            await presence.WaitAsync(cancellationToken);
    }

    /// <summary>Makes the database if it is not there.</summary>
    public async Task EnsureDatabaseAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await exists.ExecuteScalarAsync(cancellationToken) is not null)
            return;
        await using var create = new NpgsqlCommand($"create database \"{name}\"", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>How many others are connected, besides the caller.</summary>
    public async Task<long> OthersAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var count = new NpgsqlCommand(
            "select count(*) from pg_stat_activity where backend_type = 'client backend' and pid not in (pg_backend_pid(), $1)", connection)
        {
            Parameters = { new() { Value = presence?.ProcessID ?? 0 } },
        };
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Stops the server when nobody else uses it.</summary>
    public async Task StopIfUnusedAsync(CancellationToken cancellationToken)
    {
        if (presence is null)
            return;
        await using var one = await LockAsync(cancellationToken);
        NpgsqlConnection.ClearAllPools();
        var others = await OthersAsync(cancellationToken);
        await DisposeAsync();
        if (others == 0)
            await RunAsync("pg_ctl", ["-D", place.Data, "-m", "fast", "-w", "stop"], cancellationToken);
    }

    /// <summary>Lets go of the server without stopping it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (presence is not null)
            await presence.DisposeAsync();
        presence = null;
    }

    private async Task CreateClusterAsync(CancellationToken cancellationToken)
    {
        // Made aside and renamed: a crash in the middle never leaves half a cluster behind.
        var aside = place.Data + ".new";
        if (Directory.Exists(aside))
            Directory.Delete(aside, recursive: true);
        List<string> arguments =
        [
            "-D", aside, "-U", Owner, "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8", "--no-instructions",
            .. durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        if (OverPort)
        {
            await File.WriteAllTextAsync(place.Password, RandomNumberGenerator.GetHexString(32), cancellationToken);
            arguments.AddRange(["--auth=scram-sha-256", "--pwfile=" + place.Password]);
        }
        else
        {
            // The folder of the socket is open to its owner only; that is the password.
            arguments.Add("--auth=trust");
        }

        var (exitCode, output) = await RunAsync("initdb", arguments, cancellationToken);
        if (exitCode != 0)
            throw new StartRefusedException("The embedded PostgreSQL could not set up its folder: " + output);
        await File.WriteAllTextAsync(
            Path.Combine(aside, "pg_hba.conf"),
            OverPort ? "host all all 127.0.0.1/32 scram-sha-256\n" : "local all all trust\n",
            cancellationToken);
        Directory.Move(aside, place.Data);
    }

    private async Task StartServerAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(place.Log) && new FileInfo(place.Log).Length > LargestLog)
            File.Move(place.Log, place.Log + ".old", overwrite: true);
        for (var attempt = 1; ; attempt++)
        {
            var (exitCode, output) = await RunAsync("pg_ctl", ["-D", place.Data, "-l", place.Log, "-w", "-t", "60", "-o", ServerOptions(), "start"], cancellationToken);
            if (exitCode == 0)
                return;
            if (attempt == 20)
                throw new StartRefusedException("The embedded PostgreSQL does not start: " + output + EndOfLog());
            // Children of a killed server may still hold its shared memory.
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
        }
    }

    private string ServerOptions() =>
        (OverPort
            ? string.Create(CultureInfo.InvariantCulture, $"-p {FreePort()} -c listen_addresses=127.0.0.1")
            : $"-k '{place.SocketFolder}' -c listen_addresses='' -c unix_socket_permissions=0700")
        + " -c shared_buffers=64MB -c max_connections=" + (durable ? "100" : "400 -c fsync=off -c synchronous_commit=off -c full_page_writes=off");

    private async Task<bool> ConnectAsync(CancellationToken cancellationToken)
    {
        await DisposeAsync();
        try
        {
            presence = await OpenAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or ArgumentException)
        {
            return false;
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(ConnectionStringFor("postgres") + ";Pooling=false");
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// After a crash the pid file may name a process that is somebody else's by now. As root in a namespace PostgreSQL takes any
    /// living process for its own and refuses; so look who it is.
    /// </summary>
    private void RemoveStalePid()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(place.PidFile))
            return;
        var pid = File.ReadLines(place.PidFile).FirstOrDefault()?.Trim();
        if (!IsOurServer(pid))
            File.Delete(place.PidFile);
    }

    private bool IsOurServer(string? pid)
    {
        try
        {
            var state = File.ReadAllText($"/proc/{pid}/stat").Split(')')[^1].TrimStart();
            return !state.StartsWith('Z') && File.ReadAllText($"/proc/{pid}/cmdline").Contains(place.Data, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private int? RunningPort()
    {
        // Fourth line of the pid file: the port.
        if (!File.Exists(place.PidFile))
            return null;
        using var file = new StreamReader(new FileStream(place.PidFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var lines = file.ReadToEnd().Split('\n');
        return lines.Length > 3 && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port) ? port : null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string EndOfLog() =>
        File.Exists(place.Log) ? Environment.NewLine + string.Join(Environment.NewLine, File.ReadLines(place.Log).TakeLast(5)) : "";

    private Task<(int ExitCode, string Output)> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        UnprivilegedProcess.RunAsync(binaries.PathOf(program), arguments, place.Root, cancellationToken);

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(place.StartLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 600)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }
}
