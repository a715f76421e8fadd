using ServiceDesk.Infrastructure.Printing.Browsers;
using ServiceDesk.Testing;
using ServiceDesk.Testing.Documents;

namespace ServiceDesk.Browser.Tests;

/// <summary>A Chromium to drive: one installed on the machine, else the packed one, unpacked once into the temporary folder.</summary>
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
        var installed = new[] { Environment.GetEnvironmentVariable("SERVICEDESK_TEST_CHROMIUM") }.Concat(Installed).FirstOrDefault(File.Exists);
        if (installed is not null)
            return new Chromium(installed, ["--no-sandbox", "--disable-dev-shm-usage"], new Dictionary<string, string>());
        // The one that the site would print with.
        var package = PackedBrowser.Find([System.IO.Path.Combine(Folders.Web, "browser", "node_modules", "@sparticuz", "chromium", "bin")]);
        if (package is null || !PackedBrowser.FitsThisMachine)
            return null;
        var packed = PackedBrowser.Unpack(package, Press.UnpackFolder);
        return new Chromium(
            packed.Program,
            ["--headless=shell", "--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run"],
            packed.Variables);
    }
}
