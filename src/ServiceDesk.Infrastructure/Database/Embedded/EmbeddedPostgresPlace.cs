using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ServiceDesk.Infrastructure.Database.Embedded;

/// <summary>The folders and files of one embedded server.</summary>
internal sealed partial class EmbeddedPostgresPlace(string root)
{
    // A socket path holds at most 107 bytes, ".s.PGSQL.5432.lock" included.
    private const int LongestSocketFolder = 85;

    public string Root { get; } = root;

    /// <summary>The cluster.</summary>
    public string Data => Path.Combine(Root, "cluster");

    public string Log => Path.Combine(Root, "postgres.log");

    public string StartLock => Path.Combine(Root, "start.lock");

    /// <summary>Only where the server listens on a loopback port: its password.</summary>
    public string Password => Path.Combine(Root, "password");

    public string PidFile => Path.Combine(Data, "postmaster.pid");

    public bool HasCluster => File.Exists(Path.Combine(Data, "PG_VERSION"));

    /// <summary>
    /// Folder of the socket: inside the data folder, or where that path is too long or has letters the server's option list
    /// trips over, a private folder under the machine's temporary folder, named by a hash.
    /// </summary>
    public string SocketFolder { get; } = PlainPath().IsMatch(root) && Path.Combine(root, "run").Length <= LongestSocketFolder
        ? Path.Combine(root, "run")
        : Path.Combine(Path.GetTempPath(), "servicedesk-" + Hash(root));

    public void Create()
    {
        Directory.CreateDirectory(Root);
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode onlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(SocketFolder, onlyOwner);
        // Fails when somebody else owns the folder: then nobody is to be trusted with the socket.
        File.SetUnixFileMode(SocketFolder, onlyOwner);
    }

    private static string Hash(string root) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Environment.UserName + "|" + root)))[..16];

    [GeneratedRegex(@"^[A-Za-z0-9/._ -]+$")]
    private static partial Regex PlainPath();
}
