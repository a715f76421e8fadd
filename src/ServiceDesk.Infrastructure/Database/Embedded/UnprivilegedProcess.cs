using System.Diagnostics;

namespace ServiceDesk.Infrastructure.Database.Embedded;

/// <summary>
/// Runs a PostgreSQL program. PostgreSQL refuses to run as root, so root steps down: into a user namespace where that is allowed
/// (files stay root's), else to the user "nobody" (then the data folder is handed over to it).
/// </summary>
internal static class UnprivilegedProcess
{
    // "nobody": the one user besides root that every /etc/passwd has; initdb looks its name up.
    private const string Nobody = "65534";

    private static readonly string[] Unshare = ["--user", "--map-user=" + Nobody, "--map-group=" + Nobody, "--"];

    private static readonly string[] SetPriv = ["--reuid=" + Nobody, "--regid=" + Nobody, "--clear-groups", "--"];

    private static readonly Lazy<Task<bool>> NamespacesAllowed = new(async () => await TryAsync("unshare", [.. Unshare, "true"]));

    public static async Task<(int ExitCode, string Output)> RunAsync(string program, IReadOnlyList<string> arguments, string ownedFolder, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
            return await StartAsync(program, arguments, cancellationToken);
        if (!OperatingSystem.IsLinux())
            throw new StartRefusedException("The embedded PostgreSQL does not run as root here. Start the site as an ordinary user, or set ServiceDesk:Database:Provider.");
        if (await NamespacesAllowed.Value)
            return await StartAsync("unshare", [.. Unshare, program, .. arguments], cancellationToken);

        var (owned, complaint) = await StartAsync("chown", ["-R", $"{Nobody}:{Nobody}", ownedFolder], cancellationToken);
        if (owned != 0)
            throw new StartRefusedException("The embedded PostgreSQL could not take over its folder: " + complaint);
        return await StartAsync("setpriv", [.. SetPriv, program, .. arguments], cancellationToken);
    }

    private static async Task<bool> TryAsync(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            return (await StartAsync(program, arguments, CancellationToken.None)).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int ExitCode, string Output)> StartAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(cancellationToken);
        // A server started by pg_ctl writes to its own log, but on Windows it may keep our pipes open: do not wait for their end.
        await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(TimeSpan.FromSeconds(1), cancellationToken));
        return (process.ExitCode, (output.IsCompletedSuccessfully ? await output : "") + (errors.IsCompletedSuccessfully ? await errors : ""));
    }
}
