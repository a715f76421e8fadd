using System.IO.Compression;
using System.Text;

namespace ServiceDesk.Application.Shared;

/// <summary>A kind of file the house takes in, recognised by its content.</summary>
/// <param name="ContentType">Media type it is served with.</param>
/// <param name="Extensions">Extensions it may carry, with the dot; the first is given to files that carry another.</param>
public sealed record FileType(string ContentType, params string[] Extensions);

/// <summary>
/// Recognises what a file is by its content, never by its name. What is not in the table is refused: programs, scripts,
/// web pages, drawings that run code, archives.
/// </summary>
public static class FileTypes
{
    private const int HeadLength = 4096;

    private static readonly FileType Jpeg = new("image/jpeg", ".jpg", ".jpeg", ".jpe", ".jfif");
    private static readonly FileType Png = new("image/png", ".png");
    private static readonly FileType Gif = new("image/gif", ".gif");
    private static readonly FileType Webp = new("image/webp", ".webp");
    private static readonly FileType Heic = new("image/heic", ".heic", ".heif");
    private static readonly FileType Tiff = new("image/tiff", ".tif", ".tiff");
    private static readonly FileType Pdf = new("application/pdf", ".pdf");
    private static readonly FileType Rtf = new("application/rtf", ".rtf");
    private static readonly FileType Doc = new("application/msword", ".doc", ".dot");
    private static readonly FileType Xls = new("application/vnd.ms-excel", ".xls", ".xlt");
    private static readonly FileType Ppt = new("application/vnd.ms-powerpoint", ".ppt", ".pps");
    private static readonly FileType Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    private static readonly FileType Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    private static readonly FileType Pptx = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx");
    private static readonly FileType Odt = new("application/vnd.oasis.opendocument.text", ".odt");
    private static readonly FileType Ods = new("application/vnd.oasis.opendocument.spreadsheet", ".ods");
    private static readonly FileType Odp = new("application/vnd.oasis.opendocument.presentation", ".odp");
    private static readonly FileType Asice = new("application/vnd.etsi.asic-e+zip", ".asice", ".edoc", ".sce", ".bdoc");
    private static readonly FileType Asics = new("application/vnd.etsi.asic-s+zip", ".asics", ".scs");
    private static readonly FileType PlainText = new("text/plain", ".txt", ".csv", ".log", ".md");

    /// <summary>Endings under which plain text would run when opened.</summary>
    private static readonly HashSet<string> Runnable = new(StringComparer.OrdinalIgnoreCase)
    {
        ".asp", ".aspx", ".bat", ".cmd", ".com", ".cpl", ".dll", ".exe", ".hta", ".htm", ".html", ".inf", ".jar", ".js", ".jse", ".jsp", ".lnk",
        ".mht", ".mjs", ".msi", ".msp", ".php", ".pl", ".ps1", ".psm1", ".py", ".rb", ".reg", ".scf", ".scr", ".sh", ".shtml", ".svg", ".svgz",
        ".url", ".vb", ".vbe", ".vbs", ".wsf", ".wsh", ".xht", ".xhtml", ".xml", ".xsl",
    };

    private static readonly string[] Markup = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<?php"];

