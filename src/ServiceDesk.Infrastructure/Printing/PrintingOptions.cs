using System.ComponentModel.DataAnnotations;

namespace ServiceDesk.Infrastructure.Printing;

/// <summary>Section <c>ServiceDesk:Printing</c>: how PDFs are made.</summary>
public sealed class PrintingOptions
{
    public const string Section = "ServiceDesk:Printing";

    /// <summary>Path of a Chromium, Chrome or Edge. Given, no other is looked for.</summary>
    public string? Browser { get; set; }

    /// <summary>Documents printed at the same time; the others wait.</summary>
    [Range(1, 16)]
    public int Workers { get; set; } = 2;

    /// <summary>A document that takes longer, waiting included, is given up.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 45;

    /// <summary>After so many documents a fresh browser takes over.</summary>
    [Range(1, 100_000)]
    public int DocumentsPerBrowser { get; set; } = 500;

    /// <summary>A browser whose processes hold more memory than this is replaced.</summary>
    [Range(200, 16_384)]
    public int MegabytesPerBrowser { get; set; } = 700;

    /// <summary>An idle browser is closed after so many minutes; the next document starts another.</summary>
    [Range(1, 1440)]
    public int IdleMinutes { get; set; } = 15;

    /// <summary>Refuse to print rather than without the browser's sandbox.</summary>
    public bool RequireSandbox { get; set; }

    /// <summary>Where a packed browser is unpacked once; <c>browser</c> in the data folder by default.</summary>
    public string? UnpackFolder { get; set; }
}
