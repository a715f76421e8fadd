using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace ServiceDesk.Web.Documents;

/// <summary>Fonts as data inside a document: of each cut only the alphabets that the document uses.</summary>
internal static class DocumentFonts
{
    private static readonly (string Family, string File)[] Families = [("Source Serif 4", "source-serif-4"), ("Source Sans 3", "source-sans-3")];

    private static readonly int[] Weights = [400, 700];

    private static readonly IReadOnlyList<Alphabet> Alphabets = ReadAlphabets();

    /// <summary>Font-face rules for all letters of a text; letters of other alphabets are left to the fonts of the machine.</summary>
    public static string FacesFor(string text)
    {
        var letters = text.EnumerateRunes().Select(r => r.Value).ToHashSet();
        return string.Concat(Alphabets.Where(a => a.Ranges.Any(range => letters.Any(l => l >= range.First && l <= range.Last))).Select(a => a.Faces));
    }

    private static List<Alphabet> ReadAlphabets()
    {
        using var json = JsonDocument.Parse(Resource("fonts.unicode"));
        return
        [
            .. json.RootElement.EnumerateObject().Select(alphabet =>
            {
                // Basic Latin claims some combining marks: with them the browser would set ā as a and a macron, and who searches finds no ā.
                var ranges = alphabet.Value.GetString()!.Split(',').Where(range => alphabet.Name != "latin" || Range(range).First is < 0x300 or > 0x36F).ToList();
                return new Alphabet(Faces(alphabet.Name, string.Join(',', ranges)), [.. ranges.Select(Range)]);
            }),
        ];
    }

    private static string Faces(string alphabet, string range)
    {
        var faces = new StringBuilder();
        foreach (var (family, file) in Families)
        {
            foreach (var weight in Weights)
            {
                var data = Convert.ToBase64String(Resource(string.Create(CultureInfo.InvariantCulture, $"fonts.{file}-{alphabet}-{weight}-normal")));
                faces.Append(CultureInfo.InvariantCulture, $"@font-face{{font-family:\"{family}\";font-weight:{weight};src:url(data:font/woff2;base64,{data})format(\"woff2\");unicode-range:{range}}}\n");
            }
        }

        return faces.ToString();
    }

    private static (int First, int Last) Range(string range)
    {
        var ends = range[2..].Split('-').Select(end => int.Parse(end, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
        return (ends[0], ends[^1]);
    }

    private static byte[] Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not listed in Fonts.props.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed record Alphabet(string Faces, IReadOnlyList<(int First, int Last)> Ranges);
}
