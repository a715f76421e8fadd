using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ServiceDesk.Testing.Documents;

/// <summary>
/// The words of a PDF as a reader of files finds them: glyphs through each font's ToUnicode table, spaces by the gaps between them.
/// Knows what Chromium writes, no more; written because no library for it is at hand.
/// </summary>
public sealed partial class PdfText
{
    private readonly byte[] file;
    private readonly string text;
    private readonly Dictionary<int, int> places = [];
    private readonly Dictionary<int, PdfFont> fonts = [];

    private PdfText(byte[] file)
    {
        this.file = file;
        text = Encoding.Latin1.GetString(file);
        foreach (Match found in ObjectStart().Matches(text))
            places[int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture)] = found.Index + found.Length;
        var pages = places.Keys.Where(number => Dictionary(number) is var d && PageTree().IsMatch(d) && !d.Contains("/Parent", StringComparison.Ordinal)).Max();
        Pages = [.. Leaves(pages).Select(TextOf)];
    }

    /// <summary>Text page by page; spaces and line breaks are single spaces, no-break ones too.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>All pages.</summary>
    public string All => string.Join(' ', Pages);

    /// <summary>Names of the embedded fonts without their subset tags.</summary>
    public IReadOnlyList<string> Fonts => [.. EmbeddedFont().Matches(text).Select(m => m.Groups[1].Value).Distinct()];

    public static PdfText Of(byte[] file) => new(file);

    private IEnumerable<int> Leaves(int node)
    {
        var dictionary = Dictionary(node);
        return Kids().Match(dictionary) is { Success: true } kids
            ? Reference().Matches(kids.Groups[1].Value).SelectMany(m => Leaves(Number(m)))
            : [node];
    }

    private string TextOf(int page)
    {
        var dictionary = Dictionary(page);
        var resources = Regex.Match(dictionary, @"/Resources (\d+) 0 R") is { Success: true } link ? Dictionary(Number(link)) : dictionary;
        var named = Regex.Match(resources, @"/Font\s*<<([^>]*)>>").Groups[1].Value;
        var byName = FontName().Matches(named).ToDictionary(m => m.Groups[1].Value, m => int.Parse(m.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        var contents = Regex.Match(dictionary, @"/Contents\s*(?:\[([^\]]*)\]|(\d+ 0 R))");
        var drawing = string.Concat(Reference().Matches(contents.Value).Select(m => Encoding.Latin1.GetString(StreamOf(Number(m)))));
        return Spaces().Replace(new PdfDrawing(name => FontOf(byName[name])).Read(drawing), " ").Trim();
    }

    private PdfFont FontOf(int number)
    {
        if (fonts.TryGetValue(number, out var known))
            return known;
        var dictionary = Dictionary(number);
        var map = Regex.Match(dictionary, @"/ToUnicode (\d+) 0 R") is { Success: true } link ? Encoding.Latin1.GetString(StreamOf(Number(link))) : "";
        var below = Regex.Match(dictionary, @"/DescendantFonts\s*\[(\d+) 0 R") is { Success: true } descendant ? Dictionary(Number(descendant)) : dictionary;
        return fonts[number] = PdfFont.Read(map, below);
    }

    private string Dictionary(int number)
    {
        var from = places[number];
        var end = text.IndexOf("endobj", from, StringComparison.Ordinal);
        var stream = text.IndexOf("stream", from, end - from, StringComparison.Ordinal);
        return text[from..(stream < 0 ? end : stream)];
    }

    private byte[] StreamOf(int number)
    {
        var dictionary = Dictionary(number);
        var length = int.Parse(Regex.Match(dictionary, @"/Length (\d+)").Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var from = text.IndexOf('\n', text.IndexOf("stream", places[number], StringComparison.Ordinal)) + 1;
        if (!dictionary.Contains("FlateDecode", StringComparison.Ordinal))
            return file[from..(from + length)];
        using var unpacked = new ZLibStream(new MemoryStream(file, from, length), CompressionMode.Decompress);
        var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static int Number(Match reference) => int.Parse(reference.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=^|\n)(\d+) 0 obj\b")]
    private static partial Regex ObjectStart();

    [GeneratedRegex(@"/Type /Pages\b")]
    private static partial Regex PageTree();

    [GeneratedRegex(@"/Kids\s*\[([^\]]*)\]")]
    private static partial Regex Kids();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex Reference();

    [GeneratedRegex(@"/(\w+) (\d+) 0 R")]
    private static partial Regex FontName();

    [GeneratedRegex(@"/FontName /(?:[A-Z]{6}\+)?([^\s/>]+)")]
    private static partial Regex EmbeddedFont();

    [GeneratedRegex(@"[\s\u00A0]+")]
    private static partial Regex Spaces();
}
