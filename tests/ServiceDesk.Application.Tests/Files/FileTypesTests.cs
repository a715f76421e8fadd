using System.IO.Compression;
using System.Text;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Application.Tests.Files;

/// <summary>What a file is told by its content; its name only ever makes it less welcome.</summary>
public class FileTypesTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, string, byte[]> Accepted => new()
    {
        { "jpg", "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] },
        { "png", "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0] },
        { "gif", "image/gif", "GIF89a\0"u8.ToArray() },
        { "webp", "image/webp", "RIFF\x10\0\0\0WEBPVP8 "u8.ToArray() },
        { "heic", "image/heic", [0, 0, 0, 24, .. "ftypheic"u8] },
        { "tif", "image/tiff", "II*\0\x08\0\0\0"u8.ToArray() },
        { "pdf", "application/pdf", "%PDF-1.7\n"u8.ToArray() },
        { "rtf", "application/rtf", "{\\rtf1\\ansi}"u8.ToArray() },
        { "doc", "application/msword", OleWith("WordDocument") },
        { "xls", "application/vnd.ms-excel", OleWith("Workbook") },
        { "ppt", "application/vnd.ms-powerpoint", OleWith("PowerPoint Document") },
        { "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Office("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml") },
        { "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml") },
        { "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", Office("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml") },
        { "odt", "application/vnd.oasis.opendocument.text", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")) },
        { "ods", "application/vnd.oasis.opendocument.spreadsheet", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")) },
        { "asice", "application/vnd.etsi.asic-e+zip", Zip(("mimetype", "application/vnd.etsi.asic-e+zip"), ("META-INF/signatures0.xml", "<x/>")) },
        { "edoc", "application/vnd.etsi.asic-e+zip", Zip(("līgums.pdf", "%PDF-1.7"), ("META-INF/edoc-signatures-S1.xml", "<x/>")) },
        { "txt", "text/plain", Encoding.UTF8.GetBytes("Labdien!\r\nUpes ielā 4 nedeg gaisma.\t✓") },
        { "csv", "text/plain", Encoding.UTF8.GetBytes("\uFEFFvārds;adrese\nIlze;Upes iela 4") },
    };

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "rēķins.exe", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0] },
        { "foto.jpg", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0] },
        { "program", [0x7F, .. "ELF"u8, 2, 1, 1, 0] },
        { "run.sh", "#!/bin/sh\nrm -rf /\n"u8.ToArray() },
        { "teksts.txt", "#!/usr/bin/env python3\nprint(1)\n"u8.ToArray() },
        { "start.bat", "@echo off\r\nformat c:\r\n"u8.ToArray() },
        { "start.PS1", "Get-Process"u8.ToArray() },
        { "a.js", "alert(1)"u8.ToArray() },
        { "a.vbs", "MsgBox 1"u8.ToArray() },
        { "lapa.html", "<!DOCTYPE html><p>x"u8.ToArray() },
        { "lapa.txt", "  <html><body>x"u8.ToArray() },
        { "lapa.txt", "Labdien <script>alert(1)</script>"u8.ToArray() },
        { "zīme.svg", "<svg xmlns='x'><script/></svg>"u8.ToArray() },
        { "zīme.png", "<?xml version='1.0'?><svg/>"u8.ToArray() },
        { "arhīvs.zip", Zip(("a.txt", "a")) },
        { "java.jar", Zip(("META-INF/MANIFEST.MF", "Main-Class: A")) },
        { "makro.docm", Office("application/vnd.ms-word.document.macroEnabled.main+xml") },
        { "install.msi", [.. Ole, .. new byte[600]] },
        { "video.mp4", [0, 0, 0, 24, .. "ftypmp42"u8] },
        { "saspiests.gz", [0x1F, 0x8B, 8, 0, 0, 0] },
        { "zip bez beigām.docx", [.. "PK\x03\x04"u8, .. new byte[40]] },
        { "vecs.txt", [0xCC, 0x61, 0x62, 0xE2, 0x28, 0xA1] },
        { "ar nullēm.txt", "a\0b"u8.ToArray() },
        { "tukšs.txt", [] },
    };

    [Theory, MemberData(nameof(Accepted))]
    public void A_document_or_picture_is_recognised_by_its_content(string extension, string contentType, byte[] content)
    {
        var type = Detect(content, "fails." + extension);
        Assert.Equal(contentType, type?.ContentType);
        Assert.Contains("." + extension, type!.Extensions);
        Assert.Equal(contentType, Detect(content, "bez paplašinājuma")?.ContentType);
    }

    [Theory, MemberData(nameof(Refused))]
    public void What_runs_or_hides_is_refused(string name, byte[] content) => Assert.Null(Detect(content, name));

    [Fact]
    public void A_stream_name_across_two_reads_is_found()
    {
        var content = new byte[64 * 1024 * 2];
        Ole.CopyTo(content, 0);
        Encoding.Unicode.GetBytes("WordDocument\0").CopyTo(content, (64 * 1024) - 7);
        Assert.Equal("application/msword", Detect(content, "a.doc")?.ContentType);
    }

    [Theory]
    [InlineData("image/jpeg", true)]
    [InlineData("image/png", true)]
    [InlineData("application/pdf", false)]
    [InlineData("image/svg+xml", false)]
    [InlineData("text/html", false)]
    public void Only_plain_pictures_are_shown_in_the_browser(string contentType, bool shown) => Assert.Equal(shown, FileTypes.IsShownInline(contentType));

    [Theory]
    [InlineData("līgums.pdf", "līgums.pdf")]
    [InlineData("LĪGUMS.PDF", "LĪGUMS.pdf")]
    [InlineData("līgums.exe", "līgums.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\Users\\ilze\\Attēls 1.PDF", "Attēls 1.pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.pdf")]
    [InlineData("rinda\r\nSet-Cookie: x.pdf", "rinda Set-Cookie x.pdf")]
    [InlineData("  ..  ", "fails.pdf")]
    [InlineData("", "fails.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("le\u0304mums.pdf", "lēmums.pdf")]
    [InlineData("rēķins 2026.11.20", "rēķins 2026.11.pdf")]
    public void A_name_is_cleaned_and_tells_what_is_inside(string given, string cleaned) =>
        Assert.Equal(cleaned, FileNames.Clean(given, new FileType("application/pdf", ".pdf")));

    [Fact]
    public void A_long_name_is_cut_between_letters()
    {
        var cleaned = FileNames.Clean(new string('a', 119) + "😀" + new string('b', 200) + ".pdf", new FileType("application/pdf", ".pdf"));
        Assert.Equal(new string('a', 119) + ".pdf", cleaned);
    }

    private static FileType? Detect(byte[] content, string name) => FileTypes.Detect(new MemoryStream(content), name);

    private static byte[] OleWith(string stream) => [.. Ole, .. new byte[500], .. Encoding.Unicode.GetBytes(stream + '\0'), .. new byte[100]];

    private static byte[] Office(string mainPart) => Zip(
        ("[Content_Types].xml", $"<Types><Override PartName=\"/main.xml\" ContentType=\"{mainPart}\"/></Types>"), ("main.xml", "<x/>"));

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