    /// <summary>What a file is, or null when we do not take it in.</summary>
    /// <param name="content">The whole content, seekable; read from its beginning.</param>
    /// <param name="fileName">Its name, only to refuse text that would run under it.</param>
    public static FileType? Detect(Stream content, string fileName)
    {
        content.Position = 0;
        var head = new byte[HeadLength];
        head = head[..content.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
        if (head.Length == 0)
            return null;
        if (BySignature(head) is { } known)
            return known;
        if (Starts(head, "PK\x03\x04"u8))
            return Archive(content);
        if (Starts(head, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return OldOffice(content);
        return !Runnable.Contains(Path.GetExtension(fileName)) && IsPlainText(content, head) ? PlainText : null;
    }

    /// <summary>Pictures that a browser may show by itself; everything else is saved first.</summary>
    public static bool IsShownInline(string contentType) =>
        contentType == Jpeg.ContentType || contentType == Png.ContentType || contentType == Gif.ContentType || contentType == Webp.ContentType;

    private static FileType? BySignature(byte[] head)
    {
        if (Starts(head, [0xFF, 0xD8, 0xFF]))
            return Jpeg;
        if (Starts(head, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return Png;
        if (Starts(head, "GIF87a"u8) || Starts(head, "GIF89a"u8))
            return Gif;
        if (Starts(head, "RIFF"u8) && Starts(head, "WEBP"u8, 8))
            return Webp;
        if (Starts(head, "II*\0"u8) || Starts(head, "MM\0*"u8))
            return Tiff;
        if (Starts(head, "%PDF-"u8))
            return Pdf;
        if (Starts(head, "{\\rtf"u8))
            return Rtf;
        return Starts(head, "ftyp"u8, 4) && head.Length >= 12 && Encoding.ASCII.GetString(head, 8, 4) is "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "mif1" or "msf1"
            ? Heic
            : null;
    }

    private static FileType? Archive(Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("mimetype") is { } declared)
            {
                var type = Text(declared, 200).Trim();
                return new[] { Odt, Ods, Odp, Asice, Asics }.FirstOrDefault(t => t.ContentType == type);
            }

            if (zip.Entries.Any(e => e.FullName.StartsWith("META-INF/", StringComparison.OrdinalIgnoreCase) && e.FullName.Contains("signatures", StringComparison.OrdinalIgnoreCase)))
                return Asice;
            if (zip.GetEntry("[Content_Types].xml") is not { } types)
                return null;
            // Documents with macros declare another main part and are not taken in.
            var parts = Text(types, 256 * 1024);
            return parts.Contains("wordprocessingml.document.main+xml", StringComparison.Ordinal) ? Docx
                : parts.Contains("spreadsheetml.sheet.main+xml", StringComparison.Ordinal) ? Xlsx
                : parts.Contains("presentationml.presentation.main+xml", StringComparison.Ordinal) ? Pptx
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Text(ZipArchiveEntry entry, int most)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        var text = new char[most];
        return new string(text, 0, reader.ReadBlock(text, 0, most));
    }

    // The same container carries installers; the names of its streams tell documents from programs.
    private static FileType? OldOffice(Stream content) =>
        Holds(content, "WordDocument") ? Doc : Holds(content, "Workbook") || Holds(content, "Book") ? Xls : Holds(content, "PowerPoint Document") ? Ppt : null;

    private static bool Holds(Stream content, string streamName)
    {
        var wanted = Encoding.Unicode.GetBytes(streamName + '\0');
        var buffer = new byte[64 * 1024];
        var kept = 0;
        content.Position = 0;
        for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var filled = buffer.AsSpan(0, kept + read);
            if (filled.IndexOf(wanted) >= 0)
                return true;
            kept = Math.Min(wanted.Length - 1, filled.Length);
            filled[^kept..].CopyTo(buffer);
        }

        return false;
    }

    private static bool IsPlainText(Stream content, byte[] head)
    {
        var beginning = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (beginning.StartsWith('<') || beginning.StartsWith("#!", StringComparison.Ordinal) || Markup.Any(m => beginning.Contains(m, StringComparison.OrdinalIgnoreCase)))
            return false;

        content.Position = 0;
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, bufferSize: 32 * 1024, leaveOpen: true);
        var buffer = new char[32 * 1024];
        try
        {
            for (int read; (read = reader.Read(buffer)) > 0;)
            {
                foreach (var c in buffer.AsSpan(0, read))
                {
                    if (char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f'))
                        return false;
                }
            }
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        return true;
    }

    private static bool Starts(ReadOnlySpan<byte> head, ReadOnlySpan<byte> signature, int at = 0) => head.Length >= at + signature.Length && head[at..].StartsWith(signature);
}
