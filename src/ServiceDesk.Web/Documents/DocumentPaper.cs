using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Documents;

/// <summary>What every part of a document may need: words and dates in its language, the institution, its coat of arms.</summary>
/// <param name="Sheet">Title, number, language.</param>
/// <param name="T">Fixed words in the language of the document.</param>
/// <param name="Dates">Dates in the language of the document.</param>
/// <param name="House">The institution.</param>
/// <param name="CoatOfArms">Picture as a data address; null when there is none.</param>
public sealed partial record DocumentPaper(DocumentSheet Sheet, Texts T, Dates Dates, MunicipalityOptions House, string? CoatOfArms)
{
    // Longer ones may break: they would stand out of a narrow column.
    private const int LongestPiece = 24;

    /// <summary>
    /// Text as it is printed: letters in one piece, no-break spaces where its language wants them, and numbers with hyphens or strokes
    /// (LV-3999, 4.1-6/26/118, 10–12) never parted at the end of a line. Markup in it stays text.
    /// </summary>
    public MarkupString Fix(string? text)
    {
        var words = Typography.In(Sheet.Language, Composed(text ?? ""));
        var marked = new StringBuilder(words.Length + 32);
        var from = 0;
        foreach (Match piece in Piece().Matches(words))
        {
            if (piece.Length > LongestPiece || !piece.ValueSpan.ContainsAny("-/–") || !piece.ValueSpan.ContainsAnyInRange('0', '9'))
                continue;
            marked.Append(WebUtility.HtmlEncode(words[from..piece.Index])).Append("<span class=\"nb\">").Append(WebUtility.HtmlEncode(piece.Value)).Append("</span>");
            from = piece.Index + piece.Length;
        }

        return new MarkupString(marked.Append(WebUtility.HtmlEncode(words[from..])).ToString());
    }

    [GeneratedRegex(@"[\p{L}\p{N}](?:[\p{L}\p{N}.,/–-]*[\p{L}\p{N}])?")]
    private static partial Regex Piece();

    private static string Composed(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair; as U+FFFD it can be printed.
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);
        }
    }
}
