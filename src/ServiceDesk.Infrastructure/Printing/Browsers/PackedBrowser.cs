using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace ServiceDesk.Infrastructure.Printing.Browsers;

/// <summary>A headless Chromium for Linux on x64 as an npm package carries it: the program and its libraries, compressed.</summary>
public sealed record PackedBrowser(string Program, IReadOnlyDictionary<string, string> Variables)
{
    private const string Archive = "chromium.br";

    /// <summary>The package holds one build only.</summary>
    public static bool FitsThisMachine => OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    /// <summary>The first folder that holds the package, or null.</summary>
    public static string? Find(IEnumerable<string> folders) => folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, Archive)));

    /// <summary>Unpacks it below <paramref name="home"/>, once for each version; some two seconds and 200 MB.</summary>
    public static PackedBrowser Unpack(string package, string home)
    {
        var packed = new FileInfo(Path.Combine(package, Archive));
        var folder = Path.Combine(home, string.Create(CultureInfo.InvariantCulture, $"{packed.LastWriteTimeUtc.Ticks:x}-{packed.Length:x}"));
        if (!Directory.Exists(folder))
            UnpackInto(package, folder);
        return new PackedBrowser(Path.Combine(folder, "chromium"), new Dictionary<string, string>
        {
            ["LD_LIBRARY_PATH"] = Path.Combine(folder, "lib"),
            ["FONTCONFIG_PATH"] = Directory.Exists("/etc/fonts") ? "/etc/fonts" : Path.Combine(folder, "fonts"),
        });
    }

    private static void UnpackInto(string package, string folder)
    {
        // Aside first, then one rename: broken off in the middle it leaves nothing half unpacked under the name that is looked for.
        var aside = folder + "." + Guid.NewGuid().ToString("N");
        Directory.CreateDirectory(aside);
        var program = Path.Combine(aside, "chromium");
        using (var packed = new BrotliStream(File.OpenRead(Path.Combine(package, Archive)), CompressionMode.Decompress))
        using (var file = File.Create(program))
            packed.CopyTo(file);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var archive in (string[])["al2023.tar.br", "fonts.tar.br"])
        {
            using var packed = new BrotliStream(File.OpenRead(Path.Combine(package, archive)), CompressionMode.Decompress);
            TarFile.ExtractToDirectory(packed, aside, overwriteFiles: true);
        }

        try
        {
            Directory.Move(aside, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(aside, recursive: true);
        }
    }
}
