using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ServiceDesk.Application.Shared.Sheets;

/// <summary>
/// An Office Open XML workbook written straight through: texts inline, numbers and dates as such, the first row bold and frozen. A text
/// that looks like a formula is marked as text (<c>quotePrefix</c>), so that it stays one when somebody edits the cell. What does not
/// fit on a sheet goes on on the next one, under the same first row.
/// </summary>
/// <param name="file">Where it goes; need not be seekable.</param>
/// <param name="name">Name of the sheet.</param>
/// <param name="rowsOnSheet">Rows that fit on one sheet.</param>
public sealed class XlsxSheet(Stream file, string name, int rowsOnSheet = 1_048_576) : ISheetWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int DateStyle = 1, HeadStyle = 2, QuotedStyle = 3;
    private static readonly int Epoch = new DateOnly(1899, 12, 30).DayNumber;

    private readonly Waiting waiting = new();
    private readonly StringBuilder line = new();
    private ZipArchive? zip;
    private StreamWriter? sheet;
    private IReadOnlyList<object?>? head;
    private int sheets;
    private int rows;

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken)
    {
        zip ??= await ZipArchive.CreateAsync(waiting, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        if (sheet is not null && rows == rowsOnSheet)
            await EndSheetAsync(cancellationToken);
        if (sheet is null)
        {
            await BeginSheetAsync(cancellationToken);
            if (head is not null)
                await RowAsync(head, isHead: true, cancellationToken);
        }

        await RowAsync(cells, isHead: head is null, cancellationToken);
        head ??= [.. cells];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (zip is null)
            return;
        await EndSheetAsync(CancellationToken.None);
        await PartAsync("xl/styles.xml", Styles);
        await PartAsync("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{Each(i => $"<sheet name=\"{SheetName(i)}\" sheetId=\"{i}\" r:id=\"rId{i}\"/>")}</sheets></workbook>");
        await PartAsync("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}relationships\">{Each(i => Relation($"rId{i}", "worksheet", $"worksheets/sheet{i}.xml"))}{Relation("styles", "styles", "styles.xml")}</Relationships>");
        await PartAsync("_rels/.rels", $"<Relationships xmlns=\"{Package}relationships\">{Relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>");
        await PartAsync("[Content_Types].xml", $"<Types xmlns=\"{Package}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Sheets}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Sheets}styles+xml\"/>{Each(i => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{Sheets}worksheet+xml\"/>")}</Types>");
        await zip.DisposeAsync();
        await waiting.SendAsync(file, CancellationToken.None);
    }

    private static string Styles =>
        $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\"/></numFmts>"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\"/></cellXfs></styleSheet>";

    private async Task BeginSheetAsync(CancellationToken cancellationToken)
    {
        (sheets, rows) = (sheets + 1, 0);
        var entry = zip!.CreateEntry($"xl/worksheets/sheet{sheets}.xml", CompressionLevel.Fastest);
        sheet = new StreamWriter(await entry.OpenAsync(cancellationToken), new UTF8Encoding(false), bufferSize: 16 * 1024);
        await sheet.WriteAsync(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\" baseColWidth=\"16\"/><sheetData>");
    }

    private async Task EndSheetAsync(CancellationToken cancellationToken)
    {
        await sheet!.WriteAsync("</sheetData></worksheet>".AsMemory(), cancellationToken);
        await sheet.DisposeAsync();
        sheet = null;
    }

    private async Task RowAsync(IReadOnlyList<object?> cells, bool isHead, CancellationToken cancellationToken)
    {
        rows++;
        line.Clear().Append("<row>");
        foreach (var cell in cells)
            Append(cell, isHead);
        await sheet!.WriteAsync(line.Append("</row>"), cancellationToken);
        if (waiting.Count > 64 * 1024)
            await waiting.SendAsync(file, cancellationToken);
    }

    private void Append(object? cell, bool isHead)
    {
        switch (cell)
        {
            case string text when text.Length > 0:
                var style = isHead ? HeadStyle : FormulaGuard.IsSuspicious(text) ? QuotedStyle : 0;
                line.Append(CultureInfo.InvariantCulture, $"<c s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(text)}</t></is></c>");
                break;
            case DateOnly day:
                line.Append(CultureInfo.InvariantCulture, $"<c s=\"{DateStyle}\"><v>{day.DayNumber - Epoch}</v></c>");
                break;
            case int or double:
                line.Append(CultureInfo.InvariantCulture, $"<c><v>{cell}</v></c>");
                break;
            default:
                line.Append("<c/>");
                break;
        }
    }

    /// <summary>Escaped, without the control characters that XML cannot carry.</summary>
    private static string Escaped(string text)
    {
        var clean = text.Where((c, i) => XmlConvert.IsXmlChar(c)
            || (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1])));
        return System.Security.SecurityElement.Escape(string.Concat(clean));
    }

    private string SheetName(int number) => Escaped(number == 1 ? name : $"{name} {number}");

    private string Each(Func<int, string> part) => string.Concat(Enumerable.Range(1, sheets).Select(part));

    private static string Relation(string id, string type, string target) => $"<Relationship Id=\"{id}\" Type=\"{Relations}/{type}\" Target=\"{target}\"/>";

    private async Task PartAsync(string path, string xml)
    {
        await using var entry = await zip!.CreateEntry(path, CompressionLevel.Fastest).OpenAsync();
        await entry.WriteAsync(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml));
    }

    /// <summary>Takes what the archive writes, also synchronously, which the answer to a request does not allow, until it is sent on.</summary>
    private sealed class Waiting : Stream
    {
        private readonly MemoryStream bytes = new();

        public long Count => bytes.Length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public async Task SendAsync(Stream file, CancellationToken cancellationToken)
        {
            await file.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken);
            bytes.SetLength(0);
        }

        public override void Write(byte[] buffer, int offset, int count) => bytes.Write(buffer, offset, count);

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
