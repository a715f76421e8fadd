using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ServiceDesk.Application.Shared.Sheets;

namespace ServiceDesk.Application.Tests.Shared;

/// <summary>Tables written and read back.</summary>
public class SheetTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly object?[][] Table =
    [
        ["Numurs", "Temats", "Diena", "Skaits", "Stundas"],
        ["4.1-5/26/1", "Ceļš; \"liels\"\r\nun šaurs", new DateOnly(2026, 11, 24), 12, 1234.5],
        ["4.1-5/26/2", null, null, -3, -0.5],
    ];

    [Fact]
    public async Task Separated_values_have_a_mark_semicolons_decimal_commas_and_quotes_where_needed()
    {
        var bytes = await WriteAsync(file => new CsvSheet(file), Table);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            "Numurs;Temats;Diena;Skaits;Stundas\r\n4.1-5/26/1;\"Ceļš; \"\"liels\"\"\r\nun šaurs\";24.11.2026;12;1234,5\r\n4.1-5/26/2;;;-3;-0,5\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+371 20000000")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    public async Task A_text_that_would_be_calculated_is_defused(string text)
    {
        var csv = Encoding.UTF8.GetString((await WriteAsync(file => new CsvSheet(file), [["a"], [text]]))[3..]);
        Assert.Contains("'" + text, csv, StringComparison.Ordinal);

        // In a workbook it is a text, and stays one when somebody edits it.
        var book = Open(await WriteAsync(file => new XlsxSheet(file, "Lapa"), [["a"], [text]]));
        var cell = Part(book, "xl/worksheets/sheet1.xml").Descendants(Main + "c").Last();
        Assert.Equal("inlineStr", (string?)cell.Attribute("t"));
        Assert.Empty(cell.Descendants(Main + "f"));
        var style = Part(book, "xl/styles.xml").Descendants(Main + "cellXfs").Single().Elements().ElementAt((int)cell.Attribute("s")!);
        Assert.Equal("1", (string?)style.Attribute("quotePrefix"));
    }

    [Fact]
    public async Task A_workbook_is_read_back_with_its_types()
    {
        var book = Open(await WriteAsync(file => new XlsxSheet(new Forward(file), "Termiņu pārkāpumi"), Table));
        Assert.Equal(
            ["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"],
            book.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        Assert.Equal("Termiņu pārkāpumi", (string?)Part(book, "xl/workbook.xml").Descendants(Main + "sheet").Single().Attribute("name"));
        var rows = Part(book, "xl/worksheets/sheet1.xml").Descendants(Main + "row").ToList();
        Assert.Equal(3, rows.Count);
        var first = rows[1].Elements().ToList();
        Assert.Equal("Ceļš; \"liels\"\nun šaurs", first[1].Value.ReplaceLineEndings("\n"));
        Assert.Equal(("46350", "1"), (first[2].Value, (string?)first[2].Attribute("s"))); // 24.11.2026. counted from 30.12.1899.
        Assert.Equal(("12", "1234.5"), (first[3].Value, first[4].Value));
        Assert.Equal(["4.1-5/26/2", "", "", "-3", "-0.5"], rows[2].Elements().Select(c => c.Value));
    }

    [Fact]
    public async Task What_a_sheet_cannot_hold_goes_on_on_the_next_under_the_same_head()
    {
        var book = Open(await WriteAsync(file => new XlsxSheet(file, "A & B", rowsOnSheet: 3), [["h"], .. Enumerable.Range(1, 5).Select(i => new object?[] { i })]));
        Assert.Equal(["A & B", "A & B 2", "A & B 3"], Part(book, "xl/workbook.xml").Descendants(Main + "sheet").Select(s => (string?)s.Attribute("name")));
        Assert.Equal(["h", "1", "2"], Cells(book, 1));
        Assert.Equal(["h", "3", "4"], Cells(book, 2));
        Assert.Equal(["h", "5"], Cells(book, 3));
    }

    [Fact]
    public async Task Characters_that_XML_cannot_carry_are_left_out_and_emoji_stay()
    {
        var book = Open(await WriteAsync(file => new XlsxSheet(file, "Lapa"), [["a\u0001b\ud800c<&😀"]]));
        Assert.Equal(["abc<&😀"], Cells(book, 1));
    }

    private static IEnumerable<string> Cells(ZipArchive book, int sheet) =>
        Part(book, $"xl/worksheets/sheet{sheet}.xml").Descendants(Main + "c").Select(c => c.Value);

    private static ZipArchive Open(byte[] bytes) => new(new MemoryStream(bytes));

    private static XDocument Part(ZipArchive book, string name)
    {
        using var stream = book.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }

    private static async Task<byte[]> WriteAsync(Func<Stream, ISheetWriter> open, object?[][] rows)
    {
        using var file = new MemoryStream();
        await using (var sheet = open(file))
        {
            foreach (var row in rows)
                await sheet.WriteAsync(row, CancellationToken.None);
        }

        return file.ToArray();
    }

    /// <summary>A stream like an answer on its way: no way back, and nothing but asynchronous writing.</summary>
    private sealed class Forward(Stream to) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new InvalidOperationException("Synchronous.");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => to.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => to.WriteAsync(buffer, offset, count, cancellationToken);
    }
}
