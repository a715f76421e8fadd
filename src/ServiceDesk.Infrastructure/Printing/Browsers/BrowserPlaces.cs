using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Infrastructure.Printing.Browsers;

/// <summary>Browsers of this machine in the order they are tried: the configured one; installed ones; the packed one that the build fetched.</summary>
internal sealed class BrowserPlaces(IOptions<PrintingOptions> options, IOptions<ServiceDeskOptions> site, IHostEnvironment environment)
{
    private static readonly IReadOnlyDictionary<string, string> NoVariables = new Dictionary<string, string>();

    // Small first: the headless shell has no window code at all.
    private static readonly string[] Programs =
    [
        "chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser",
        "google-chrome-stable", "google-chrome", "microsoft-edge-stable", "microsoft-edge",
    ];

    private static readonly string[] Bundles =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] WindowsPrograms =
    [
        @"Chromium\Application\chrome.exe", @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Ways to start a browser, best first. A packed browser is unpacked only when its turn comes.</summary>
    public IEnumerable<BrowserLaunch> InOrder()
    {
        if (options.Value.Browser is { Length: > 0 } configured)
        {
            var path = Path.GetFullPath(configured, environment.ContentRootPath);
            return File.Exists(path) ? WaysOf(path) : [];
        }

        return Installed().Distinct(StringComparer.Ordinal).SelectMany(WaysOf).Concat(Packed());
    }

    private static IEnumerable<string> Installed()
    {
        if (OperatingSystem.IsWindows())
        {
            return new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData }
                .Select(Environment.GetFolderPath)
                .Where(folder => folder.Length > 0)
                .SelectMany(folder => WindowsPrograms.Select(program => Path.Combine(folder, program)))
                .Where(File.Exists);
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Concat(["/usr/local/bin", "/usr/bin"]).Distinct().ToList();
        var found = Programs.SelectMany(program => folders.Select(folder => Path.Combine(folder, program)));
        return (OperatingSystem.IsMacOS() ? Bundles.Concat(found) : found).Where(File.Exists);
    }

    private IEnumerable<BrowserLaunch> WaysOf(string path)
    {
        // Root may not use the sandbox; as "nobody" in a user namespace it may.
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
            yield return new BrowserLaunch("unshare", ["--user", "--map-user=65534", "--map-group=65534", "--", path], NoVariables, true, path + " as nobody");
        else
            yield return new BrowserLaunch(path, [], NoVariables, true, path);
        if (!options.Value.RequireSandbox)
            yield return new BrowserLaunch(path, ["--no-sandbox"], NoVariables, false, path + " without its sandbox");
    }

    private IEnumerable<BrowserLaunch> Packed()
    {
        if (options.Value.RequireSandbox || !PackedBrowser.FitsThisMachine || PackedBrowser.Find(PackageFolders()) is not { } package)
            yield break;
        var home = options.Value.UnpackFolder ?? Path.Combine(site.Value.DataFolder, "browser");
        var unpacked = PackedBrowser.Unpack(package, home);
        yield return new BrowserLaunch(unpacked.Program, ["--no-sandbox", "--no-zygote"], unpacked.Variables, false, "the packed browser");
    }

    private IEnumerable<string> PackageFolders()
    {
        var package = Path.Combine("browser", "node_modules", "@sparticuz", "chromium", "bin");
        yield return Path.Combine(AppContext.BaseDirectory, "browser");
        yield return Path.Combine(environment.ContentRootPath, package);
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "ServiceDesk.sln")))
                yield return Path.Combine(at.FullName, "src", "ServiceDesk.Web", package);
        }
    }
}
