using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Infrastructure.Printing.Archive;

namespace ServiceDesk.Application.Tests.Documents;

/// <summary>What the incremental update adds, on a small file built as Chromium builds them.</summary>
public class ArchivePdfTests
{
    private static readonly PrintJob Job = new("", "Izziņa <1> \u0001 „Ā”", "lv", "Lejasupes novada pašvaldība", new DateTimeOffset(2026, 11, 26, 11, 30, 5, TimeSpan.FromHours(2)));

    private static readonly byte[] Printed = Small("/Lang (lv)");

    [Fact]
    public void The_file_as_printed_stays_but_for_its_dates()
    {
        var finished = ArchivePdf.Finish(Printed, Job).Content;
        var before = Regex.Replace(Encoding.Latin1.GetString(Printed), @"D:\d{14}", "D:20261126093005");
        Assert.StartsWith(before, Encoding.Latin1.GetString(finished), StringComparison.Ordinal);
        Assert.Equal(["D:20261126093005"], Regex.Matches(Encoding.Latin1.GetString(finished), @"D:\d{14}").Select(m => m.Value).Distinct());
    }

    [Fact]
    public void Every_cross_reference_leads_to_its_object()
    {
        var text = Encoding.Latin1.GetString(ArchivePdf.Finish(Printed, Job).Content);
        var table = text[text.LastIndexOf("\nxref\n", StringComparison.Ordinal)..];
        var entries = Regex.Matches(table, @"(?<=\n)(\d+) 1\n(\d{10}) 00000 n \n");
        Assert.Equal(5, entries.Count);
        foreach (Match entry in entries)
            Assert.StartsWith(entry.Groups[1].Value + " 0 obj\n", text[int.Parse(entry.Groups[2].Value, CultureInfo.InvariantCulture)..], StringComparison.Ordinal);
        var start = int.Parse(Regex.Match(text, @"startxref\n(\d+)\n%%EOF\n$").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.StartsWith("xref\n", text[start..], StringComparison.Ordinal);
        var size = int.Parse(Regex.Match(table, @"/Size (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.True(entries.Max(e => int.Parse(e.Groups[1].Value, CultureInfo.InvariantCulture)) < size);
    }

    [Fact]
    public void The_metadata_declare_the_archive_form_and_agree_with_the_properties()
    {
        var text = Encoding.UTF8.GetString(ArchivePdf.Finish(Printed, Job).Content);
        var packet = XDocument.Parse(Regex.Match(text, "<x:xmpmeta.*</x:xmpmeta>", RegexOptions.Singleline).Value);
        string Value(string name, string space) => packet.Descendants(XName.Get(name, space)).Single().Value.Trim();
        Assert.Equal(("2", "B"), (Value("part", "http://www.aiim.org/pdfa/ns/id/"), Value("conformance", "http://www.aiim.org/pdfa/ns/id/")));
        Assert.Equal("Izziņa <1>  „Ā”", Value("title", "http://purl.org/dc/elements/1.1/"));
        Assert.Equal("Lejasupes novada pašvaldība", Value("creator", "http://purl.org/dc/elements/1.1/"));
        Assert.Equal("2026-11-26T09:30:05+00:00", Value("CreateDate", "http://ns.adobe.com/xap/1.0/"));
        Assert.Equal("Skia/PDF m1", Value("Producer", "http://ns.adobe.com/pdf/1.3/"));
        var title = Regex.Match(text, @"/Title <FEFF([0-9A-F]+)>").Groups[1].Value;
        Assert.Equal("Izziņa <1>  „Ā”", Encoding.BigEndianUnicode.GetString(Convert.FromHexString(title)));
        Assert.Contains("/Creator (ServiceDesk)\n/Producer (Skia/PDF m1)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalog_leads_to_metadata_and_colours_and_the_trailer_names_the_file()
    {
        var text = Encoding.Latin1.GetString(ArchivePdf.Finish(Printed, Job).Content);
        var catalog = Regex.Match(text, @"1 0 obj\n<</Type /Catalog[^>]*?/Version /1\.7\n/Metadata 7 0 R\n/OutputIntents \[6 0 R\]>>\nendobj");
        Assert.True(catalog.Success);
        Assert.Contains("6 0 obj\n<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)", text, StringComparison.Ordinal);
        Assert.Matches(@"/Prev \d+ /ID \[<([0-9A-F]{32})> <\1>\]>>", text);
    }

    [Fact]
    public void Equal_data_are_equal_bytes_and_other_data_have_another_name()
    {
        Assert.Equal(ArchivePdf.Finish(Printed, Job).Sha256, ArchivePdf.Finish(Printed, Job).Sha256);
        static string Id(PdfFile file) => Regex.Match(Encoding.Latin1.GetString(file.Content), @"/ID \[<(\w+)>").Groups[1].Value;
        Assert.NotEqual(Id(ArchivePdf.Finish(Printed, Job)), Id(ArchivePdf.Finish(Printed, Job with { Title = "Cita" })));
    }

    [Fact]
    public void A_language_the_browser_left_out_is_added() =>
        Assert.Contains("/Lang (lv)", Encoding.Latin1.GetString(ArchivePdf.Finish(Small(""), Job).Content), StringComparison.Ordinal);

    [Fact]
    public void Pages_are_counted() => Assert.Equal(3, ArchivePdf.Finish(Printed, Job).Pages);

    [Theory]
    [InlineData("")]
    [InlineData("no pdf at all")]
    public void Anything_else_is_refused(string file) => Assert.Throws<InvalidDataException>(() => ArchivePdf.Finish(Encoding.Latin1.GetBytes(file), Job));

    [Fact]
    public void A_file_cut_off_in_the_middle_is_refused() => Assert.Throws<InvalidDataException>(() => ArchivePdf.Finish(Printed[..(Printed.Length / 2)], Job));

    [Fact] // ICC.1:2001-04: size, version 2.1, display profile of RGB, D50, all nine tags inside
    public void The_colour_profile_is_well_formed()
    {
        var profile = SrgbProfile.Bytes;
        int Number(int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(at));
        string Name(int at) => Encoding.ASCII.GetString(profile, at, 4);
        Assert.Equal(profile.Length, Number(0));
        Assert.Equal(("mntr", "RGB ", "XYZ ", "acsp"), (Name(12), Name(16), Name(20), Name(36)));
        Assert.Equal((0xF6D6, 0x10000, 0xD32D), (Number(68), Number(72), Number(76)));
        Assert.Equal(9, Number(128));
        for (var i = 0; i < 9; i++)
        {
            var entry = 132 + (i * 12);
            Assert.True(Number(entry + 4) % 4 == 0 && Number(entry + 4) + Number(entry + 8) <= profile.Length, Name(entry));
        }

        // The colorants of a D50 profile add up to its white, but for rounding (unit: 1/65536).
        for (var axis = 0; axis < 3; axis++)
        {
            var sum = Enumerable.Range(3, 3).Sum(tag => Number(Number(132 + (tag * 12) + 4) + 8 + (axis * 4)));
            Assert.InRange(sum - Number(68 + (axis * 4)), -16, 16);
        }
    }

    private static byte[] Small(string more)
    {
        var file = new StringBuilder("%PDF-1.4\n%\u00D3\u00EB\u00E9\u00E1\n");
        List<int> places = [];
        void Add(string value)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{value}\nendobj\n");
        }

        Add($"<</Type /Catalog\n/Pages 2 0 R\n{more}>>");
        Add("<</Type /Pages\n/Count 3\n/Kids [3 0 R]>>");
        Add("<</Type /Page\n/Parent 2 0 R>>");
        Add("<</Creator (Mozilla/5.0)\n/Producer (Skia/PDF m1)\n/CreationDate (D:20200101000000+00'00')\n/ModDate (D:20200101000000+00'00')>>");
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {places.Count + 1}\n/Root 1 0 R\n/Info 4 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
