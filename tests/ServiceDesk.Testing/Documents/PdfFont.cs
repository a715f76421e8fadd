using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ServiceDesk.Testing.Documents;

/// <summary>Letters and widths of a font in a PDF, by two-byte codes.</summary>
internal sealed partial class PdfFont
{
    private readonly Dictionary<int, string> letters = [];
    private readonly Dictionary<int, double> widths = [];
    private double otherWidth = 1000;

    public string Letter(int code) => letters.GetValueOrDefault(code, "\uFFFD");

    /// <summary>In thousandths of the size.</summary>
    public double Width(int code) => widths.GetValueOrDefault(code, otherWidth);

    public static PdfFont Read(string map, string dictionary)
    {
        var font = new PdfFont();
        foreach (Match block in Letters().Matches(map))
        {
            foreach (Match pair in Pair().Matches(block.Groups[1].Value))
                font.letters[Hex(pair.Groups[1].Value)] = Word(pair.Groups[2].Value);
        }

        foreach (Match block in Ranges().Matches(map))
        {
            foreach (Match range in Range().Matches(block.Groups[1].Value))
            {
                int first = Hex(range.Groups[1].Value), last = Hex(range.Groups[2].Value), letter = Hex(range.Groups[3].Value);
                for (var code = first; code <= last; code++)
                    font.letters[code] = char.ConvertFromUtf32(letter + code - first);
            }
        }

        font.ReadWidths(dictionary);
        return font;
    }

    // "/W [3 [250 333] 10 12 500]": codes from 3 on with their widths; codes 10 to 12 with one.
    private void ReadWidths(string dictionary)
    {
        if (Regex.Match(dictionary, @"/DW (\d+)") is { Success: true } other)
            otherWidth = double.Parse(other.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var start = Regex.Match(dictionary, @"/W\s*\[");
        if (!start.Success)
            return;
        foreach (Match entry in WidthEntry().Matches(dictionary[(start.Index + start.Length)..]))
        {
            var first = int.Parse(entry.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            if (entry.Groups[2].Success)
            {
                foreach (var width in entry.Groups[2].Value.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
                    widths[first++] = double.Parse(width, CultureInfo.InvariantCulture);
            }
            else
            {
                for (var code = first; code <= int.Parse(entry.Groups[3].ValueSpan, CultureInfo.InvariantCulture); code++)
                    widths[code] = double.Parse(entry.Groups[4].ValueSpan, CultureInfo.InvariantCulture);
            }
        }
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Word(string hex) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex));

    [GeneratedRegex(@"beginbfchar\s(.*?)endbfchar", RegexOptions.Singleline)]
    private static partial Regex Letters();

    [GeneratedRegex(@"beginbfrange\s(.*?)endbfrange", RegexOptions.Singleline)]
    private static partial Regex Ranges();

    [GeneratedRegex(@"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")]
    private static partial Regex Pair();

    [GeneratedRegex(@"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")]
    private static partial Regex Range();

    [GeneratedRegex(@"(\d+)\s*(?:\[([^\]]*)\]|(\d+)\s+([\d.]+))")]
    private static partial Regex WidthEntry();
}
