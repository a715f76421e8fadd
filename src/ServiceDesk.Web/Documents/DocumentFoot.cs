using System.Text;
using ServiceDesk.Application.Documents.Printing;

namespace ServiceDesk.Web.Documents;

/// <summary>The running foot of a document – number, note, page x of y – as rules of its pages.</summary>
/// <param name="Rules">Style rules.</param>
/// <param name="Number">Number with its word.</param>
/// <param name="Note">Middle of the foot.</param>
/// <param name="Draft">What a draft says of itself.</param>
/// <param name="Page">The words around page and pages.</param>
public sealed record DocumentFoot(string Rules, string Number, string Note, string Draft, string Page)
{
    /// <summary>All words, so that their letters are found in a font.</summary>
    public string Text => Number + Note + Draft + Page;

    public static DocumentFoot Of(DocumentPaper paper, string publicAddress)
    {
        var sheet = paper.Sheet;
        var number = sheet.Number is { Length: > 0 } given ? paper.T["Documents.Foot.Number", given] : "";
        var address = new UriBuilder(publicAddress) { Path = "privacy" }.Uri;
        var note = sheet.FootNote ?? paper.T["Documents.Foot.Privacy", address.Authority + address.AbsolutePath];
        var draft = sheet.IsDraft ? paper.T["Documents.Foot.Draft"] : "";
        // The sentence has two places, in the order its language wants; counters fill them page by page.
        var page = paper.T["Documents.Foot.Page", "\u0001", "\u0002"];
        var size = sheet.Format == PageFormat.A4Landscape ? "A4 landscape" : "A4";
        var rules = $$"""
            @page{size:{{size}};@bottom-left{content:{{Quoted(number)}} }@bottom-center{content:{{Quoted(note)}} }@bottom-right{content:{{Counted(page)}} }@top-right{content:{{Quoted(draft)}} } }
            """;
        return new DocumentFoot(rules, number, note, draft, page);
    }

    private static string Counted(string page)
    {
        var content = Quoted(page);
        return content.Replace("\\1 ", "\"counter(page)\"", StringComparison.Ordinal).Replace("\\2 ", "\"counter(pages)\"", StringComparison.Ordinal);
    }

    /// <summary>A string of a style sheet that holds any text: letters, digits and a few signs as they are, the rest by its number.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (rune.IsAscii && " .,:;-/()@".Contains((char)rune.Value, StringComparison.Ordinal)))
                quoted.Append(rune.ToString());
            else
                quoted.Append('\\').Append(rune.Value.ToString("x", System.Globalization.CultureInfo.InvariantCulture)).Append(' ');
        }

        return quoted.Append('"').ToString();
    }
}
